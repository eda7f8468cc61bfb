import { expect } from "vitest";
import { userIdOf } from "../reset-password/holder.ts";
import type { Browser } from "../service/browser.ts";
import { signIn } from "../service/people.ts";
import { Applicant } from "./applicant.ts";
import type { RegistrationLane } from "./registration-lane.ts";

/** Somebody with an account, mail and mobile. */
export interface AccountHolder {
  readonly accountName: string;
  readonly userId: string;
  readonly contacts: readonly string[];
  /** Where they, or a thief, are signed in already. */
  readonly signedIn: Browser;
}

/** Mend the lane when all is there that the press needs. */
export async function accountHolder(at: RegistrationLane): Promise<AccountHolder> {
  const applicant = new Applicant(at, await at.newcomer());
  const { accountName, email, mobile } = applicant;
  if (!(await applicant.goOn(0)).done) throw new Error("the account was not made");
  at.lane.during = "before the press";
  const signedIn = at.browser();
  await signIn(signedIn, accountName);
  const userId = await userIdOf(at.service, accountName);
  return { accountName, userId, contacts: [email, `+886${mobile.slice(1)}`], signedIn };
}

/** F3: told on every channel, perhaps twice where an answer was lost, and always in the same words. */
export function expectNotices(
  { service }: RegistrationLane,
  { contacts }: AccountHolder,
  { word, begun, label }: { readonly word: string; readonly begun: boolean; readonly label: string },
): void {
  for (const to of contacts) {
    const said = service.sent(to).filter(({ text }) => text?.includes(word));
    expect(new Set(said.map(({ text }) => text)).size, `${label}: ${to}`).toBe(begun ? 1 : 0);
  }
}
