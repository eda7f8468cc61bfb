import type { CaseContent, NewCase } from "../ports/cases.ts";
import type { Keys } from "../ports/keys.ts";
import type { Dynamo, TransactItem } from "./dynamo.ts";

/** What is kept of a case's code: with the number in it, so that one code of two cases does not show. */
export const codeKeyOf = (keys: Keys, { number, code }: { number: string; code: string }): Promise<string> =>
  keys.mac("case", `${number}#${code}`);

/** A new case and its audit record (I5): two items of the transaction that opens it. What the person wrote is sealed. */
export async function openingItems(
  { dynamo, keys }: { dynamo: Dynamo; keys: Keys },
  opened: NewCase,
  now: number,
): Promise<[["case", TransactItem], ["audit", TransactItem]]> {
  const { number, category, owner, county, school, userId, content } = opened;
  const at = new Date(now).toISOString();
  const row = {
    caseNumber: number,
    codeKey: await codeKeyOf(keys, opened),
    category,
    owner,
    ...(county === undefined ? {} : { county }),
    ...(school === undefined ? {} : { school }),
    ...(userId === undefined ? {} : { userId }),
    status: "open",
    openedAt: at,
    steps: [{ at, status: "open" }],
    content: await keys.seal("case", content satisfies CaseContent),
  };
  const put = (table: "cases" | "audit", Item: Record<string, unknown>, key: string): TransactItem => ({
    Put: {
      TableName: dynamo.name(table),
      Item,
      ConditionExpression: `attribute_not_exists(${key})`,
      ReturnValuesOnConditionCheckFailure: "ALL_OLD",
    },
  });
  return [
    ["case", put("cases", row, "caseNumber")],
    ["audit", put("audit", { subject: `case#${number}`, entry: at, event: "case.opened", category, owner }, "subject")],
  ];
}
