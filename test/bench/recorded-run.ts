import { countyAccounts } from "../../lib/local/counties/accounts.ts";
import type { Browser } from "../service/browser.ts";
import type { Person } from "../service/people.ts";
import { disable, forgetLimits } from "./beforehand.ts";
import { virtualUser } from "./client.ts";
import {
  type Applicant,
  activateByCode,
  applicant,
  applyByCounty,
  applyFor,
  checkSession,
  type FlowParts,
  resetByCode,
  signIn,
  signInByCounty,
} from "./flows.ts";
import { growTo } from "./grow.ts";
import {
  type Application,
  consentedEntry,
  endpointsAt,
  entry,
  firstEntry,
  offline,
  refresh,
  type Tokens,
  userinfo,
} from "./oidc-flows.ts";
import type { RecordedCall, Recorder } from "./recorder.ts";

export interface RecordedFlow {
  readonly name: string;
  /** Every request in its order, those without a call too. */
  readonly requests: readonly string[];
  readonly calls: readonly RecordedCall[];
  /** What jobs did for it meanwhile, outside of its requests. */
  readonly byJobs: readonly RecordedCall[];
}

export interface Growth {
  readonly name: string;
  readonly accounts: number;
  readonly calls: readonly RecordedCall[];
}

export interface RecordedRun {
  readonly flows: readonly RecordedFlow[];
  readonly growth: readonly Growth[];
}

/** Performance goal 7, as far as a minute of bench can see it. */
const sizes = [100, 10_000];
export const peopleRecorded = 4 + 3 * sizes.length;

/** What is going on while a job is at work. */
const jobsTurn = "a job";

interface Place {
  readonly origin: string;
  readonly prefix: string;
  readonly userPoolId: string;
  readonly recorder: Recorder;
  readonly application: Application;
  /** Gives the service's jobs one event. */
  readonly job: (event: { readonly job: string }) => Promise<unknown>;
}

/**
 * Each flow once, alone, over small tables; then those that anybody does at any time again while the tables grow. `people`:
 * four, and three for each size, since one account gets one code a minute.
 */
export async function recordedRun(
  { origin, prefix, userPoolId, recorder, application, job }: Place,
  parts: FlowParts,
  people: readonly Person[],
): Promise<RecordedRun> {
  const requests: string[] = [];
  const user = virtualUser(origin, 100, (route) => {
    requests.push(route);
    recorder.during = route;
  });
  const record = async (name: string, flow: () => Promise<void>): Promise<RecordedFlow> => {
    recorder.calls.length = 0;
    requests.length = 0;
    await flow();
    const isJobs = ({ during }: RecordedCall) => during === jobsTurn;
    const [calls, byJobs] = [recorder.calls.filter((call) => !isJobs(call)), recorder.calls.filter(isJobs)];
    return { name, requests: [...requests], calls, byJobs };
  };
  const sendMessages = async () => {
    recorder.during = jobsTurn;
    await job({ job: "send-messages" });
  };
  const applicants = people.map((person, index) => applicant(person, 500_000 + index));
  const next = (): Applicant => {
    const one = applicants.shift();
    if (one === undefined) throw new Error("the recorded run needs more people");
    return one;
  };
  const withAccount = async (): Promise<Applicant> => {
    const one = next();
    await applyFor(parts, user.newBrowser(), one);
    return one;
  };
  const [server, at] = [user.newBrowser(), endpointsAt(origin)];
  /** The person allowed the application, and the service has read it and its keys a moment ago. */
  const allowed = (browser: Browser) => consentedEntry(browser, server, at, application, offline);
  /** Of one and the same person each consent is given once: what DynamoDB charges for a refused write nobody is told. */
  let kept: Tokens | undefined;
  const singleSignOn = async ({ accountName }: Applicant) => {
    let tokens: Tokens | undefined;
    return [
      await record("first entry", async () => {
        tokens = await firstEntry(parts, user.newBrowser(), server, at, application, accountName);
      }),
      await record("userinfo", () => userinfo(server, at, tokens)),
      await record("refresh", async () => {
        kept = await refresh(server, at, application, kept);
      }),
    ];
  };
  const atAnyTime = async (signsIn: Applicant, forgot: Applicant, disabled: Applicant, browser: Browser) => {
    await disable(prefix, userPoolId, disabled.accountName);
    await forgetLimits(prefix);
    const signedIn = await record("sign-in", () => signIn(parts, browser, signsIn.accountName));
    kept = await allowed(browser);
    return [
      signedIn,
      await record("SSO entry", () => entry(browser, server, at, application)),
      await record("reset by code", () => resetByCode(parts, user.newBrowser(), forgot, sendMessages)),
      await record("activate", () => activateByCode(parts, user.newBrowser(), disabled, sendMessages)),
    ];
  };
  const countyAccount = countyAccounts("TAO").find(({ roster, places }) => roster === "here" && places.length === 1);
  if (countyAccount === undefined) throw new Error("the recorded run needs somebody of a sample county");
  try {
    const [first, browser] = [next(), user.newBrowser()];
    // Of its account only the name is made here: who it is says the county.
    await applyByCounty(parts, user.newBrowser(), countyAccount, applicant(first, 600_000));
    const flows = [
      await record("apply", () => applyFor(parts, user.newBrowser(), first)),
      ...(await atAnyTime(first, await withAccount(), await withAccount(), browser)),
      await record("county sign-in", () => signInByCounty(user.newBrowser(), countyAccount)),
      await record("session check", () => checkSession(browser)),
      ...(await singleSignOn(await withAccount())),
    ];
    const growth: Growth[] = [];
    for (const accounts of sizes) {
      const three = [await withAccount(), await withAccount(), await withAccount()] as const;
      await growTo(prefix, accounts, first);
      for (const { name, calls } of await atAnyTime(...three, user.newBrowser()))
        growth.push({ name, accounts, calls });
    }
    return { flows, growth };
  } finally {
    user.leave();
  }
}
