import { describe, expect, it } from "vitest";
import { rowsBehind } from "../faults/rows.ts";
import { startRace, tally } from "../races/workers.ts";
import { accountIn, grantTo, passwordsOf, userIdOf } from "../reset-password/holder.ts";
import { signIn, withAccount } from "../service/people.ts";
import { activate, disable } from "./disabled.ts";

const race = await startRace();
const { service } = race;
const rows = rowsBehind(race.proxy.behind.dynamodb, service.prefix);
const passwords = Array.from({ length: 8 }, (_, index) => `Pademelon-${index}-26x`);

describe("one activation grant pressed in 8 tabs at once, each with another password (T46, I3, I5)", () => {
  it("all are told that it is done; one audit record, one notice, one of the eight passwords; 3 times", async () => {
    for (let round = 0; round < 3; round += 1) {
      const { accountName, email } = await withAccount(service);
      const userId = await userIdOf(service, accountName);
      await disable(service, rows, userId, {}, race.proxy.behind.cognito);
      const browser = await grantTo(service, accountName, race.browser(), "code", "activate");
      const before = service.sent(email).length;

      const replies = await race.atOnce(
        passwords.map((password) => {
          const tab = browser.copy();
          return () => activate(tab, password);
        }),
      );
      expect(tally(replies), `round ${round}`).toEqual({ 200: 8 });
      service.clock.advanceBy({ minutes: 5 });
      await service.jobs({ job: "send-messages" });
      expect(service.sent(email).length - before, `round ${round}: notices`).toBe(1);
      const audit = (await rows.all("audit")).filter(
        ({ subject, event }) => subject === userId && event === "account.activated",
      );
      expect(audit, `round ${round}`).toHaveLength(1);
      const [right, ...more] = await passwordsOf(service, userId, passwords);
      expect(more).toEqual([]);
      expect((await signIn(service.browser(), accountName, right)).status, `round ${round}`).toBe(200);
      expect(await accountIn(rows, userId)).toMatchObject({ status: "ACTIVE" });
      expect((await accountIn(rows, userId)).holdUntil).toBeUndefined();
    }
  });
});
