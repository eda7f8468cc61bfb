import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { secretsManagerKeys } from "../../functions/adapters/keys.ts";
import { countiesName } from "../../lib/local/secrets.ts";
import { seedOnce } from "../../lib/local/seed/seed.ts";
import { enrol, goodPassword } from "../service/people.ts";
import type { Service } from "../service/service.ts";
import { budgetsOf, importBudget, isOver } from "./budgets.ts";
import { type Child, startChild } from "./child.ts";
import { measureColdStarts } from "./cold-starts.ts";
import { layout } from "./cores.ts";
import type { FlowParts } from "./flows.ts";
import type { MeasuredImport } from "./legacy-import.ts";
import { measureFlows } from "./measured-flows.ts";
import { type MeasuredOidc, measureOidc, ours, peers } from "./measured-oidc.ts";
import { type Application, applicationFile, endpointsAt } from "./oidc-flows.ts";
import { peerEndpoints } from "./peer-flows.ts";
import { peopleRecorded, recordedRun } from "./recorded-run.ts";
import { startRecorder } from "./recorder.ts";
import * as report from "./report.ts";

const prefixes = { load: "load-", recorded: "recorded-" } as const;
const settings = {
  SITE_ORIGIN: "http://127.0.0.1",
  EDGE_SECRET: randomBytes(24).toString("base64url"),
  TABLE_PREFIX: prefixes.load,
  KEY_RING_SECRET_ID: "educloud/key-ring",
  COUNTIES_SECRET_ID: countiesName,
  USER_POOL_ID: "us-east-1_bench",
  USER_POOL_CLIENT_ID: "bench",
  MAIL_FROM: "no-reply@account.test",
  PICTURE_BUCKET: "bench-pictures",
  SERVICE_DESK_MAIL: "service-desk@account.test",
  ACCOUNT_DOMAIN: "account.test",
  SCHOOL_RANGES: "127.0.0.0/8",
  AWS_REGION: "us-east-1",
  AWS_ACCESS_KEY_ID: "local",
  AWS_SECRET_ACCESS_KEY: "local",
};
/** What the children get of this process's environment: nothing that would send their calls to another AWS. */
const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(AWS|POWERTOOLS)_/.test(name)));

const folder = mkdtempSync(join(tmpdir(), "educloud-bench-"));
const children: Child[] = [];
const start = (...child: Parameters<typeof startChild>): Child => {
  const started = startChild(...child);
  children.push(started);
  return started;
};

try {
  report.machine();
  const cold = await measureColdStarts(folder, { ...settings, POWERTOOLS_LOG_LEVEL: "SILENT" });
  report.functions(cold);
  layout.pinClient();

  const standIns = start("stand-ins.ts", {
    arguments: [join(folder, "data"), ...Object.values(prefixes)],
    environment: inherited,
    before: layout.others,
  });
  const aws = await standIns.ask<Record<string, string>>("surroundings");
  const environment = { ...inherited, ...settings, ...aws };
  Object.assign(process.env, aws);
  const parts: FlowParts = {
    keys: secretsManagerKeys(settings.KEY_RING_SECRET_ID),
    codeSentTo: (address) => standIns.ask("code", address),
  };

  const service = start("service.ts", { environment, before: layout.service });
  const origin = await service.ask<string>("origin");
  const pids = { service: service.pid, standIns: standIns.pid };
  const measured = await measureFlows(parts, { origin, people: await enrolled(service, 400), pids });
  report.flows(measured.flows);
  const applications = await registered(service, 20);
  const own = await measureOidc(ours(parts, endpointsAt(origin), measured.accounts, applications), pids);
  await service.stop();
  report.oidc(own, await measuredPeer(applications[0], standIns.pid));
  const imported = await measuredImport(environment);
  report.legacyImport(imported);

  const watched: NodeJS.ProcessEnv = { ...environment, TABLE_PREFIX: prefixes.recorded };
  const recorder = await startRecorder(watched);
  const alone = start("service.ts", { environment: watched });
  const people = await enrolled(alone, peopleRecorded);
  const place = {
    origin: await alone.ask<string>("origin"),
    prefix: prefixes.recorded,
    userPoolId: aws.USER_POOL_ID ?? "",
    recorder,
    job: (event: { readonly job: string }) => alone.ask("job", event),
  };
  await standIns.ask("counties", place.origin);
  await seedOnce((event) => alone.ask("job", event), prefixes.recorded);
  const [application] = await registered(alone, 1);
  const run = await recordedRun({ ...place, application }, parts, people);
  await alone.stop();
  await recorder.stop();
  report.calls(run);
  const budgets = [...budgetsOf(cold.functions, run), importBudget(imported)];
  report.budgets(budgets);
  if (budgets.some(isOver)) process.exitCode = 1;
} finally {
  for (const child of children.toReversed()) await child.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** People put into the roster by the service's own import job. */
async function enrolled(service: Child, count: number) {
  const jobs = (event: unknown) => service.ask("job", event);
  const random = (bytes = 4) => randomBytes(bytes).toString("hex");
  return enrol({ jobs, random } as unknown as Service, count);
}

/** Applications put in by the service's own job. */
async function registered(service: Child, count: number): Promise<[Application, ...Application[]]> {
  const [first, ...others] = Array.from({ length: count }, async (_, number): Promise<Application> => {
    const application = applicationFile(number);
    const event = { job: "save-application", by: "bench", application };
    const { secret = "" } = await service.ask<{ secret?: string }>("job", event);
    return { clientId: application.clientId, secret };
  });
  if (first === undefined) throw new Error("the bench needs an application");
  return [await first, ...(await Promise.all(others))];
}

/** The same flows by the same client at `oidc-provider` itself, on the core that the service had. */
async function measuredPeer({ clientId, secret }: Application, standIns: number): Promise<MeasuredOidc> {
  const peer = start("peer.ts", {
    arguments: [clientId, secret, goodPassword],
    environment: inherited,
    before: layout.service,
  });
  const at = peerEndpoints(await peer.ask("origin"));
  const measured = await measureOidc(peers(at, { clientId, secret }), { service: peer.pid, standIns });
  await peer.stop();
  return measured;
}

/** Old accounts of a platform, with the heap that `npm run legacy` has, on the core that the service had. */
async function measuredImport(environment: NodeJS.ProcessEnv): Promise<MeasuredImport> {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
  const flags = scripts.legacy.split(" ").filter((word: string) => word.startsWith("--"));
  const child = start("legacy-import.ts", {
    arguments: [folder],
    environment: { ...environment, NODE_OPTIONS: flags.join(" ") },
    before: layout.service,
  });
  const measured = await child.ask<MeasuredImport>("measure", 10_000);
  await child.stop();
  return measured;
}
