import { Metrics } from "@aws-lambda-powertools/metrics";
import { describe, expect, test, vi } from "vitest";
import { ask, oidcWorld, redeem, signInTo, walk } from "./world.ts";

const world = await oidcWorld();

describe("what came twice is counted, for the alarm (T31, T38)", () => {
  const counted = async (run: () => Promise<unknown>) => {
    const added = vi.spyOn(Metrics.prototype, "addMetric");
    await run();
    const names = added.mock.calls.map(([name]) => name);
    added.mockRestore();
    return names.filter((name) => name === "TokensReplayed");
  };
  const reason = { "zh-TW": "同步", en: "To sync" };

  test("a code", async () => {
    const registered = await world.application();
    const party = await world.relyingParty(registered);
    const { browser } = await world.person();
    const asked = await ask(party);
    const back = await walk(browser, asked.url);
    expect(await counted(() => redeem(party, back, asked))).toEqual([]);
    expect(await counted(() => redeem(party, back, asked).catch(() => undefined))).toHaveLength(1);
  });

  test("a refresh token", async () => {
    const registered = await world.application({ scopes: { openid: reason, offline_access: reason } });
    const party = await world.relyingParty(registered);
    const { browser } = await world.person();
    const tokens = await signInTo(party, browser, { scope: "openid offline_access", prompt: "consent" });
    const refresh = () =>
      world.token(registered, { grant_type: "refresh_token", refresh_token: String(tokens.refresh_token) });
    expect(await counted(refresh)).toEqual([]);
    world.advanceBy({ seconds: 60 });
    expect(await counted(refresh)).toHaveLength(1);
  });
});
