import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { dynamoConsents } from "../../functions/adapters/consents.ts";
import { dynamoCountyAccounts } from "../../functions/adapters/county-accounts.ts";
import { partsOf } from "../../functions/adapters/parts.ts";
import { systemIds } from "../../functions/adapters/system.ts";
import { readSettings } from "../../functions/contract/settings.ts";
import type { Rows } from "../faults/rows.ts";
import { accountIn } from "../reset-password/holder.ts";
import type { Service } from "../service/service.ts";
import { changeTo, owner, signedIn } from "./owner.ts";

/**
 * Somebody of whom there is as much as can be: a county's account and a second document, consents, a second factor, records, sessions,
 * an earlier contact; closed a moment ago. The person's claims are given too.
 */
export async function closedAccount(service: Service, rows: Rows) {
  const who = await owner(service);
  const parts = partsOf(readSettings(service.environment), { ...service, ids: systemIds });
  const { userId, accountName, browser } = who;
  const link = `county#TAO#${systemIds.id()}`;
  const document = systemIds.id();
  const { epoch, personKey } = await accountIn(rows, userId);
  const linked = { county: "TAO", link, userId, epoch: Number(epoch), personKey: document } as const;
  if ((await dynamoCountyAccounts(parts).link(linked)) !== "linked") throw new Error("not linked");
  await dynamoConsents(parts).give(userId, "some-platform", ["openid"]);
  await changeTo(service, browser, `n${service.random(5)}@new.test`);
  await signedIn(service, accountName);
  const { dynamo } = parts;
  await dynamo.send(
    new PutCommand({ TableName: dynamo.name("factors"), Item: { userId, state: "ON", seed: "sealed" } }),
  );
  const { status } = await browser.call("POST /api/my-account/close", { accountName });
  if (status !== 200) throw new Error(`not closed: ${status}`);
  // One that was given while the account was closing, as a run that broke off would have left it.
  await dynamoConsents(parts).give(userId, "left-over", ["openid"]);
  return { ...who, claims: [`person#${personKey}`, `person#${document}`, link] };
}

/** What there is of an account in the tables that hold persons; and its claims. */
export async function leftOf(service: Service, rows: Rows, userId: string) {
  const counted = await Promise.all(
    (["sessions", "consents", "events", "factors"] as const).map(
      async (table) => (await rows.all(table)).filter((row) => row.userId === userId).length,
    ),
  );
  const claims = (await rows.all("claims")).filter((row) => row.userId === userId);
  const users = (await rows.users(service.pool.userPoolId)).filter(({ username }) => username === userId);
  const erased = (await rows.all("audit")).filter((row) => row.subject === userId && row.event === "account.erased");
  return {
    rows: counted.reduce((sum, count) => sum + count, 0),
    claims: claims.map(({ claim, state }) => `${claim} ${state}`),
    inVault: users.length,
    account: await accountIn(rows, userId),
    erased: erased.length,
  };
}
