import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { startRegisteredSample } from "./application/start-sample-application.ts";
import { type AwsParts, startAwsParts } from "./aws-parts.ts";
import { type SampleCounties, startCounties } from "./counties/counties.ts";
import { gateway, listen } from "./gateway/gateway.ts";
import { loadHandlers } from "./handlers.ts";
import { localPages } from "./pages/local-pages.ts";
import { ensurePictureBucket } from "./s3/picture-bucket.ts";
import { startSchedule } from "./schedule.ts";
import { countiesName } from "./secrets.ts";
import { seedOnce } from "./seed/seed.ts";
import { localSettings } from "./settings.ts";
import { StartUpError } from "./start-up-error.ts";
import { openTableStream } from "./table-stream.ts";
import { ensureTables } from "./tables.ts";
import { ensureUserPool } from "./user-pool.ts";

export interface RunningService {
  readonly origin: string;
  /** How many places the sample roster put in, or undefined when it was there already. */
  readonly seeded: number | undefined;
  readonly standIns: readonly string[];
  /** Where the sample application is, unless it is off. */
  readonly application: string | undefined;
  stop(): Promise<void>;
}

const siteFolder = fileURLToPath(new URL("../../dist/site", import.meta.url));
const tablePrefix = "educloud-";
const pictureBucket = "educloud-pictures";

/**
 * The whole service on this machine: stand-ins for what AWS is not reached for, tables and user pool if missing, the sample
 * counties, the sample roster once, the sample application, the handlers of the cloud, one origin for site and API.
 * @throws StartUpError with one sentence that says what to do
 */
export async function startUp(environment: NodeJS.ProcessEnv): Promise<RunningService> {
  const { port, dataDir, sampleCounties, applicationPort } = localSettings(environment);
  if (!existsSync(siteFolder)) throw new StartUpError("The site is not built: run `npm start`, which builds it first.");
  const edgeSecret = randomBytes(24).toString("base64url");
  const started: { stop(): Promise<void> }[] = [];
  const stop = async () => {
    for (const part of started.toReversed()) await part.stop();
  };
  try {
    const door = await openDoor(port);
    started.push(door);
    const aws = await startAwsParts(environment, dataDir);
    started.push(aws);
    const counties = sampleCounties ? await startSampleCounties(aws, door.origin) : undefined;
    if (counties !== undefined) started.push(counties);
    await ensureTables(tablePrefix);
    // Before the first row is written: what comes before the stream is in no chain.
    const auditStream = await auditStreamOf(environment.AWS_ENDPOINT_URL_DYNAMODB);
    const pool = await ensureUserPool();
    Object.assign(environment, surroundings(environment, door.origin, edgeSecret, pool));
    await ensurePictureBucket(environment.PICTURE_BUCKET ?? pictureBucket);

    const handlers = await loadHandlers();
    const seeded = await seedOnce(handlers.jobs, tablePrefix);
    const application =
      applicationPort === undefined
        ? undefined
        : await startRegisteredSample(handlers.jobs, door.origin, applicationPort, dataDir);
    if (application !== undefined) started.push(application);
    started.push(startSchedule(handlers.jobs, { outbox: aws.outbox, auditStream }));
    const localPage = localPages({
      outbox: aws.outbox,
      origin: door.origin,
      counties: counties?.pages ?? [],
      applications: application?.pages ?? [],
    });
    door.serve(gateway({ origin: new URL(door.origin), siteFolder, edgeSecret, handlers: handlers.api, localPage }));
    return {
      origin: door.origin,
      seeded,
      standIns: aws.started,
      application: application?.pages[0]?.address,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Nobody would find them where Secrets Manager is somewhere else: there the counties are what that one says. */
async function startSampleCounties({ secrets }: AwsParts, siteOrigin: string): Promise<SampleCounties | undefined> {
  if (secrets === undefined) return undefined;
  const counties = await startCounties({ siteOrigin });
  secrets.setCounties(counties.configurations);
  return counties;
}

/** The settings of the functions, where the person did not set their own. */
function surroundings(
  environment: NodeJS.ProcessEnv,
  origin: string,
  edgeSecret: string,
  pool: { userPoolId: string; clientId: string },
) {
  const {
    SCHOOL_RANGES,
    ACCOUNT_DOMAIN,
    COUNTIES_SECRET_ID,
    PICTURE_BUCKET,
    MAIL_FROM,
    SERVICE_DESK_MAIL,
    POLICY_PROFILE,
    POWERTOOLS_LOG_LEVEL,
    POWERTOOLS_METRICS_DISABLED,
  } = environment;
  return {
    SITE_ORIGIN: origin,
    EDGE_SECRET: edgeSecret,
    TABLE_PREFIX: tablePrefix,
    KEY_RING_SECRET_ID: "educloud/key-ring",
    COUNTIES_SECRET_ID: COUNTIES_SECRET_ID ?? countiesName,
    USER_POOL_ID: pool.userPoolId,
    USER_POOL_CLIENT_ID: pool.clientId,
    PICTURE_BUCKET: PICTURE_BUCKET ?? pictureBucket,
    MAIL_FROM: MAIL_FROM ?? "no-reply@educloud.example",
    SERVICE_DESK_MAIL: SERVICE_DESK_MAIL ?? "service-desk@educloud.example",
    ACCOUNT_DOMAIN: ACCOUNT_DOMAIN ?? "educloud.example",
    POLICY_PROFILE: POLICY_PROFILE ?? "seed",
    // A terminal shows what goes wrong; a log line and a metric for each request are for CloudWatch.
    POWERTOOLS_LOG_LEVEL: POWERTOOLS_LOG_LEVEL ?? "WARN",
    POWERTOOLS_METRICS_DISABLED: POWERTOOLS_METRICS_DISABLED ?? "true",
    // Everybody who tries it out comes from this one machine: it counts as a school.
    SCHOOL_RANGES: SCHOOL_RANGES ?? "127.0.0.0/8,::1/128",
  };
}

/** Takes the port before anything else is started, so that a taken one is told at once and nothing has to be undone. */
async function openDoor(port: number) {
  const { createServer } = await import("node:http");
  const server = createServer((_request, response) => {
    response.writeHead(503, { "retry-after": "2" }).end();
  });
  await listen(server, port).catch((cause: NodeJS.ErrnoException) => {
    const taken = cause.code === "EADDRINUSE";
    throw new StartUpError(
      taken
        ? `Port ${port} is taken: stop the program that uses it, or choose another with PORT=${port + 1} npm start.`
        : `Port ${port} cannot be opened (${cause.code}): choose another with PORT=8787 npm start.`,
      { cause },
    );
  });
  const address = server.address();
  const taken = typeof address === "object" && address !== null ? address.port : port;
  return {
    origin: `http://localhost:${taken}`,
    serve(inner: ReturnType<typeof gateway>) {
      server.removeAllListeners("request");
      server.on("request", (request, response) => inner.emit("request", request, response));
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Of a database on this machine. One that is reached by HTTPS is of the cloud, where the cloud's own functions follow it. */
const auditStreamOf = async (endpoint = "") =>
  endpoint.startsWith("http://") ? openTableStream(endpoint, `${tablePrefix}audit`) : undefined;
