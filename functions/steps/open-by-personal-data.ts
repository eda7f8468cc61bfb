import type { ErrorCode } from "../contract/errors.ts";
import type { Policy } from "../contract/policy.ts";
import type { RequestOf } from "../contract/routes.ts";
import type { CaptchaForm } from "../contract/schemas/parts.ts";
import { Problem } from "../http/problem.ts";
import type { Answer, Request } from "../http/request.ts";
import { shownAccountOf } from "../person/account-name.ts";
import { sameName } from "../person/name.ts";
import type { Clock } from "../ports/clock.ts";
import type { Ids } from "../ports/ids.ts";
import type { LookUp } from "../ports/look-ups.ts";
import type { Delivery } from "../ports/messages.ts";
import type { NotMeLinks } from "../ports/not-me.ts";
import { ownerNotice } from "../ports/owner-notice.ts";
import type { RecoveryAccount, RecoveryAccounts } from "../ports/recovery.ts";
import type { GrantPurpose, ResetGrantMaker } from "../ports/reset-grants.ts";
import { decoyOf, type LookUpParts, reserveLookUp } from "./reserve-look-up.ts";

export interface PersonalDataParts extends LookUpParts {
  readonly accounts: Pick<RecoveryAccounts, "byUserId">;
  readonly grantMaker: ResetGrantMaker;
  readonly links: Pick<NotMeLinks, "link">;
  readonly delivery: Delivery;
  readonly ids: Ids;
  readonly clock: Clock;
  readonly policy: Policy;
  readonly accountDomain: string;
}

/** What a purpose makes of a student's account that was matched. A `wait` is told, since the person has proved to know all this. */
export type Verdict =
  | "open"
  | "not-found"
  | { readonly wait: { readonly code: ErrorCode; readonly retryAfter: number } };

interface Opening {
  readonly form: CaptchaForm;
  readonly purpose: GrantPurpose;
  judge(account: RecoveryAccount, now: number): Verdict;
}

type Route = "POST /api/reset-password/personal-data" | "POST /api/activate/personal-data";

/**
 * M48, M55, C3: name, ID and school of a student without a second factor open a grant in this browser, or only the code step
 * (profile `strict`). Whatever else is the case is "no record matches", after the same calls (T15, SHAPE).
 */
export function openByPersonalData(parts: PersonalDataParts, { form, purpose, judge }: Opening) {
  const { lookUps, accounts, grantMaker, delivery, policy } = parts;
  return async ({
    body,
    client,
    language,
  }: Pick<Request<Route>, "body" | "client" | "language">): Promise<Answer<Route>> => {
    const reserved = await reserveLookUp(parts, form, { body, client }, { byPersonalData: true });
    const lookUp: LookUp = { ...reserved.lookUp, school: body.school, role: body.role };
    const { entry, ownerUserId, roles } = await lookUps.findWithRoles(lookUp);
    const account = await accounts.byUserId(ownerUserId ?? (await decoyOf(parts.keys, lookUp)));
    const matched = entry !== undefined && account !== undefined && sameName(entry.name, body.name);
    const isOpen = matched && policy.personalData.on && isPlainStudent(body, account, roles);
    const verdict = isOpen ? judge(account, parts.clock.now()) : "not-found";
    await lookUps.settle(lookUp, verdict !== "not-found");
    if (account === undefined || verdict === "not-found") throw new Problem("person-not-found");
    if (policy.personalData.opens === "code") return { body: { next: "code" } };
    if (verdict !== "open") throw new Problem(verdict.wait.code, { retryAfter: verdict.wait.retryAfter });

    const warning = await warningOf(account, language);
    const cookie = await grantMaker.open(account.userId, "personal-data", purpose, warning);
    // The grant is open whatever becomes of the warning; the sweep takes up what could not be sent.
    await delivery.send(warning).catch(() => undefined);
    return { body: { next: "new-password" }, setCookies: [cookie] };
  };

  /** T15: every known contact is warned before anything changes, and again when it does; those of before a change that may be taken back (T20). */
  async function warningOf(account: RecoveryAccount, language: "zh-TW" | "en") {
    const { userId, accountName } = account;
    const { email, mobile } = account.before ?? account;
    const words = { account: shownAccountOf(accountName, parts.accountDomain), notMe: await parts.links.link(userId) };
    const contacts = { email: email?.value, mobile: mobile?.value };
    return ownerNotice({ messageId: parts.ids.id(), kind: "personal-data-matched", language, words, ...contacts });
  }
}

/** Asked for as a student, a student and nothing else wherever account or roster have a place, and no second factor (T15, C3). */
const isPlainStudent = (
  { role }: RequestOf<Route>,
  { enrolments, secondFactor }: RecoveryAccount,
  roles: readonly string[],
): boolean =>
  role === "student" &&
  !secondFactor &&
  [...enrolments.map((enrolment) => enrolment.role), ...roles].every((each) => each === "student");
