import type { CountyProfile } from "../../contract/counties.ts";
import { attributeExchange } from "./attribute-exchange.ts";
import { wordsFor } from "./words.ts";

const host = "https://openid.cnc.km.edu.tw/";

/**
 * Not on the common platform. A newer host (oauth.km.edu.tw) speaks a protocol that nobody has written down; what is known is the older
 * OpenID 2.0 and its titleStr with both title and titles. Host from there, endpoint and claimed ids assumed at its root: off until an
 * operator knows better.
 */
export const kinmen: CountyProfile = {
  id: "KIN",
  ...wordsFor("金門縣", "Kinmen County"),
  ...attributeExchange,
  verified: false,
  identifier: host,
  endpoint: host,
  claimedIdPrefix: host,
};
