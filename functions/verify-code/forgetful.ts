import { clearCookie } from "../http/cookies.ts";
import { Problem } from "../http/problem.ts";
import type { Request } from "../http/request.ts";
import { isAccountEmail } from "../person/account-name.ts";
import type { CodeSubject } from "../ports/challenges.ts";
import type { RecoveryAccounts } from "../ports/recovery.ts";
import type { AskedCode, RecoveryCookies } from "../ports/recovery-cookies.ts";
import type { GrantPurpose, ResetGrantMaker } from "../ports/reset-grants.ts";
import type { Proving } from "./proving.ts";
import { type Contacts, reachable } from "./rules/reachable.ts";

export interface RecoveryParts {
  readonly recoveryAccounts: RecoveryAccounts;
  readonly recoveryCookies: RecoveryCookies;
  /** Opens the grant of this id: opened before, it is that one again. */
  readonly grantOf: (grantId: string) => ResetGrantMaker;
}

/**
 * The subject of who forgot. The limits of an account, real or made up, are the same ones whatever it is asked for, so that asking for
 * both purposes says nothing; the challenges are apart (T04, T10). Without contacts it is a decoy. One that was `typed` as an address counts
 * in the limits of that mailbox, as the account would that has it (M20): what was mailed there before, by registering with it, makes no
 * difference between the two.
 */
export function forgetfulSubject(
  purpose: GrantPurpose,
  rowId: string,
  contacts: Contacts | undefined,
  typed = "",
): CodeSubject {
  return {
    subject: `${purpose}#${contacts === undefined ? "decoy#" : ""}${rowId}`,
    account: rowId,
    kind: `code-${purpose}`,
    ...(contacts ?? { email: isAccountEmail(typed) ? typed : rowId, decoy: true }),
  };
}

/** M45, M55: one code for both channels (C7). A right one opens the grant of its purpose, one grant a challenge. */
export async function forgetfulProving(
  purpose: GrantPurpose,
  cookies: Request["cookies"],
  { recoveryAccounts, recoveryCookies, grantOf }: RecoveryParts,
): Promise<Proving> {
  const asked = await recoveryCookies.read(cookies.recovery);
  if (asked === undefined) throw new Problem("code-wrong");
  const { rowId } = asked;
  return {
    subject: subjectAsked(asked),
    codes: ["any"],
    neverRight: asked.decoy || asked.purpose !== purpose,
    async current() {
      // Since the code was sent the account may have been disabled, or its contacts changed by whoever owns it.
      const contacts = reachable(await recoveryAccounts.byUserId(rowId), purpose);
      return contacts === undefined ? undefined : forgetfulSubject(purpose, rowId, contacts);
    },
    async answer({ challengeId }) {
      const grant = await grantOf(challengeId).open(rowId, "code", purpose);
      return { body: { verified: true }, setCookies: [grant, clearCookie("recovery")] };
    },
  };
}

/** As it was asked: enough to find its challenge and to count a try. */
const subjectAsked = ({ purpose, rowId, decoy }: AskedCode): CodeSubject =>
  forgetfulSubject(purpose, rowId, decoy ? undefined : {});
