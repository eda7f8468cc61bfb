import type { CountyProfile } from "../../contract/counties.ts";
import { attributeExchange } from "./attribute-exchange.ts";
import { wordsFor } from "./words.ts";

/**
 * OpenID 2.0, in use: identifier and claimed ids as in public clients up to 2026. The endpoint beside them was never written down
 * anywhere; it is what the county's software (`user.aspx`, `login.aspx`) has by custom. Off until an operator has confirmed it. One role
 * only is told of a person with several.
 */
export const tainan: CountyProfile = {
  id: "TNN",
  ...wordsFor("臺南市", "Tainan City", { url: "https://openid.tn.edu.tw/op/" }),
  ...attributeExchange,
  verified: false,
  identifier: "https://openid.tn.edu.tw/op/",
  endpoint: "https://openid.tn.edu.tw/op/server.aspx",
  claimedIdPrefix: "https://openid.tn.edu.tw/op/user.aspx/",
};
