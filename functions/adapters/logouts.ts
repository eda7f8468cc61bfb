import { PutCommand } from "@aws-sdk/lib-dynamodb";
import type { LogoutAsk, LogoutQueue, Logouts, LogoutToTell } from "../ports/logouts.ts";
import { cleanAt, dueShardOf, type Row, type TransactItem } from "./dynamo.ts";
import { leasedRows } from "./leased-rows.ts";
import type { Parts } from "./parts.ts";

type Ended = Pick<LogoutAsk, "userId"> & { readonly sessionKey?: string | undefined };

/** Nobody is told of what is older than this; in milliseconds. */
const kept = 86_400_000;

/** A transaction has at most 100 items; one of them is the ask. */
const atOnce = 99;

/** The job's from the start. A second ago: the clock of whoever takes it may be a little behind. */
const askRow = ({ dynamo, ids }: Pick<Parts, "dynamo" | "ids">, { userId, sessionKey }: Ended, now: number) => {
  const logoutId = ids.id();
  return {
    TableName: dynamo.name("logouts"),
    Item: {
      logoutId,
      kind: "ask",
      userId,
      ...(sessionKey === undefined ? {} : { sessionKey }),
      at: now,
      dueShard: dueShardOf(logoutId),
      dueAt: now - 1_000,
      cleanAt: cleanAt(now + kept),
    },
  };
};

/** The same for the transaction of whatever ends the sessions: applications are told exactly when it holds (T17). */
export const logoutItem = (parts: Pick<Parts, "dynamo" | "ids">, ended: Ended, now: number): TransactItem => ({
  Put: askRow(parts, ended, now),
});

export function dynamoLogouts(parts: Pick<Parts, "dynamo" | "clock" | "ids">): Logouts {
  return {
    async ask(userId, sessionKey) {
      // Unconditional: the id is fresh, and the SDK's second try after a lost answer must not fail (T45).
      await parts.dynamo.send(new PutCommand(askRow(parts, { userId, sessionKey }, parts.clock.now())));
    },
  };
}

/** The job's side of the same rows. */
export function dynamoLogoutQueue({ dynamo, clock, policy }: Pick<Parts, "dynamo" | "clock" | "policy">): LogoutQueue {
  const TableName = dynamo.name("logouts");
  const backoff = policy.logout.backoff * 1_000;
  const rows = leasedRows({ dynamo, clock }, "logouts", backoff);

  return {
    due: rows.due,
    drop: rows.drop,
    putOff: ({ logoutId, attempts }) => rows.putOff(logoutId, attempts),

    async take(logoutId) {
      const row = await rows.take(logoutId);
      return row && logoutOf(row);
    },

    async expand({ logoutId: askId, userId }, to) {
      const now = clock.now();
      const tells = to.map(({ clientId, sessionKey }) => {
        const logoutId = `${askId}~${clientId}~${sessionKey}`;
        return { kind: "tell", logoutId, userId, clientId, sessionKey, attempts: 1 } as const;
      });
      const puts = tells.map((tell): TransactItem => {
        const due = { dueShard: dueShardOf(tell.logoutId), dueAt: now + backoff, cleanAt: cleanAt(now + kept) };
        return { Put: { TableName, Item: { ...tell, ...due } } };
      });
      // The ask goes with the last of them: one that breaks off before comes again and writes the same rows.
      for (let from = 0; from < puts.length || from === 0; from += atOnce) {
        const isLast = from + atOnce >= puts.length;
        const done: TransactItem[] = isLast ? [{ Delete: { TableName, Key: { logoutId: askId } } }] : [];
        await dynamo.transact([...puts.slice(from, from + atOnce), ...done]);
      }
      return tells;
    },
  };
}

const logoutOf = (row: Row): LogoutAsk | LogoutToTell => {
  const { kind, logoutId, userId, clientId, sessionKey, at, attempts } = row as never as LogoutAsk & LogoutToTell;
  if ((kind as string) === "tell") return { kind: "tell", logoutId, userId, clientId, sessionKey, attempts };
  return { kind: "ask", logoutId, userId, at, ...(sessionKey === undefined ? {} : { sessionKey }) };
};
