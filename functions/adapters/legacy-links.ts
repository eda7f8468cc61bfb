import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import type { Keys } from "../ports/keys.ts";
import type { LegacyLink, LegacyLinks } from "../ports/legacy-accounts.ts";
import type { Dynamo, Row, TransactItem } from "./dynamo.ts";
import type { Parts } from "./parts.ts";

const prefix = "legacy#";

/** What is sealed in a link, with whose it is and where: one that was moved to another row opens nothing. */
type Kept = LegacyLink & { readonly userId: string };

/** Where it stands how a person came to a platform: in `consents`. */
export const legacyLinkKey = (userId: string, platform: string) => ({ userId, of: `${prefix}${platform}` });

/** The row of a link. `legacyKey`: the old account that is joined. */
export async function legacyLinkRow(keys: Keys, userId: string, link: LegacyLink, legacyKey?: string): Promise<Row> {
  return {
    ...legacyLinkKey(userId, link.platform),
    state: link.state,
    link: await keys.seal("legacy-account", { ...link, userId } satisfies Kept),
    ...(legacyKey === undefined ? {} : { legacyKey }),
  };
}

/** A row back to the link. Throws when it cannot be opened. */
export async function legacyLinkOf(keys: Keys, row: Row): Promise<LegacyLink> {
  const opened = (await keys.unseal("legacy-account", String(row.link))) as Kept | undefined;
  if (opened?.userId !== row.userId || row.of !== `${prefix}${opened?.platform}`)
    throw new Error("how a person came to a platform cannot be opened with this key ring");
  const { userId: _user, ...link } = opened as Kept;
  return link as LegacyLink;
}

/** All rows of links of a person: there are as many as platforms, so one page. */
export async function legacyLinkRows(dynamo: Dynamo, userId: string): Promise<Row[]> {
  const { Items = [] } = await dynamo.send(
    new QueryCommand({
      TableName: dynamo.name("consents"),
      KeyConditionExpression: "userId = :user AND begins_with(#of, :legacy)",
      ExpressionAttributeNames: { "#of": "of" },
      ExpressionAttributeValues: { ":user": userId, ":legacy": prefix },
      ConsistentRead: true,
    }),
  );
  return Items;
}

/** A person's link in the transaction that makes it: refused where they came to the platform before. */
export async function newLegacyLink(
  { dynamo, keys }: Pick<Parts, "dynamo" | "keys">,
  userId: string,
  link: LegacyLink,
  legacyKey?: string,
): Promise<TransactItem> {
  return {
    Put: {
      TableName: dynamo.name("consents"),
      Item: await legacyLinkRow(keys, userId, link, legacyKey),
      ConditionExpression: "attribute_not_exists(userId)",
      ReturnValuesOnConditionCheckFailure: "ALL_OLD",
    },
  };
}

/** The link to this old account taken away, with which an event that it was joined holds no more. */
export const noLegacyLink = (dynamo: Dynamo, userId: string, platform: string, legacyKey: string): TransactItem => ({
  Delete: {
    TableName: dynamo.name("consents"),
    Key: legacyLinkKey(userId, platform),
    ConditionExpression: "attribute_not_exists(userId) OR legacyKey = :key",
    ExpressionAttributeValues: { ":key": legacyKey },
  },
});

export function dynamoLegacyLinks({ dynamo, keys }: Pick<Parts, "dynamo" | "keys">): LegacyLinks {
  return {
    async find(userId, platform) {
      const [row] = await dynamo.batchGet([{ table: "consents", key: legacyLinkKey(userId, platform) }]);
      return row === undefined ? undefined : legacyLinkOf(keys, row);
    },
    async list(userId) {
      return Promise.all((await legacyLinkRows(dynamo, userId)).map((row) => legacyLinkOf(keys, row)));
    },
  };
}
