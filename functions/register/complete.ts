import type { Policy } from "../contract/policy.ts";
import { Problem } from "../http/problem.ts";
import type { Action } from "../http/request.ts";
import { normalizePassword } from "../person/password.ts";
import type { CommonPasswords } from "../ports/common-passwords.ts";
import type { Credentials } from "../ports/credentials.ts";
import type { Drafts } from "../ports/drafts.ts";
import type { Ids } from "../ports/ids.ts";
import type { Delivery, Intent } from "../ports/messages.ts";
import type { PasswordHistory } from "../ports/password-history.ts";
import type { Draft, ProvedDraft, Registrations } from "../ports/registrations.ts";
import { judgePassword } from "../steps/judge-password.ts";
import { applicationOf } from "./rules/application.ts";

interface Parts {
  readonly drafts: Drafts;
  readonly registrations: Registrations;
  readonly credentials: Credentials;
  readonly delivery: Delivery;
  readonly commonPasswords: CommonPasswords;
  readonly passwordHistory: PasswordHistory;
  readonly ids: Ids;
  readonly policy: Policy;
  readonly accountDomain: string;
}

/** M19, S6–S10: the vault's user first, the ACTIVE profile last. Every part may be repeated; a finished flow gives its stored answer. */
export function complete(parts: Parts): Action<"POST /api/register/complete"> {
  const { drafts, registrations, credentials, delivery } = parts;
  const accountOf = (draft: ProvedDraft) => `${draft.accountName}@${parts.accountDomain}`;
  return async ({ body, cookies, language }) => {
    const draft = await drafts.read(cookies.flow);
    if (draft === undefined) throw new Problem("registration-missing");
    if (!isProved(draft)) throw new Problem("registration-step");
    const fields = await judgePassword(parts, body.password, parts.policy.passwords.register, draft);
    if (fields.length > 0) throw new Problem("password-rule", { fields });

    const step = await registrations.startCreating(draft);
    if (step === "done") return answer(draft);
    if (step === "not-verified") throw new Problem("registration-step");
    if (step === "lost") throw new Problem("registration-expired");

    const [passwords] = await Promise.all([
      parts.passwordHistory.next(undefined, body.password),
      credentials.create(draft.userId),
    ]);
    if ((await credentials.setPassword(draft.userId, normalizePassword(body.password))) === "refused") {
      throw new Problem("password-rule", { fields: [{ field: "password", problem: "common" }] });
    }
    const welcome = welcomeOf(draft, language);
    const finished = await registrations.finish(draft, welcome, passwords);
    if (!finished && (await registrations.flow(draft.flowId))?.status !== "DONE")
      throw new Problem("registration-expired");
    // S9: the account exists whatever becomes of the mail; a booking that failed is taken up by the sweep.
    if (finished) await delivery.send(welcome).catch(() => undefined);
    return answer(draft);
  };

  function welcomeOf(draft: ProvedDraft, language: Intent["message"]["language"]): Intent {
    const to = draft.proved === "email" ? { email: draft.email ?? "" } : { mobile: draft.mobile ?? "" };
    return {
      messageId: parts.ids.id(),
      attempts: 0,
      states: { [draft.proved]: "waiting" },
      message: { kind: "welcome", language, words: { account: accountOf(draft), name: draft.name }, ...to },
    };
  }

  async function answer(draft: ProvedDraft) {
    const { flowId, userId, revision, accountName, personKey, proved } = draft;
    const flow = { flowId, userId, revision, accountName, personKey, proved, status: "DONE" as const, heldUntil: 0 };
    return {
      body: applicationOf(parts.policy, draft, flow, accountOf(draft)),
      setCookies: [await drafts.cookie(draft)],
    };
  }
}

const isProved = (draft: Draft): draft is ProvedDraft =>
  draft.accountName !== undefined && draft.consent !== undefined && draft.proved !== undefined;
