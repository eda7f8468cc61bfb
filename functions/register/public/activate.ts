import type { ErrorCode } from "../../contract/errors.ts";
import type { Language } from "../../contract/messages.ts";
import { Problem } from "../../http/problem.ts";
import type { Action } from "../../http/request.ts";
import { normalizePassword } from "../../person/password.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Credentials } from "../../ports/credentials.ts";
import type { Ids } from "../../ports/ids.ts";
import type { Delivery, Intent } from "../../ports/messages.ts";
import type { PasswordHistory } from "../../ports/password-history.ts";
import type { PublicFlow, PublicRegistrations, PublicRegistrationTokens } from "../../ports/public-registrations.ts";
import { type CodeParts, type Mailbox, proveByCode } from "./prove-by-code.ts";
import { isOpen } from "./rules/shown.ts";

interface Parts extends CodeParts {
  readonly publicRegistrations: Pick<
    PublicRegistrations,
    "find" | "reserveCode" | "reserveTry" | "startCreating" | "finish"
  >;
  readonly tokens: Pick<PublicRegistrationTokens, "read" | "readLink">;
  readonly passwordHistory: Pick<PasswordHistory, "isRecent">;
  readonly credentials: Pick<Credentials, "create" | "setPassword">;
  readonly delivery: Delivery;
  readonly ids: Ids;
  readonly clock: Clock;
}

interface Press {
  readonly flow: PublicFlow;
  readonly password: string;
  readonly language: Language;
  readonly mailbox: "link" | Mailbox;
  /** What is said when the registration is worth nothing any more. */
  readonly over: ErrorCode;
}

/**
 * 啟用帳號 (M20): mailbox and password together. The mailbox by the link, on any device, or by the code in the browser that registered
 * (T10). So who registers with my address cannot sign in by it, and neither can I open what somebody else prepared in my name. First the
 * vault's user, the ACTIVE profile last (S6–S10); every part may be repeated, and one that is done answers so.
 */
export function activate(parts: Parts): Action<"POST /api/public/activate"> {
  const { publicRegistrations, tokens, credentials } = parts;
  return async ({ body, cookies }) => {
    const byLink = "token" in body;
    const over = byLink ? "activation-link" : "public-registration-missing";
    const flowId = byLink ? await tokens.readLink(body.token) : await tokens.read(cookies.public);
    const flow = flowId === undefined ? undefined : await publicRegistrations.find(flowId);
    if (flow === undefined || !(flow.status === "DONE" || isOpen(flow, parts.clock.now()))) throw new Problem(over);
    const mailbox = byLink ? "link" : await proveByCode(parts, flow, body);
    const { password, language } = body;
    await make({ flow, password, language, mailbox, over });
    return { body: { account: flow.person.account } };
  };

  async function make({ flow, password, language, mailbox, over }: Press): Promise<void> {
    if (!(await publicRegistrations.reserveTry(flow.flowId))) throw new Problem(over);
    if (!(await parts.passwordHistory.isRecent(flow.person.passwords, password)))
      throw new Problem("password-wrong", { fields: [{ field: "password", problem: "wrong" }] });
    // A code is used up with the account and never without it.
    if (mailbox === "used") return expectDone(flow, "code-wrong");

    const step = await publicRegistrations.startCreating(flow);
    if (step === "done") return;
    if (step === "taken") throw new Problem("account-email-taken");
    if (step === "ended") throw new Problem(over);
    await credentials.create(flow.userId);
    // Judged by the same rules when it was chosen: a vault that refuses it will never take it.
    if ((await credentials.setPassword(flow.userId, normalizePassword(password))) === "refused")
      throw new Problem(over);
    const welcome = welcomeOf(flow, language);
    if (!(await publicRegistrations.finish(flow, welcome, mailbox === "link" ? undefined : mailbox)))
      return expectDone(flow, mailbox === "link" ? over : "code-wrong");
    // S9: the account exists whatever becomes of the mail; a booking that failed is taken up by the sweep.
    await parts.delivery.send(welcome).catch(() => undefined);
  }

  /** Another press of the same was faster. */
  async function expectDone({ flowId }: PublicFlow, otherwise: ErrorCode): Promise<void> {
    if ((await publicRegistrations.find(flowId))?.status !== "DONE") throw new Problem(otherwise);
  }

  function welcomeOf({ person }: PublicFlow, language: Language): Intent {
    return {
      messageId: parts.ids.id(),
      attempts: 0,
      states: { email: "waiting" },
      message: {
        kind: "welcome",
        language,
        words: { account: person.account, name: person.name },
        email: person.email,
      },
    };
  }
}
