import { describe, expect, it } from "vitest";
import { rowsBehind } from "../faults/rows.ts";
import { startRace, tally } from "../races/workers.ts";
import { signIn, withAccount } from "../service/people.ts";
import { grantTo, isSignedIn, passwordsOf, reset, userIdOf } from "./holder.ts";

const race = await startRace();
const { service } = race;
const rows = rowsBehind(race.proxy.behind.dynamodb, service.prefix);
const passwords = Array.from({ length: 8 }, (_, index) => `Pademelon-${index}-26x`);

describe("one grant pressed in 8 tabs at once, each with another password (T46, I3, I5)", () => {
  it("all are told that it is done; one audit record, one notice, one of the eight passwords; 5 times", async () => {
    for (let round = 0; round < 5; round += 1) {
      const { accountName, email } = await withAccount(service);
      const userId = await userIdOf(service, accountName);
      const signedIn = service.browser();
      await signIn(signedIn, accountName);
      const browser = await grantTo(service, accountName, race.browser());
      const before = service.sent(email).length;

      const replies = await race.atOnce(
        passwords.map((password) => {
          const tab = browser.copy();
          return () => reset(tab, password);
        }),
      );
      expect(tally(replies), `round ${round}`).toEqual({ 200: 8 });
      service.clock.advanceBy({ minutes: 5 });
      await service.jobs({ job: "send-messages" });
      expect(service.sent(email).length - before, `round ${round}: notices`).toBe(1);
      const audit = (await rows.all("audit")).filter(
        ({ subject, event }) => subject === userId && event === "password.reset",
      );
      expect(audit, `round ${round}`).toHaveLength(1);
      const [right, ...more] = await passwordsOf(service, userId, passwords);
      expect(more).toEqual([]);
      expect(await isSignedIn(signedIn)).toBe(false);
      expect((await signIn(service.browser(), accountName, right)).status, `round ${round}`).toBe(200);
      const account = (await rows.all("accounts")).find((row) => row.userId === userId);
      expect(account?.holdUntil).toBeUndefined();
    }
  });
});
