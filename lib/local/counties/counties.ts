import type { CountyConfigurations } from "../../../functions/contract/counties.ts";
import { readCatalogue } from "../../catalogue.ts";
import { countyAccounts, type SampleCounty } from "./accounts.ts";
import { kaohsiung } from "./kaohsiung.ts";
import type { OidcCounty } from "./oidc/oidc-county.ts";
import { startOidcCounty } from "./oidc/start-oidc-county.ts";
import { startOpenId2County } from "./openid2/start-openid2-county.ts";
import type { RunningCounty } from "./running-county.ts";
import { taipei } from "./taipei.ts";
import { taoyuan } from "./taoyuan.ts";

export interface SampleCounties {
  /** For the secret of the counties: the client of each, and where it is. */
  readonly configurations: CountyConfigurations;
  readonly pages: readonly { readonly county: SampleCounty; readonly name: string; readonly address: string }[];
  stop(): Promise<void>;
}

/**
 * Starts the four sample counties, each on a free port of the loopback address: 桃園 and 高雄 with OpenID Connect, 臺北 with OAuth 2,
 * 臺南 with OpenID 2.0. `siteOrigin`: the only site they send people back to.
 */
export async function startCounties({ siteOrigin }: { readonly siteOrigin: string }): Promise<SampleCounties> {
  const catalogue = readCatalogue();
  const overOidc = (county: OidcCounty) =>
    startOidcCounty(county, { siteOrigin, accounts: countyAccounts(county.county, catalogue) });
  const tainan = { county: "TNN", title: "臺南市教育帳號", accounts: countyAccounts("TNN", catalogue) } as const;
  const starting = [
    overOidc(taoyuan),
    overOidc(kaohsiung),
    overOidc(taipei),
    startOpenId2County({ ...tainan, siteOrigin }),
  ];
  const settled = await Promise.allSettled(starting);
  const running = settled.flatMap((each): RunningCounty[] => (each.status === "fulfilled" ? [each.value] : []));
  const stop = async () => {
    await Promise.all(running.map((county) => county.stop()));
  };
  const failed = settled.find((each) => each.status === "rejected");
  if (failed !== undefined) {
    await stop();
    throw failed.reason;
  }
  return {
    configurations: Object.fromEntries(running.map(({ county, configuration }) => [county, configuration])),
    pages: running.map(({ county, title, origin }) => ({ county, name: title, address: origin })),
    stop,
  };
}
