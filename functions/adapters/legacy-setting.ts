import type { UpdateCommandInput } from "@aws-sdk/lib-dynamodb";
import type { Keys } from "../ports/keys.ts";
import type { Dynamo, Row } from "./dynamo.ts";
import type { LegacyWork } from "./legacy-work.ts";
import type { Parts } from "./parts.ts";

/** What is kept of a platform itself, in a row beside its accounts. */
interface Setting {
  /** What its rows cost that were ever imported. */
  readonly works: readonly LegacyWork[];
  /** Whose it is, by name, with or without an application at the moment. */
  readonly owner: string;
}
/** The key stands in what is sealed: a part that was moved to another row opens nothing. */
type Sealed = { readonly legacyKey: string } & Partial<Setting>;

/** Key of the row; no keyed hash of an account is that short. */
export const settingKeyOf = (platform: string): string => `${platform}#setting`;

/** One part of the row, undefined where it has none. Throws when it cannot be opened. */
export async function settingIn<Part extends keyof Setting>(
  keys: Keys,
  row: Row | undefined,
  part: Part,
): Promise<Setting[Part] | undefined> {
  if (row?.[part] === undefined) return undefined;
  const opened = (await keys.unseal("legacy-account", String(row[part]))) as Sealed | undefined;
  if (opened?.legacyKey !== row.legacyKey || opened?.[part] === undefined)
    throw new Error("what is kept of a legacy platform cannot be opened with this key ring");
  return opened[part] as Setting[Part];
}

export async function settingRow(dynamo: Dynamo, platform: string): Promise<Row | undefined> {
  const [row] = await dynamo.batchGet([{ table: "legacy-accounts", key: { legacyKey: settingKeyOf(platform) } }]);
  return row;
}

/** Writes one part, if it still is as in `before`, the row that was read. */
export async function settingUpdate<Part extends keyof Setting>(
  { dynamo, keys }: Pick<Parts, "dynamo" | "keys">,
  platform: string,
  part: Part,
  value: Setting[Part],
  before: Row | undefined,
): Promise<UpdateCommandInput & { readonly UpdateExpression: string }> {
  const legacyKey = settingKeyOf(platform);
  return {
    TableName: dynamo.name("legacy-accounts"),
    Key: { legacyKey },
    UpdateExpression: "SET #part = :value",
    ConditionExpression: before?.[part] === undefined ? "attribute_not_exists(#part)" : "#part = :before",
    ExpressionAttributeNames: { "#part": part },
    ExpressionAttributeValues: {
      ":value": await keys.seal("legacy-account", { legacyKey, [part]: value }),
      ...(before?.[part] === undefined ? {} : { ":before": before[part] }),
    },
  };
}
