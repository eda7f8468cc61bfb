import {
  CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import type { Browser } from "../service/browser.ts";
import { enrol, type Person } from "../service/people.ts";
import { type Parts, type Service, serviceOver, startParts } from "../service/service.ts";
import type { Lane } from "./lane.ts";
import { type RunningProxy, startProxy } from "./proxy.ts";
import { type Rows, rowsBehind } from "./rows.ts";

/** A service of its own (tables, pool, sender, clock) over parts that it shares: cells of a matrix run side by side on such lanes. */
export interface RegistrationLane {
  readonly service: Service;
  readonly lane: Lane;
  readonly rows: Rows;
  readonly poolId: string;
  /** Somebody who has not applied yet. */
  newcomer(): Promise<Person>;
  browser(): Browser;
  mobile(): string;
  /** An account name nobody has asked for. */
  freshName(): string;
  /** Runs a job with nothing in its way; the lane's label says which. */
  job(name: "reconcile-registrations" | "send-messages"): Promise<unknown>;
}

/** Opens lanes; `use` gives a free one to a cell and takes it back, whatever became of it. */
export async function startRegistrationLanes(count: number) {
  let proxy: RunningProxy | undefined;
  const parts = await startParts({
    between: async (environment) => {
      proxy = await startProxy(environment);
      return proxy;
    },
  });
  if (proxy === undefined) throw new Error("the proxy was not asked to stand between");
  const free: RegistrationLane[] = [];
  for (let number = 0; number < count; number += 1) free.push(await openLane(parts, proxy, number));
  const waiting: ((lane: RegistrationLane) => void)[] = [];
  return {
    async use<T>(cell: (lane: RegistrationLane) => Promise<T>): Promise<T> {
      const lane = free.pop() ?? (await new Promise<RegistrationLane>((resolve) => waiting.push(resolve)));
      try {
        return await cell(lane);
      } finally {
        lane.lane.mend();
        const next = waiting.shift();
        if (next === undefined) free.push(lane);
        else next(lane);
      }
    },
  };
}

async function openLane({ aws }: Parts, proxy: RunningProxy, number: number): Promise<RegistrationLane> {
  const name = `lane${number}`;
  const prefix = `${name}-`;
  const pool = await poolFor(name);
  const sender = `${name}@sender.test`;
  const lane = proxy.lane(prefix, pool.userPoolId, encodeURIComponent(sender), `${name}sms`);
  const settings = { MAIL_FROM: sender, SMS_SENDER: `${name}sms` };
  const service = await serviceOver({ aws, pool }, { prefix, settings });
  const waiting: Person[] = [];
  let [numbers, names] = [0, 0];
  return {
    service,
    lane,
    poolId: pool.userPoolId,
    rows: rowsBehind(proxy.behind.dynamodb, prefix),
    browser: () => service.browser(),
    async newcomer() {
      if (waiting.length === 0) waiting.push(...(await enrol(service, 50)));
      return waiting.pop()!;
    },
    mobile() {
      numbers += 1;
      // Another lane, another second digit; another person, another prefix of seven (T12 counts prefixes).
      return `09${number}${String(numbers).padStart(4, "0")}000`;
    },
    freshName() {
      names += 1;
      return `pupil${number}_${names}`;
    },
    job(job) {
      lane.during = job;
      return service.jobs({ job });
    },
  };
}

async function poolFor(PoolName: string) {
  const cognito = new CognitoIdentityProviderClient({});
  const Policies = {
    PasswordPolicy: {
      MinimumLength: 8,
      RequireLowercase: false,
      RequireUppercase: false,
      RequireNumbers: false,
      RequireSymbols: false,
    },
  };
  const { UserPool } = await cognito.send(new CreateUserPoolCommand({ PoolName, Policies }));
  const { UserPoolClient } = await cognito.send(
    new CreateUserPoolClientCommand({
      UserPoolId: UserPool?.Id,
      ClientName: "sign-in",
      ExplicitAuthFlows: ["ALLOW_ADMIN_USER_PASSWORD_AUTH"],
      PreventUserExistenceErrors: "ENABLED",
    }),
  );
  cognito.destroy();
  return { userPoolId: UserPool?.Id ?? "", clientId: UserPoolClient?.ClientId ?? "" };
}
