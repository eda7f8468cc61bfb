import { countyAccounts } from "../../lib/local/counties/accounts.ts";
import type { Person } from "../service/people.ts";
import { virtualUser } from "./client.ts";
import { applicant, applyByCounty, applyFor, checkSession, type FlowParts, signIn, signInByCounty } from "./flows.ts";
import { growTo } from "./grow.ts";
import type { RecordedCall, Recorder } from "./recorder.ts";

export interface RecordedFlow {
  readonly name: string;
  /** Every request in its order, those without a call too. */
  readonly requests: readonly string[];
  readonly calls: readonly RecordedCall[];
}

export interface Growth {
  readonly accounts: number;
  readonly calls: readonly RecordedCall[];
}

export interface RecordedRun {
  readonly flows: readonly RecordedFlow[];
  readonly growth: readonly Growth[];
}

/** Performance goal 7, as far as a minute of bench can see it. */
const sizes = [100, 10_000];

/** Each flow once, alone, over small tables; then the sign-in again while the tables grow. `people`: one, and one for each size. */
export async function recordedRun(
  { origin, prefix, recorder }: { origin: string; prefix: string; recorder: Recorder },
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
    return { name, requests: [...requests], calls: [...recorder.calls] };
  };
  const [first, ...later] = people.map((person, index) => applicant(person, 500_000 + index));
  if (first === undefined || later.length < sizes.length) throw new Error("the recorded run needs a person a size");
  const countyAccount = countyAccounts("TAO").find(({ roster, places }) => roster === "here" && places.length === 1);
  if (countyAccount === undefined) throw new Error("the recorded run needs somebody of a sample county");
  try {
    const browser = user.newBrowser();
    // Of its account only the name is made here: who it is says the county.
    await applyByCounty(parts, user.newBrowser(), countyAccount, applicant(first, 600_000));
    const flows = [
      await record("apply", () => applyFor(parts, user.newBrowser(), first)),
      await record("sign-in", () => signIn(parts, browser, first.accountName)),
      await record("county sign-in", () => signInByCounty(user.newBrowser(), countyAccount)),
      await record("session check", () => checkSession(browser)),
    ];
    for (const person of later) await applyFor(parts, user.newBrowser(), person);
    const growth: Growth[] = [];
    for (const [index, accounts] of sizes.entries()) {
      const { accountName = "" } = later[index] ?? {};
      await growTo(prefix, accounts, first);
      const { calls } = await record("sign-in", () => signIn(parts, user.newBrowser(), accountName));
      growth.push({ accounts, calls });
    }
    return { flows, growth };
  } finally {
    user.leave();
  }
}
