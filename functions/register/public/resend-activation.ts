import { Problem } from "../../http/problem.ts";
import type { Action } from "../../http/request.ts";
import type { Captchas } from "../../ports/captchas.ts";
import type { PublicFlow, PublicRegistrations, PublicRegistrationTokens } from "../../ports/public-registrations.ts";
import { readAddress } from "./rules/form.ts";
import { isOpen } from "./rules/shown.ts";
import { type SenderParts, sendActivation } from "./send-activation.ts";

interface Parts extends SenderParts {
  readonly publicRegistrations: Pick<PublicRegistrations, "find" | "newestOf" | "isTaken">;
  readonly tokens: Pick<PublicRegistrationTokens, "read" | "link">;
  readonly captchas: Pick<Captchas, "redeem">;
  readonly accountDomain: string;
}

interface Asked {
  readonly email: string;
  readonly account: string;
  readonly flow: PublicFlow | undefined;
}

/**
 * 重發驗證信 (M20): of the registration of this browser, or of an address from any browser. Of an address nothing is told: whether anybody
 * registered with it, or has an account, is the same answer by the same calls (T04).
 */
export function resendActivation(parts: Parts): Action<"POST /api/public/resend"> {
  const { publicRegistrations, tokens, captchas, clock } = parts;
  return async ({ body, cookies, client }) => {
    const { email, account, flow } = "email" in body ? await ofAddress(body) : await ofBrowser(cookies.public);
    // One that was opened when the address was taken stays worth nothing, whatever became of the account since.
    const taken = (await publicRegistrations.isTaken(account)) || flow?.person.taken === true;
    const times = await sendActivation(parts, { email, account, taken, flow }, { client, language: body.language });
    return { body: { resendIn: Math.ceil((times.resendAt - clock.now()) / 1_000) } };
  };

  async function ofBrowser(cookie: string | undefined): Promise<Asked> {
    const flowId = await tokens.read(cookie);
    const flow = flowId === undefined ? undefined : await publicRegistrations.find(flowId);
    if (flow === undefined || !isOpen(flow, clock.now())) throw new Problem("public-registration-missing");
    return { email: flow.person.email, account: flow.person.account, flow };
  }

  async function ofAddress(body: { email: string; captcha: Parameters<Captchas["redeem"]>[1] }): Promise<Asked> {
    const { email, account, problem } = readAddress(body.email, parts.accountDomain);
    if (problem !== undefined) throw new Problem("contact-rule", { fields: [{ field: "email", problem }] });
    if (!(await captchas.redeem("public-register", body.captcha)).right) throw new Problem("captcha-wrong");
    const newest = await publicRegistrations.newestOf(account);
    const flow = newest !== undefined && isOpen(newest, clock.now()) ? newest : undefined;
    return { email: flow?.person.email ?? email, account, flow };
  }
}
