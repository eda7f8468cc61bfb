import type { Policy } from "../contract/policy.ts";
import { Problem } from "../http/problem.ts";
import type { Action } from "../http/request.ts";
import { checkAccountName } from "../person/account-name.ts";
import type { CommonPasswords } from "../ports/common-passwords.ts";
import type { Drafts } from "../ports/drafts.ts";
import type { Ids } from "../ports/ids.ts";
import type { Claimed, ClaimedDraft, Draft, Flow, Registrations } from "../ports/registrations.ts";
import { judgePassword } from "../steps/judge-password.ts";
import { applicationOf } from "./rules/application.ts";
import { readContacts } from "./rules/contacts.ts";

interface Parts {
  readonly drafts: Drafts;
  readonly registrations: Registrations;
  readonly commonPasswords: CommonPasswords;
  readonly ids: Ids;
  readonly policy: Policy;
}

const refusals = {
  "name-taken": "account-name-taken",
  "person-has-account": "person-has-account",
  "person-applying": "person-applying",
  "flow-ended": "registration-expired",
} as const satisfies Record<Exclude<Claimed, "claimed">, string>;

/** M16–M18, S1: judges every field at once, then claims the account name and the person for 15 minutes, all or nothing (T44). */
export function chooseAccount(parts: Parts): Action<"POST /api/register/account"> {
  const { drafts, registrations, ids } = parts;
  return async ({ body, cookies }) => {
    const draft = await drafts.read(cookies.flow);
    if (draft === undefined) throw new Problem("registration-missing");
    if (draft.consent === undefined) throw new Problem("registration-step");

    const name = checkAccountName(body.accountName);
    const nameProblems = name.ok ? [] : name.problems.map((problem) => ({ field: "accountName", problem }));
    const passwordProblems = await judgePassword(parts, body.password, parts.policy.passwords.register, {
      ...draft,
      accountName: body.accountName,
    });
    const { contacts, problems: contactProblems } = readContacts(body);
    const fields = [...nameProblems, ...passwordProblems, ...contactProblems];
    if (!name.ok) throw new Problem("account-name-rule", { fields });
    if (passwordProblems.length > 0) throw new Problem("password-rule", { fields });
    if (contactProblems.length > 0) throw new Problem("contact-rule", { fields });

    const { email: _email, mobile: _mobile, proved, ...rest } = draft;
    const sameContacts = draft.email === contacts.email && draft.mobile === contacts.mobile;
    const next: ClaimedDraft = {
      ...rest,
      ...contacts,
      ...(sameContacts && proved !== undefined ? { proved } : {}),
      consent: draft.consent,
      accountName: name.name,
      revision: draft.revision + 1,
    };
    const claimed = await claim(next, draft);
    return { body: applicationOf(parts.policy, claimed, flowOf(claimed)), setCookies: [await drafts.cookie(claimed)] };
  };

  /** A flow that was abandoned meanwhile is begun anew under fresh ids: what was typed is not lost. */
  async function claim(next: ClaimedDraft, before: Draft): Promise<ClaimedDraft> {
    const outcome = await registrations.claim(next, before);
    if (outcome === "claimed") return next;
    if (outcome !== "flow-ended") throw refusal(outcome);
    const { proved: _proved, ...unproved } = next;
    const anew: ClaimedDraft = { ...unproved, flowId: ids.id(), userId: ids.id(), revision: 1 };
    const again = await registrations.claim(anew, { ...before, flowId: anew.flowId });
    if (again !== "claimed") throw refusal(again);
    return anew;
  }
}

function refusal(outcome: Exclude<Claimed, "claimed">): Problem {
  if (outcome === "name-taken")
    return new Problem(refusals[outcome], { fields: [{ field: "accountName", problem: "taken" }] });
  return new Problem(refusals[outcome], outcome === "person-applying" ? { retryAfter: 900 } : {});
}

/** The row as this step has just written it: VERIFIED stays only for the contacts that were proved. */
function flowOf(draft: ClaimedDraft): Flow {
  const { flowId, userId, revision, accountName, personKey, proved } = draft;
  return {
    flowId,
    userId,
    revision,
    accountName,
    personKey,
    proved,
    status: proved === undefined ? "PENDING" : "VERIFIED",
    heldUntil: 0,
  };
}
