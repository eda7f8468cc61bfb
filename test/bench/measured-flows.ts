import type { Browser } from "../service/browser.ts";
import type { Person } from "../service/people.ts";
import { virtualUser } from "./client.ts";
import { applicant, applyFor, checkSession, type FlowParts, signIn } from "./flows.ts";
import { type Flow, type LoadOptions, load, type Measured, users } from "./load.ts";

export type MeasuredFlow = Measured & { readonly name: string };

/**
 * Runs every flow once to warm up (each needs what the one before made, and the session checks are many enough for the compiler to
 * have seen what all flows share), then once to measure: 18 s in all. Gives the accounts of each user too.
 */
export async function measureFlows(
  parts: FlowParts,
  { origin, people, pids }: Pick<LoadOptions, "pids"> & { origin: string; people: readonly Person[] },
): Promise<{ flows: MeasuredFlow[]; accounts: readonly (readonly string[])[] }> {
  const { accounts, ...flows } = flowsOf(parts, people);
  const everybody = Array.from({ length: users }, (_, index) => virtualUser(origin, index));
  const run = (flow: Flow, forMs: number) => load(flow, everybody, { forMs, pids });
  try {
    await run(flows.apply, 1_000);
    await run(flows.signIn, 1_000);
    await run(flows.session, 3_000);
    const measured = [
      { name: "apply", ...(await run(flows.apply, 5_000)) },
      { name: "sign-in", ...(await run(flows.signIn, 5_000)) },
      { name: "session check", ...(await run(flows.session, 3_000)) },
    ];
    return { flows: measured, accounts };
  } finally {
    for (const user of everybody) user.leave();
  }
}

function flowsOf(
  parts: FlowParts,
  people: readonly Person[],
): Record<"apply" | "signIn" | "session", Flow> & { accounts: readonly (readonly string[])[] } {
  // Each user signs in to accounts of its own, in turn, so that no two meet in one row.
  const accounts: string[][] = Array.from({ length: users }, () => []);
  const browsers: Browser[] = [];
  let applied = 0;
  return {
    accounts,
    async apply(user, index) {
      const person = people[applied];
      if (person === undefined) return false;
      applied += 1;
      const one = applicant(person, applied);
      await applyFor(parts, user.newBrowser(), one);
      accounts[index]?.push(one.accountName);
      return true;
    },
    async signIn(user, index) {
      const next = accounts[index]?.shift();
      if (next === undefined) return false;
      accounts[index]?.push(next);
      browsers[index] = user.newBrowser();
      await signIn(parts, browsers[index], next);
      return true;
    },
    async session(_user, index) {
      const known = browsers[index];
      if (known === undefined) return false;
      await checkSession(known);
      return true;
    },
  };
}
