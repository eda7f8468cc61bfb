import type { FieldProblem } from "../../contract/errors.ts";
import type { Policy } from "../../contract/policy.ts";
import { setCookie } from "../../http/cookies.ts";
import { Problem } from "../../http/problem.ts";
import type { Action } from "../../http/request.ts";
import { shownAccountOf } from "../../person/account-name.ts";
import { normalizePassword } from "../../person/password.ts";
import { toldContacts } from "../../person/told-contacts.ts";
import type { PasswordChanges } from "../../ports/account-changes.ts";
import type { SignInAccounts } from "../../ports/accounts.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Credentials } from "../../ports/credentials.ts";
import type { Devices } from "../../ports/devices.ts";
import type { Ids } from "../../ports/ids.ts";
import type { Delivery } from "../../ports/messages.ts";
import type { NotMeLinks } from "../../ports/not-me.ts";
import { ownerNotices } from "../../ports/owner-notice.ts";
import type { PasswordHistory } from "../../ports/password-history.ts";
import type { Session, Sessions } from "../../ports/sessions.ts";
import { checkOwnPassword } from "../../steps/check-own-password.ts";
import { type JudgeParts, judgeNextPassword } from "../../steps/judge-password.ts";

interface Parts extends JudgeParts {
  readonly accounts: Pick<SignInAccounts, "reserveTry" | "giveBack">;
  readonly credentials: Pick<Credentials, "check" | "setPassword">;
  readonly devices: Pick<Devices, "read">;
  readonly sessions: Pick<Sessions, "rotate" | "csrfToken">;
  readonly passwordChanges: PasswordChanges;
  readonly passwordHistory: PasswordHistory;
  readonly delivery: Delivery;
  readonly links: Pick<NotMeLinks, "link">;
  readonly ids: Ids;
  readonly clock: Clock;
  readonly policy: Policy;
  readonly accountDomain: string;
}

/**
 * T17: the present password under the ladder of sign-in, then the saga of a reset: every session ends and nobody signs in, the vault
 * changes, the account is given back, and this browser goes on under a new secret. Whatever breaks off in between leaves no session of
 * before beside a new password, and an account that its owner can sign in to after ten minutes at most.
 */
export function changePassword(parts: Parts): Action<"POST /api/my-account/password"> {
  const { credentials, sessions, passwordChanges, passwordHistory, delivery } = parts;
  return async ({ body, cookies, session, language }) => {
    if (session === undefined) throw new Problem("not-signed-in");
    const { userId, profile } = session;
    await checkOwnPassword(parts, { userId, deviceCookie: cookies.device }, body.current);
    // Not before the present one was right: whether a password was used before is told to the owner only.
    const kept = await passwordChanges.kept(userId);
    const problems = await judge(session, body, kept);
    if (problems.length > 0) throw new Problem("password-rule", { fields: problems });

    const passwords = await passwordHistory.next(kept, body.password);
    const notices = await noticesTo(session, language);
    const change = await passwordChanges.begin({ userId, epoch: profile.epoch }, notices);
    if (change === undefined) throw new Problem("not-signed-in");
    if ((await credentials.setPassword(userId, normalizePassword(body.password))) === "refused") {
      await passwordChanges.giveUp(change);
      throw new Problem("password-rule", { fields: [{ field: "password", problem: "common" }] });
    }
    const epoch = await passwordChanges.finish(change, passwords);
    // Changed whatever becomes of the notices: the sweep takes up what could not be sent.
    await Promise.all(notices.map((notice) => delivery.send(notice).catch(() => undefined)));
    // No newer proof than the fresh one it was asked with: the present password alone is not the second factor (T18, T20).
    const cookie = await sessions.rotate(session, { epoch });
    // The password is changed all the same; who ended this session meanwhile signs in with it.
    if (cookie === undefined) return { body: {} };
    return { body: { csrfToken: await sessions.csrfToken(cookie) }, setCookies: [setCookie("session", cookie)] };
  };

  async function judge(
    { profile: { accountName, name } }: Session,
    { current, password }: { readonly current: string; readonly password: string },
    kept: string | undefined,
  ): Promise<readonly FieldProblem[]> {
    const person = { accountName, name, ...(kept === undefined ? {} : { passwords: kept }) };
    const problems = await judgeNextPassword(parts, password, parts.policy.passwords.register, person);
    // An account from before passwords were noted knows of its present one only what was just typed.
    const isSame = problems.length === 0 && normalizePassword(password) === normalizePassword(current);
    return isSame ? [{ field: "password", problem: "recent" }] : problems;
  }

  /** I5: to every contact that is known. */
  async function noticesTo({ userId, profile }: Session, language: "zh-TW" | "en") {
    const words = {
      account: shownAccountOf(profile.accountName, parts.accountDomain),
      notMe: await parts.links.link(userId),
    };
    const said = { kind: "password-changed", language, words } as const;
    return ownerNotices(() => parts.ids.id(), said, toldContacts(profile, parts.clock.now()));
  }
}
