import { availableParallelism, loadavg } from "node:os";
import { type Budget, isOver } from "./budgets.ts";
import { type ColdStart, rounds } from "./cold-starts.ts";
import { layout } from "./cores.ts";
import type { MeasuredImport } from "./legacy-import.ts";
import { users } from "./load.ts";
import type { MeasuredFlow } from "./measured-flows.ts";
import { type MeasuredOidc, oidcFlowNames } from "./measured-oidc.ts";
import type { RecordedFlow, RecordedRun } from "./recorded-run.ts";
import { countOf, type RecordedCall, unitsOf } from "./recorder.ts";
import { rounded, table } from "./table.ts";

/** CPU times repeat within a tenth on a quiet machine only. */
export function machine(): void {
  const [load = 0] = loadavg();
  const busy = load > 0.5 ? " Other work runs on it: times come out too long." : "";
  console.log(
    `Node ${process.versions.node}, ${availableParallelism()} cores, load ${rounded(load, 1)} at the start.${busy}`,
  );
}

function print(title: string, ...parts: string[]): void {
  console.log(`\n${title}\n\n${parts.join("\n\n")}`);
}

export function functions({ functions: started, emptyMs }: { functions: readonly ColdStart[]; emptyMs: number }): void {
  print(
    `Functions: bundles (1 KB = 1,000 bytes), and cold starts in ms of a whole process, median of ${rounds}, in turn`,
    table(
      ["function", "KB at init", "KB lazy", "cold ms", "import ms", "clients only ms", "ratio"],
      started.map(({ name, initBytes, lazyBytes, ms, clientsMs }) => [
        name,
        rounded(initBytes / 1_000, 1),
        rounded(lazyBytes / 1_000, 1),
        rounded(ms, 1),
        rounded(ms - emptyMs, 1),
        rounded(clientsMs, 1),
        rounded(ms / clientsMs, 2),
      ]),
    ),
    `An empty handler takes ${rounded(emptyMs, 1)} ms: "import" is what is beyond it. "Clients only" makes the same SDK clients and nothing else; goal of the ratio: 1.08, of oidc 1.5.`,
  );
}

export function flows(measured: readonly MeasuredFlow[]): void {
  const cores = layout.isPinned
    ? "The service has one core, client and stand-ins share another."
    : "Not pinned to cores: there is one only, or no taskset.";
  print(
    `Flows under load: ${users} users, kept-alive connections, embedded DynamoDB and Cognito; CPU is user + system, ms a flow`,
    table(
      ["flow", "flows", "flows/s", "p50 ms", "p95 ms", "service CPU", "Cognito + outbox CPU", "DynamoDB CPU"],
      measured.map((flow) => [
        flow.name,
        flow.flows,
        rounded(flow.perSecond, 1),
        rounded(flow.p50, 1),
        rounded(flow.p95, 1),
        rounded(flow.serviceCpu, 2),
        rounded(flow.standInCpu, 2),
        rounded(flow.databaseCpu, 2),
      ]),
    ),
    `${cores} Apply is seven requests, sign-in two with its captcha, a session check one. What limits apply and sign-in here is the stand-in's scrypt, which Cognito does in the cloud.`,
  );
}

export function oidc(own: MeasuredOidc, peer: MeasuredOidc): void {
  print(
    `Single sign-on under the same load, then oidc-provider itself with its memory adapter, on the same core`,
    table(
      [
        "flow",
        "flows",
        "flows/s",
        "p50 ms",
        "p95 ms",
        "service CPU",
        "DynamoDB CPU",
        "peer flows/s",
        "peer CPU",
        "ratio",
      ],
      oidcFlowNames.map((name) => [
        name,
        own[name].flows,
        rounded(own[name].perSecond, 1),
        rounded(own[name].p50, 1),
        rounded(own[name].p95, 1),
        rounded(own[name].serviceCpu, 2),
        rounded(own[name].databaseCpu, 2),
        rounded(peer[name].perSecond, 1),
        rounded(peer[name].serviceCpu, 2),
        rounded(own[name].serviceCpu / peer[name].serviceCpu, 1),
      ]),
    ),
    "A first entry is nine requests: sign-in with its captcha, consent, code, token, userinfo. The peer's has neither captcha nor hash, nine too. Both sign with RSA-3072.",
  );
}

export function legacyImport({ rows, seconds, cpuMs, peakMb, wrapMs }: MeasuredImport): void {
  print(
    "Import of a legacy platform's accounts: file, job and embedded DynamoDB, the slow hash nearly free",
    table(
      ["rows", "rows/s", "CPU ms a row", "peak MB", "one real wrap, CPU ms", "× the rest of a row"],
      [
        [
          rows,
          rounded(rows / seconds, 0),
          rounded(cpuMs, 2),
          rounded(peakMb, 0),
          rounded(wrapMs, 1),
          rounded(wrapMs / cpuMs, 1),
        ],
      ],
    ),
    `So 200,000 rows with their real wraps are ${rounded((200_000 * (cpuMs + wrapMs)) / 60_000, 0)} minutes of one core.`,
  );
}

export function calls({ flows: recorded, growth }: RecordedRun): void {
  for (const flow of recorded) {
    const { reads, writes } = unitsOf(flow.calls);
    print(
      `Calls of one ${flow.name}: ${countOf(flow.calls, "dynamodb")} DynamoDB, ${countOf(flow.calls, "cognito")} Cognito, ${flow.calls.length} in all; ${reads} read and ${writes} write units`,
      table(["request", "step", "call", "reads", "writes"], callRows(flow)),
      ...(flow.byJobs.length === 0 ? [] : [jobsSentence(flow.byJobs)]),
    );
  }
  print(
    "Growth: one of each while the tables of accounts and claims grow",
    table(
      ["flow", "accounts", "DynamoDB calls", "Cognito calls", "reads", "writes"],
      growth.map(({ name, accounts, calls: made }) => {
        const { reads, writes } = unitsOf(made);
        return [name, accounts, countOf(made, "dynamodb"), countOf(made, "cognito"), reads, writes];
      }),
    ),
  );
}

/** Not the flow's: here the sweep sends what the table's stream gives to the same job in the cloud, without the sweep's queries. */
function jobsSentence(made: readonly RecordedCall[]): string {
  const { reads, writes } = unitsOf(made);
  const queries = made.filter(({ name }) => name.includes(".Query")).length;
  const counts = [
    `${queries} queries of the sweep`,
    `${countOf(made, "dynamodb") - queries} other calls to DynamoDB`,
    `${countOf(made, "ses")} mail`,
    `${countOf(made, "sns")} SMS`,
  ];
  return `Besides, the job that sends the code: ${counts.join(", ")}; ${reads} read and ${writes} write units.`;
}

/** Calls of one step go out together. */
function callRows({ requests, calls: made }: RecordedFlow): (string | number)[][] {
  return [...new Set(requests)].flatMap((request) => {
    const own = made.filter(({ during }) => during === request);
    const first = own[0]?.step ?? 0;
    if (own.length === 0) return [[request, "", "none", "", ""]];
    return own.map(({ name, service, step, reads, writes }, index) => {
      const units = service === "dynamodb" ? [reads, writes] : ["", ""];
      return [index === 0 ? request : "", step - first + 1, name, ...units];
    });
  });
}

export function budgets(all: readonly Budget[]): void {
  print(
    "Budgets",
    table(
      ["budget", "at most", "measured", ""],
      all.map((budget) => [budget.what, budget.most, rounded(budget.measured, 1), isOver(budget) ? "over" : "ok"]),
    ),
  );
}
