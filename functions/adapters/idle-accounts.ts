import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { IdleAccount, IdleAccounts, IdleWarned } from "../ports/idle-accounts.ts";
import { profileOf } from "./account-row.ts";
import { type Seen, stillAsRead } from "./disabling.ts";
import { dueIds } from "./due-rows.ts";
import type { Row } from "./dynamo.ts";
import { ignoreRefusal } from "./flow-row.ts";
import { intentRow } from "./intents.ts";
import type { Parts } from "./parts.ts";
import { priorRows } from "./prior-contacts.ts";

/** So many of a shard in one run: eight shards of them are done in well under the five minutes a job has. */
const mostInARun = 400;

/** Every account is in the sparse index at the time it must be looked at next, and only these jobs move it. */
export function dynamoIdleAccounts({
  dynamo,
  keys,
  clock,
  policy,
}: Pick<Parts, "dynamo" | "keys" | "clock" | "policy">): IdleAccounts {
  const TableName = dynamo.name("accounts");

  return {
    // Due at its very time, too.
    due: (shard) => dueIds(dynamo, "accounts", { dueShard: `due#${shard}`, before: clock.now() + 1, most: mostInARun }),

    async find(userId) {
      const [row] = await dynamo.batchGet([{ table: "accounts", key: { userId } }]);
      if (row?.accountName === undefined || !(Number(row.dueAt) <= clock.now())) return undefined;
      const { accountName, status, email, mobile } = await profileOf(keys, row);
      return {
        userId,
        accountName,
        status,
        ...(row.closeAt === undefined ? {} : { closeAt: Number(row.closeAt) }),
        usedAt: usedAt(row),
        vaultOpen: row.vaultOpen === true,
        ...(row.idleWarned === undefined ? {} : { warned: row.idleWarned as IdleWarned }),
        ...(email === undefined ? {} : { email: email.value }),
        ...(mobile === undefined ? {} : { mobile: mobile.value }),
        seen: {
          asRead: { dueAt: row.dueAt, status: row.status, lastSignInAt: row.lastSignInAt, ...overPriors(row) },
        } satisfies Seen,
      };
    },

    putOff: (account, dueAt) => ignoreRefusal(dynamo.send(new UpdateCommand(change(account, { dueAt })))),

    async warn(account, idleWarned, dueAt, notice) {
      const intent =
        notice === undefined
          ? []
          : [{ Put: await intentRow(dynamo, keys, notice, clock.now(), policy, "due-at-once") }];
      return (await dynamo.transact([{ Update: change(account, { dueAt, idleWarned }) }, ...intent])).size === 0;
    },
  };

  /** Earlier contacts of changes that cannot be taken back any more go with the write. */
  function overPriors(row: Row): Row {
    const priors = priorRows(row);
    const isOver = priors.length > 0 && priors.every(({ until }) => until < clock.now());
    return isOver ? { priorContacts: priors } : {};
  }

  /** Refused when another run was quicker, or somebody has signed in since the row was read. */
  function change({ userId, seen }: IdleAccount, set: Row) {
    const { condition, names, values } = stillAsRead(seen as Seen);
    const fields = Object.entries(set);
    // What the vault still owed is done with, or it would not be put off.
    return {
      TableName,
      Key: { userId },
      UpdateExpression: `SET ${fields.map(([field]) => `${field} = :${field}`).join(", ")} REMOVE vaultOpen${"priorContacts" in (seen as Seen).asRead ? ", priorContacts" : ""}`,
      ConditionExpression: condition,
      ExpressionAttributeNames: names,
      ExpressionAttributeValues: {
        ...values,
        ...Object.fromEntries(fields.map(([field, value]) => [`:${field}`, value])),
      },
    };
  }
}

function usedAt({ createdAt, lastSignInAt, enabledAt }: Row): number {
  const times = [createdAt, lastSignInAt].map((at) => Date.parse(String(at ?? "")));
  return Math.max(...[...times, Number(enabledAt ?? 0)].filter((time) => !Number.isNaN(time)));
}
