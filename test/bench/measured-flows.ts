import type { Browser } from "../service/browser.ts";
import type { Person } from "../service/people.ts";
import { applicant, applyFor, checkSession, type FlowParts, signIn } from "./flows.ts";
import { type LoadOptions, load, type Measured, users } from "./load.ts";

export type MeasuredFlow = Measured & { readonly name: string };

/** Apply, sign in, check the session: in this order, since each needs what the one before made. */
export async function measureFlows(
  parts: FlowParts,
  { people, ...where }: Pick<LoadOptions, "origin" | "pids"> & { people: readonly Person[] },
): Promise<MeasuredFlow[]> {
  // Each user signs in to accounts of its own, so that no two meet in one row.
  const accounts: string[][] = Array.from({ length: users }, () => []);
  let applied = 0;
  const apply = await load(
    async (user, index) => {
      const person = people[applied];
      if (person === undefined) return false;
      applied += 1;
      const one = applicant(person, applied);
      await applyFor(parts, user.newBrowser(), one);
      accounts[index]?.push(one.accountName);
      return true;
    },
    { ...where, warmUpMs: 1_500, measuredMs: 5_000 },
  );

  const turns = accounts.map(() => 0);
  const signedIn = await load(
    async (user, index) => {
      const mine = accounts[index] ?? [];
      await signIn(parts, user.newBrowser(), mine[turns[index]! % mine.length] ?? "");
      turns[index]! += 1;
      return true;
    },
    { ...where, warmUpMs: 1_000, measuredMs: 5_000 },
  );

  const browsers: Browser[] = [];
  const sessions = await load(
    async (user, index) => {
      const known = browsers[index];
      if (known !== undefined) return checkSession(known).then(() => true);
      browsers[index] = user.newBrowser();
      await signIn(parts, browsers[index], accounts[index]?.[0] ?? "");
      return true;
    },
    { ...where, warmUpMs: 1_500, measuredMs: 3_000 },
  );
  return [
    { name: "apply", ...apply },
    { name: "sign-in", ...signedIn },
    { name: "session check", ...sessions },
  ];
}
