import type { Policy } from "../../contract/policy.ts";
import { termsVersion } from "../../contract/terms.ts";
import { Problem } from "../../http/problem.ts";
import type { Action } from "../../http/request.ts";
import type { Captchas } from "../../ports/captchas.ts";
import type { CommonPasswords } from "../../ports/common-passwords.ts";
import type { Ids } from "../../ports/ids.ts";
import type { PasswordHistory } from "../../ports/password-history.ts";
import type { PublicRegistrations, PublicRegistrationTokens } from "../../ports/public-registrations.ts";
import { judgePassword } from "../../steps/judge-password.ts";
import { errorOf, readForm } from "./rules/form.ts";
import { shownRegistration } from "./rules/shown.ts";
import { type SenderParts, sendActivation } from "./send-activation.ts";

interface Parts extends SenderParts {
  readonly publicRegistrations: Pick<PublicRegistrations, "admit" | "isTaken" | "open" | "abandon">;
  readonly tokens: Pick<PublicRegistrationTokens, "cookie" | "link">;
  readonly captchas: Pick<Captchas, "redeem">;
  readonly commonPasswords: CommonPasswords;
  readonly passwordHistory: Pick<PasswordHistory, "next">;
  readonly ids: Ids;
  readonly policy: Policy;
  readonly accountDomain: string;
}

/**
 * 其他會員註冊 (M20): judges every field at once, then keeps the form, sealed and with a slow hash of its password, and has the mail written.
 * By the same calls with the same answer when the address has an account: only its mailbox is told (T04).
 */
export function openRegistration(parts: Parts): Action<"POST /api/public/register"> {
  const { publicRegistrations, tokens, captchas, keys, clock, policy } = parts;
  return async ({ body, client }) => {
    const { person, problems } = readForm(body, parts.accountDomain);
    const words = { accountName: person.account, name: person.name };
    const passwordProblems = await judgePassword(parts, body.password, policy.passwords.register, words);
    const fields = [...problems, ...passwordProblems];
    if (fields.length > 0) throw new Problem(errorOf(fields), { fields });
    if (body.termsVersion !== termsVersion) throw new Problem("consent-outdated");

    if (!(await captchas.redeem("public-register", body.captcha)).right) throw new Problem("captcha-wrong");
    const network = await keys.mac("limit", client.network);
    if (!(await publicRegistrations.admit({ client: network, fromSchool: client.fromSchool })))
      throw new Problem("code-limit", { retryAfter: 3_600 });

    const passwords = await parts.passwordHistory.next(undefined, body.password);
    const taken = await publicRegistrations.isTaken(person.account);
    const { adult, language } = body;
    const at = new Date(clock.now()).toISOString();
    const consent = { termsVersion, at, adult, guardian: body.guardian === true };
    const flow = await publicRegistrations.open({
      flowId: parts.ids.id(),
      userId: parts.ids.id(),
      person: { ...person, consent, passwords, language, taken },
    });
    const { email, account } = person;
    const to = { email, account, taken, flow, isNew: true };
    const times = await sendActivation(parts, to, { client, language }).catch(refused);
    return {
      body: shownRegistration(policy, flow, times, clock.now()),
      setCookies: [await tokens.cookie(flow.flowId)],
    };

    /** Within the gap of its address or past its limits there is no mail: nothing of the form waits for one. */
    async function refused(error: unknown): Promise<never> {
      if (error instanceof Problem) await publicRegistrations.abandon(flow.flowId);
      throw error;
    }
  };
}
