import { readFileSync } from "node:fs";
import { afterAll } from "vitest";
import type { CountyPurpose } from "../../functions/contract/counties.ts";
import type { Level } from "../../functions/contract/schemas/parts.ts";
import { type CountyAccount, countyAccounts, type SampleCounty } from "../../lib/local/counties/accounts.ts";
import { startCounties } from "../../lib/local/counties/counties.ts";
import type { Browser } from "./browser.ts";
import { RunningClock } from "./clock.ts";
import { walkCounty } from "./county-walk.ts";
import { solvedCaptcha } from "./people.ts";
import { type PartsOptions, type Service, type ServiceOptions, serviceOver, startParts } from "./service.ts";

/** The service with the four sample counties switched on. One a test file. */
export async function startCountyService(options: ServiceOptions & PartsOptions = {}) {
  const parts = await startParts(options);
  // The counties sign their answers by the machine's own time.
  const service = await serviceOver(parts, { clock: new RunningClock(), ...options });
  const counties = await startCounties({ siteOrigin: service.edge.origin });
  afterAll(() => counties.stop());
  parts.aws.secrets?.setCounties(counties.configurations);
  return { ...service, counties, secrets: parts.aws.secrets };
}

/** Somebody with an account at a sample county; `of` says who is wanted. */
export function accountAt(
  county: SampleCounty,
  of: (account: CountyAccount) => boolean = isPupil,
  skip = 0,
): CountyAccount {
  const found = countyAccounts(county).filter(of)[skip];
  if (found === undefined) throw new Error(`${county} has nobody like that`);
  return found;
}

export const isPupil = ({ role, roster, places }: CountyAccount) =>
  role === "student" && roster === "here" && places[0]?.class !== undefined;
export const isAtTwoSchools = ({ places, roster }: CountyAccount) => places.length > 1 && roster === "here";
export const isUnknown = ({ roster }: CountyAccount) => roster === "unknown";
export const isFromElsewhere = ({ roster }: CountyAccount) => roster === "elsewhere";

const countyNames = new Map(
  readFileSync("functions/contract/data/counties.csv", "utf8")
    .split("\n")
    .slice(1)
    .map((line) => line.split(","))
    .map(([name = "", , id = ""]) => [id.replace("TW-", ""), name]),
);
const roles = { student: "學生", teacher: "教師", staff: "職員" };

/** Puts people into the roster at the places that their county says, by the real import job. */
export async function enrolAccounts(service: Pick<Service, "jobs">, accounts: readonly CountyAccount[]): Promise<void> {
  const schools = accounts.flatMap(({ county, places }) =>
    places.map(({ district, school }) => ({ ...school, district, county: countyNames.get(county) ?? "" })),
  );
  const rows = accounts.flatMap(({ name, role, personId, places }) =>
    places.map(({ school, grade = "", class: className = "", seat = "" }) =>
      [school.code, school.level, name, roles[role], grade, className, seat, personId].join(","),
    ),
  );
  const csv = ["學校代碼,學制,姓名,身分,年級,班級,座號,身分證字號", ...rows].join("\n");
  const files = { "名冊.csv": Buffer.from(csv).toString("base64") };
  const report = await service.jobs({ job: "import-roster", files, asOf: { year: 115, semester: 1 }, schools });
  const { problems } = report as { problems: unknown[] };
  if (problems.length > 0) throw new Error(`not enrolled: ${JSON.stringify(problems)}`);
}

/** The way out and through the county's pages; gives the answer that the county sends the browser back with. */
export async function roundTrip(
  browser: Browser,
  account: CountyAccount | "cancel",
  purpose: CountyPurpose,
  county: SampleCounty = account === "cancel" ? "KHH" : account.county,
): Promise<string> {
  const { status, body } = await browser.call("POST /api/county/start", { county, purpose, returnTo: "/my-account" });
  if (status !== 200) throw new Error(`the round trip was not begun: ${status} ${body.code}`);
  return (await walkCounty(body.url, account)).search.slice(1);
}

/** M13 by hand with the ID, where the county does not tell whose record it is. */
export async function fillIn(browser: Browser, { role, name, personId, places }: CountyAccount) {
  const { code = "", level = "" } = places[0]?.school ?? {};
  const school = { code, level: level as Level };
  const captcha = await solvedCaptcha(browser, "register");
  return browser.call("POST /api/register/identity", { role, school, name, personId, captcha });
}

/** A round trip whose answer is handed in, as the page does. */
export async function arrive(browser: Browser, account: CountyAccount, purpose: CountyPurpose) {
  const answer = await roundTrip(browser, account, purpose);
  return browser.call("POST /api/county/finish", { county: account.county, answer });
}
