import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import type { SignInMethod } from "../contract/oidc.ts";
import type { Policy } from "../contract/policy.ts";
import type { ApplicationEvent, Events, SignInEvent } from "../ports/events.ts";
import type { Ids } from "../ports/ids.ts";
import type { Keys } from "../ports/keys.ts";
import type { SessionClient } from "../ports/sessions.ts";
import { cleanAt, type Dynamo, type Row } from "./dynamo.ts";

type Kind = "sign-in" | "application";
type RowParts = { readonly keys: Keys; readonly ids: Ids; readonly policy: Policy };
type OfUser<Event> = Event & { readonly userId: string };

const mostInAPage = 1_000;

/** The row of a sign-in (M62). */
export const signInEventRow = (parts: RowParts, event: OfUser<SignInEvent>): Promise<Row> =>
  eventRow(parts, "sign-in", event);

/** The row of a sign-in to an application (M61). */
export const applicationEventRow = (parts: RowParts, event: OfUser<ApplicationEvent>): Promise<Row> =>
  eventRow(parts, "application", event);

/** By kind and time, so that the newest are read by key and count; kept two years. Address and browser are sealed. */
async function eventRow(
  { keys, ids, policy }: RowParts,
  kind: Kind,
  { userId, at, address, browser, ...rest }: OfUser<SessionClient & { readonly at: number }>,
): Promise<Row> {
  return {
    userId,
    event: `${kind}#${new Date(at).toISOString()}#${ids.id()}`,
    ...rest,
    client: await keys.seal("event", { address, browser } satisfies SessionClient),
    cleanAt: cleanAt(at + policy.records.keep * 1_000),
  };
}

/** Records on DynamoDB, one row each, created only. */
export function dynamoEvents({ dynamo, keys }: { dynamo: Dynamo; keys: Keys }): Events {
  return {
    async signIns(userId, most) {
      const rows = await newest(userId, "sign-in", most);
      return Promise.all(
        rows.map(async (row) => ({ ...(await partsOf(row)), methods: (row.methods ?? []) as SignInMethod[] })),
      );
    },

    async applicationSignIns(userId, most) {
      const rows = await newest(userId, "application", most);
      return Promise.all(rows.map(async (row) => ({ ...(await partsOf(row)), clientId: String(row.clientId) })));
    },

    async applicationsSince(userId, since, sessionKey) {
      const found = new Map<string, { clientId: string; sessionKey: string }>();
      let ExclusiveStartKey: Row | undefined;
      do {
        const page = await dynamo.send(
          new QueryCommand({
            TableName: dynamo.name("events"),
            KeyConditionExpression: "userId = :user AND #event BETWEEN :from AND :to",
            ExpressionAttributeNames: { "#event": "event" },
            ExpressionAttributeValues: {
              ":user": userId,
              ":from": `application#${new Date(since).toISOString()}`,
              // "$" comes after "#": past every application's row.
              ":to": "application$",
            },
            ConsistentRead: true,
            ExclusiveStartKey,
          }),
        );
        for (const row of page.Items ?? []) {
          const one = { clientId: String(row.clientId), sessionKey: String(row.sessionKey) };
          if (sessionKey === undefined || one.sessionKey === sessionKey) found.set(JSON.stringify(one), one);
        }
        ExclusiveStartKey = page.LastEvaluatedKey;
      } while (ExclusiveStartKey !== undefined);
      return [...found.values()];
    },
  };

  async function newest(userId: string, kind: Kind, most: number): Promise<Row[]> {
    const rows: Row[] = [];
    let ExclusiveStartKey: Row | undefined;
    do {
      const page = await dynamo.send(
        new QueryCommand({
          TableName: dynamo.name("events"),
          KeyConditionExpression: "userId = :user AND begins_with(#event, :kind)",
          ExpressionAttributeNames: { "#event": "event" },
          ExpressionAttributeValues: { ":user": userId, ":kind": `${kind}#` },
          ScanIndexForward: false,
          Limit: Math.min(most - rows.length, mostInAPage),
          ConsistentRead: true,
          ExclusiveStartKey,
        }),
      );
      rows.push(...(page.Items ?? []));
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey !== undefined && rows.length < most);
    return rows;
  }

  async function partsOf(row: Row) {
    const client = (await keys.unseal("event", String(row.client))) as SessionClient | undefined;
    if (client === undefined) throw new Error("the sealed part of a record cannot be opened with this key ring");
    const [, at = ""] = String(row.event).split("#");
    return { ...client, at: Date.parse(at), sessionKey: String(row.sessionKey) };
  }
}
