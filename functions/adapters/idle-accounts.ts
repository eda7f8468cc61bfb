import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { Profile } from "../ports/accounts.ts";
import type { IdleAccount, IdleAccounts, IdleWarned } from "../ports/idle-accounts.ts";
import { claimsOfEarlier, emailClaimsOf, letGo } from "./account-address.ts";
import { profileOf } from "./account-row.ts";
import { isEmailClaim } from "./claims.ts";
import { type Seen, stillAsRead } from "./disabling.ts";
import { dueIds } from "./due-rows.ts";
import type { Row, TransactItem } from "./dynamo.ts";
import { ignoreRefusal } from "./flow-row.ts";
import { intentRow } from "./intents.ts";
import type { Parts } from "./parts.ts";
import { type PriorRow, priorRows } from "./prior-contacts.ts";

interface SeenIdle extends Seen {
  /** Earlier contacts whose changes may still be taken back. */
  readonly stay: readonly PriorRow[];
  /** Claims of 其他 that go: addresses that were the account before. */
  readonly leave: readonly string[];
}

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
      const profile = await profileOf(keys, row);
      const { accountName, status, email, mobile } = profile;
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
          asRead: {
            dueAt: row.dueAt,
            status: row.status,
            lastSignInAt: row.lastSignInAt,
            priorContacts: row.priorContacts,
          },
          ...(await earlierOf(row, profile.priors)),
        } satisfies SeenIdle,
      };
    },

    putOff: (account, dueAt) => change(account, { dueAt }),

    async warn(account, idleWarned, dueAt, notice) {
      const intent =
        notice === undefined
          ? []
          : [{ Put: await intentRow(dynamo, keys, notice, clock.now(), policy, "due-at-once") }];
      return change(account, { dueAt, idleWarned }, intent);
    },
  };

  /** Earlier contacts of changes that cannot be taken back any more go with the write, and of 其他 the addresses that were accounts by them. */
  async function earlierOf(row: Row, priors: Profile["priors"] = []): Promise<Omit<SeenIdle, "asRead">> {
    const isLive = ({ until }: { readonly until: number }) => until >= clock.now();
    const stay = priorRows(row).filter(isLive);
    if (!isEmailClaim(row.accountName)) return { stay, leave: [] };
    const kept = [row.accountName, ...(await claimsOfEarlier(keys, priors.filter(isLive)))];
    return { stay, leave: emailClaimsOf(row).filter((claim) => !kept.includes(claim)) };
  }

  /** Refused when another run was quicker, or somebody has signed in since the row was read. */
  async function change({ userId, seen }: IdleAccount, set: Row & { dueAt: number }, more: TransactItem[] = []) {
    const { stay, leave, ...read } = seen as SeenIdle;
    const { condition, names, values } = stillAsRead(read);
    // Looked at again as soon as the next change stands for good.
    const dueAt = Math.min(set.dueAt, ...stay.map(({ until }) => until + 1_000));
    const fields = Object.entries({ ...set, dueAt, ...(stay.length > 0 ? { priorContacts: stay } : {}) });
    const gone = ["vaultOpen", ...(stay.length > 0 ? [] : ["priorContacts"])];
    // What the vault still owed is done with, or it would not be put off.
    const update = {
      TableName,
      Key: { userId },
      UpdateExpression: `SET ${fields.map(([field]) => `${field} = :${field}`).join(", ")} REMOVE ${gone.join(", ")}${leave.length > 0 ? " DELETE claims :leave" : ""}`,
      ConditionExpression: condition,
      ExpressionAttributeNames: names,
      ExpressionAttributeValues: {
        ...values,
        ...Object.fromEntries(fields.map(([field, value]) => [`:${field}`, value])),
        ...(leave.length > 0 ? { ":leave": new Set(leave) } : {}),
      },
    };
    const items = [...leave.map((claim) => letGo(dynamo, claim, userId)), ...more];
    if (items.length === 0) return ignoreRefusal(dynamo.send(new UpdateCommand(update)));
    return (await dynamo.transact([{ Update: update }, ...items])).size === 0;
  }
}

function usedAt({ createdAt, lastSignInAt, enabledAt }: Row): number {
  const times = [createdAt, lastSignInAt].map((at) => Date.parse(String(at ?? "")));
  return Math.max(...[...times, Number(enabledAt ?? 0)].filter((time) => !Number.isNaN(time)));
}
