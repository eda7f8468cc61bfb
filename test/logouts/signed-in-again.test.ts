import { describe, expect, test } from "vitest";
import { sendLogoutsOnLoopback } from "../oidc/conformance/send-logouts.ts";
import { oidcWorld, signInTo } from "../oidc/world.ts";
import { answering, receiver } from "./receiver.ts";

const world = await oidcWorld();

describe("a sign-out long after the first sign-in to an application", () => {
  test("tells it, when the person signed in again in between under the same key (T41)", async () => {
    const ear = await receiver(answering(200));
    const party = await world.relyingParty(await world.application({ backchannelLogoutUri: ear.address }));
    const { browser } = await world.person();
    await signInTo(party, browser);
    const stay = async (hours: number) => {
      for (let third = 0; third < hours * 3; third += 1) {
        world.advanceBy({ seconds: 20 * 60 });
        await browser.call("GET /api/session");
      }
    };
    const keyOf = () => browser.cookies.get("__Host-session")?.split(".")[1];
    const key = keyOf();
    await stay(7);
    await world.signInAgain(browser);
    expect(keyOf()).toBe(key);
    await stay(2);
    expect((await browser.call("POST /api/sign-out")).status).toBe(200);
    expect(await sendLogoutsOnLoopback(world)).toEqual({ told: 1 });
    expect(ear.told).toHaveLength(1);
    await ear.stop();
  });
});
