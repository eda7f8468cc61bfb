import type { RouteKey } from "../../functions/contract/routes.ts";
import { type Cell, cellsOf, columns } from "./cells.ts";

export const legacyLinkRoute = "POST /api/legacy/{clientId}/link" satisfies RouteKey;

/** §5.2 Link as the calls it is: what is looked at, the try counted, compared and given back, the one transaction, then the notice. */
export const legacyLinkSteps = [
  { name: "the read of the person's link", at: "dynamodb.BatchGetItem consents" },
  { name: "the count of the person's tries", at: "dynamodb.UpdateItem limits" },
  { name: "the read of the old account", at: "dynamodb.BatchGetItem accounts" },
  { name: "the try", at: "dynamodb.UpdateItem accounts" },
  {
    name: "the link",
    at: "dynamodb.TransactWriteItems accounts+accounts+audit+consents+messages+notifications",
  },
  { name: "the mail of the notice", at: "ses.SendEmail" },
  { name: "the SMS of the notice", at: "sns.Publish" },
  { name: "the booking of the notice", at: "dynamodb.UpdateItem messages" },
] as const;

/** The second write of the old account: the same call as the try. */
const givenBack: readonly Cell[] = Object.entries(columns).map(([column, fault]) => ({
  cell: `the tries given back, ${column}`,
  fault: { ...fault, at: "dynamodb.UpdateItem accounts", nth: 2, during: legacyLinkRoute },
}));

export const legacyLinkCells: readonly Cell[] = [...cellsOf(legacyLinkRoute, legacyLinkSteps), ...givenBack];
