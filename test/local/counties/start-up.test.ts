import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countyAccounts, sampleCountyIds } from "../../../lib/local/counties/accounts.ts";
import { welcomePage } from "../../../lib/local/pages/welcome-page.ts";
import { localSettings } from "../../../lib/local/settings.ts";
import { type RunningService, startUp } from "../../../lib/local/start-up.ts";
import { walkCounty } from "../../service/county-walk.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const dataDir = temporaryFolder();
let service: RunningService;
beforeAll(async () => {
  Object.assign(process.env, { PORT: "0", DATA_DIR: dataDir });
  service = await startUp(process.env);
});
afterAll(() => service.stop());

describe("npm start with its sample counties", () => {
  it("switches the four counties on, and no other", async () => {
    const answer = await (await fetch(`${service.origin}/api/counties`)).json();
    const on = answer.counties.filter((county: { on: boolean }) => county.on);
    expect(on.map(({ id }: { id: string }) => id).toSorted()).toEqual([...sampleCountyIds].toSorted());
  });

  it.each(sampleCountyIds)("sends a browser to %s and gets it back at that county's callback", async (county) => {
    const started = await fetch(`${service.origin}/api/county/start`, {
      method: "POST",
      headers: { origin: service.origin, "content-type": "application/json" },
      body: JSON.stringify({ county, purpose: "sign-in" }),
    });
    const { url } = await started.json();
    const [account] = countyAccounts(county);
    if (account === undefined) throw new Error("the sample has everybody");
    const back = await walkCounty(url, account);
    expect(back.origin + back.pathname).toBe(`${service.origin}/api/county/${county}/callback`);
  });

  it("says on /local/ whom to try at each county, what to press on the way, and the password", async () => {
    const page = await (await fetch(`${service.origin}/local/`)).text();
    expect(page).toContain("縣市帳號");
    expect(page).toContain("county-2026");
    for (const county of sampleCountyIds) {
      const accounts = countyAccounts(county);
      const two = accounts.find(({ places }) => places.length === 2);
      const unknown = accounts.find(({ roster }) => roster === "unknown");
      for (const { account = "" } of [two ?? {}, unknown ?? {}])
        expect(page).toContain(`<dt class="id">${account}</dt>`);
    }
    expect(page).toContain("學生登入 → 左營區 → 市立左營高中 → 11年3班 → 21 號");
  });
});

describe("SAMPLE_COUNTIES", () => {
  it("is on unless it says off, and nothing else is taken for either", () => {
    expect(localSettings({}).sampleCounties).toBe(true);
    expect(localSettings({ SAMPLE_COUNTIES: "off" }).sampleCounties).toBe(false);
    expect(() => localSettings({ SAMPLE_COUNTIES: "no" })).toThrow('SAMPLE_COUNTIES must be on or off, not "no".');
  });

  it("off leaves 縣市帳號 out of /local/", () => {
    expect(welcomePage({ outbox: true, counties: [], applications: [] })).not.toContain("縣市帳號");
  });
});
