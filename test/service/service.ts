import { randomBytes } from "node:crypto";
import { afterAll } from "vitest";
import { systemIds } from "../../functions/adapters/system.ts";
import type { Ids } from "../../functions/ports/ids.ts";
import { startAwsParts } from "../../lib/local/aws-parts.ts";
import type { OutboxMessage } from "../../lib/local/outbox/outbox.ts";
import { ensurePictureBucket } from "../../lib/local/s3/picture-bucket.ts";
import { ensureTables } from "../../lib/local/tables.ts";
import { ensureUserPool } from "../../lib/local/user-pool.ts";
import { temporaryFolder } from "../local/temporary-folder.ts";
import { Browser, type Invoke } from "./browser.ts";
import { TestClock } from "./clock.ts";
import { quickHashes } from "./quick-hashes.ts";
import { wireApi } from "./wired.ts";

const edge = { origin: "https://account.test", secret: "the edge's secret of the tests" };

export interface ServiceOptions {
  readonly ids?: Ids;
  readonly settings?: Record<string, string>;
  readonly prefix?: string;
  readonly clock?: TestClock;
  /** `real`: passwords are hashed as production hashes them. */
  readonly hashes?: "quick" | "real";
}

export interface PartsOptions {
  /** Called when the parts run and before a handler is wired: who wants to stand between them points the SDK's variables at itself. */
  readonly between?: (environment: NodeJS.ProcessEnv) => Promise<{ stop(): Promise<void> }>;
}

/** The real embedded parts, one set a test file. */
export async function startParts({ between, hashes }: PartsOptions & Pick<ServiceOptions, "hashes"> = {}) {
  const aws = await startAwsParts(process.env, temporaryFolder(), hashes === "real" ? {} : quickHashes);
  afterAll(() => aws.stop());
  const pool = await ensureUserPool();
  const standing = await between?.(process.env);
  if (standing !== undefined) afterAll(() => standing.stop());
  return { aws, pool };
}

export type Parts = Awaited<ReturnType<typeof startParts>>;

/** The real handlers over the real embedded parts, with a clock and ids that a test may steer. One a test file. */
export async function startService(options: ServiceOptions & PartsOptions = {}) {
  return serviceOver(await startParts(options), options);
}

/** One service over parts that run; with another prefix it shares nothing with the others but the parts. */
export async function serviceOver({ aws, pool }: Parts, options: ServiceOptions = {}) {
  const clock = options.clock ?? new TestClock();
  const prefix = options.prefix ?? "test-";
  await ensureTables(prefix);
  const bucket = `${prefix}pictures`;
  await ensurePictureBucket(bucket);
  const environment = {
    SITE_ORIGIN: edge.origin,
    EDGE_SECRET: edge.secret,
    TABLE_PREFIX: prefix,
    KEY_RING_SECRET_ID: "educloud/key-ring",
    COUNTIES_SECRET_ID: "educloud/counties",
    USER_POOL_ID: pool.userPoolId,
    USER_POOL_CLIENT_ID: pool.clientId,
    PICTURE_BUCKET: bucket,
    MAIL_FROM: "no-reply@account.test",
    SERVICE_DESK_MAIL: "service-desk@account.test",
    ACCOUNT_DOMAIN: "account.test",
    SCHOOL_RANGES: "198.51.100.0/24",
    ...options.settings,
  };
  Object.assign(process.env, environment);
  const surroundings = {
    environment,
    clock,
    ids: options.ids ?? systemIds,
    ...(options.hashes === "real" ? {} : { slowCost: quickHashes.slowCost }),
  };
  const jobs = (await import("../../functions/jobs/handler.ts")).wire(surroundings);

  const invoke = await wireApi(surroundings);
  let browsers = 0;

  return {
    clock,
    jobs,
    environment,
    prefix,
    edge,
    pool,
    invoke,
    /** A new browser, each at an address of its own unless given one; `by` is who answers it, this service if not said. */
    browser(address?: string, by: Invoke = invoke): Browser {
      browsers += 1;
      return new Browser(by, edge, address ?? `203.0.${browsers >> 8}.${browsers & 255}`);
    },
    /** Messages that left the service, newest first. */
    sent: (to?: string): OutboxMessage[] =>
      (aws.outbox?.messages() ?? []).filter((message) => to === undefined || message.to === to),
    random: (bytes = 4) => randomBytes(bytes).toString("hex"),
  };
}

export type Service = Awaited<ReturnType<typeof startService>>;
