import type { ColdStart } from "./cold-starts.ts";
import type { MeasuredImport } from "./legacy-import.ts";
import type { Growth, RecordedRun } from "./recorded-run.ts";
import { countOf, type RecordedCall, unitsOf } from "./recorder.ts";

export interface Budget {
  readonly what: string;
  readonly most: number;
  readonly measured: number;
}

export const isOver = ({ most, measured }: Budget): boolean => measured > most;

/** A function that speaks the whole OpenID protocol is larger than any other. */
const mostKb = (name: ColdStart["name"]): number => (name === "oidc" ? 1_000 : 400);

/** What must hold on any machine, unlike times (calls, units, bundles). */
export function budgetsOf(functions: readonly ColdStart[], { flows, growth }: RecordedRun): Budget[] {
  const callsOf = (name: string) => flows.find((flow) => flow.name === name)?.calls ?? [];
  const [apply, signIn, session] = [callsOf("apply"), callsOf("sign-in"), callsOf("session check")];
  const byCounty = callsOf("county sign-in");
  const [first, sso] = [callsOf("first entry"), callsOf("SSO entry")];
  const transactionsOf = (calls: readonly RecordedCall[]) =>
    calls.filter(({ name }) => name.includes("Transact")).length;
  const [byCode, activate] = [callsOf("reset by code"), callsOf("activate")];
  return [
    { what: "sign-in: DynamoDB calls", most: 5, measured: countOf(signIn, "dynamodb") },
    { what: "sign-in: Cognito calls", most: 1, measured: countOf(signIn, "cognito") },
    { what: "sign-in: transactions", most: 0, measured: transactionsOf(signIn) },
    { what: "county sign-in: DynamoDB calls", most: 4, measured: countOf(byCounty, "dynamodb") },
    { what: "county sign-in: Cognito calls", most: 0, measured: countOf(byCounty, "cognito") },
    { what: "county sign-in: transactions", most: 0, measured: transactionsOf(byCounty) },
    { what: "apply: DynamoDB calls", most: 12, measured: countOf(apply, "dynamodb") },
    { what: "apply: Cognito calls", most: 2, measured: countOf(apply, "cognito") },
    { what: "session check: calls in all", most: 1, measured: session.length },
    { what: "first entry: DynamoDB calls", most: 14, measured: countOf(first, "dynamodb") },
    { what: "first entry: Cognito calls", most: 1, measured: countOf(first, "cognito") },
    { what: "SSO entry: DynamoDB calls", most: 6, measured: countOf(sso, "dynamodb") },
    { what: "SSO entry: Cognito calls", most: 0, measured: countOf(sso, "cognito") },
    // The redemption of the code, which checks that nothing was taken back since it was read (decision 011).
    { what: "SSO entry: transactions", most: 1, measured: transactionsOf(sso) },
    { what: "refresh: calls in all", most: 2, measured: callsOf("refresh").length },
    { what: "userinfo: calls in all", most: 1, measured: callsOf("userinfo").length },
    { what: "reset by code: DynamoDB calls", most: 14, measured: countOf(byCode, "dynamodb") },
    { what: "reset by code: Cognito calls", most: 1, measured: countOf(byCode, "cognito") },
    { what: "activate: DynamoDB calls", most: 14, measured: countOf(activate, "dynamodb") },
    { what: "activate: Cognito calls", most: 2, measured: countOf(activate, "cognito") },
    ...[...Map.groupBy(growth, ({ name }) => name)].map(([name, sizes]) => ({
      what: `${name}: sizes at which calls or units differ`,
      most: 0,
      measured: sizesThatDiffer(sizes),
    })),
    ...functions
      .filter(({ name }) => name !== "jobs")
      .map(({ name, initBytes }) => ({ what: `${name}: KB at init`, most: mostKb(name), measured: initBytes / 1_000 })),
  ];
}

/** Memory does not grow with the rows beyond some bytes each: `test/legacy-commands/memory.test.ts` has 200,000. */
export const importBudget = ({ peakMb }: MeasuredImport): Budget => ({
  what: "import of old accounts: MB at most",
  most: 300,
  measured: peakMb,
});

function sizesThatDiffer(sizes: readonly Growth[]): number {
  const [small, ...larger] = sizes.map(({ calls }) => shapeOf(calls));
  return larger.filter((shape) => shape !== small).length;
}

/** Calls and their units, whichever of two that go out together came first. */
function shapeOf(calls: readonly RecordedCall[]): string {
  const each = calls.map(({ name, reads, writes }) => `${name} ${reads} ${writes}`).toSorted();
  return JSON.stringify([...each, unitsOf(calls)]);
}
