import { expect, it } from "vitest";
import { dynamoConsents, unrevoked } from "../../functions/adapters/consents.ts";
import { dynamo as tables } from "../../functions/adapters/dynamo.ts";
import { systemIds } from "../../functions/adapters/system.ts";
import { TestClock } from "../service/clock.ts";
import { twinWorld } from "../twins/world.ts";
import { consentsContract } from "./consents-contract.ts";
import { realWorlds } from "./real-world.ts";
import { atOnce } from "./steps.ts";

consentsContract("in memory", twinWorld);
consentsContract("on DynamoDB", await realWorlds());

const dynamo = tables("ports-");
const consents = dynamoConsents({ dynamo, clock: new TestClock(), ids: systemIds });
const clientId = "sample-learning";

/** As tokens are written: along with the check that the consent they come from still stands. Gives whether they were. */
async function issue(token: string, consent: { userId: string; clientId: string; generation: string }) {
  const Put = { TableName: dynamo.name("tokens"), Item: { token } };
  return (await dynamo.transact([unrevoked(dynamo, consent), { Put }])).size === 0;
}

it("lets no token be written after its consent was taken back, nor by one that was given anew (T39)", async () => {
  const before = await consents.give(systemIds.id(), clientId, ["openid"]);
  expect(await issue(systemIds.id(), before)).toBe(true);
  await consents.revoke(before.userId, [clientId]);
  expect(await issue(systemIds.id(), before)).toBe(false);
  const anew = await consents.give(before.userId, clientId, ["openid"]);
  expect(await issue(systemIds.id(), before)).toBe(false);
  expect(await issue(systemIds.id(), anew)).toBe(true);
});

it("lets tokens that are written while it is taken back be one or the other, and none after (T39)", async () => {
  const consent = await consents.give(systemIds.id(), clientId, ["openid"]);
  const names = Array.from({ length: 8 }, () => systemIds.id());
  const [revoked] = await Promise.all([
    consents.revoke(consent.userId, [clientId]),
    ...names.map((name) => issue(name, consent).catch(() => false)),
  ]);
  expect(revoked).toBe(1);
  expect(await atOnce(8, () => issue(systemIds.id(), consent))).not.toContain(true);
});
