import type { IncomingMessage } from "node:http";
import type { CountyAccount } from "../accounts.ts";
import { choicesOf } from "./choices.ts";
import { loginPolicy, lostPage, passwordPage, stepPage } from "./pages.ts";

export interface CountyLoginOptions {
  /** The county's name on its pages. */
  readonly title: string;
  readonly accounts: readonly CountyAccount[];
  /** Where the pages are: `/login`. */
  readonly basePath: string;
  /** The site that people are sent back to, for `form-action`. */
  readonly siteOrigin: string;
  /** The person is who they say. Gives where to go on, or undefined when nothing is known of this ticket (any more). */
  onLogin(request: IncomingMessage, account: CountyAccount, ticket: string): Promise<string | undefined>;
  onCancel(request: IncomingMessage, ticket: string): Promise<string | undefined>;
}

export interface CountyPage {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
export type CountyLogin = (request: IncomingMessage, url: URL, body: string) => Promise<CountyPage | undefined>;

/**
 * A county's own login pages as the manual shows Kaohsiung's: 學生登入 or 教師登入 → 區域 → 學校 → 班級 → 帳號 → 密碼 → 登入, or 取消.
 * Plain pages, links and forms. Whose sign-in it is says the parameter `ticket`, of the query or the form. Gives undefined for a path
 * that is not `basePath`.
 */
export function countyLogin(options: CountyLoginOptions): CountyLogin {
  const { title, basePath, siteOrigin } = options;
  const choices = choicesOf(options.accounts);
  const policy = loginPolicy(siteOrigin);
  const show = (status: number, body: string): CountyPage => ({ status, headers: headersOf(policy), body });
  const goTo = (address: string | undefined): CountyPage =>
    address === undefined
      ? show(400, lostPage(title))
      : { status: 303, headers: { location: address, "cache-control": "no-store" }, body: "" };

  return async (request, url, body) => {
    if (url.pathname !== basePath) return undefined;
    const posted = request.method === "POST";
    const sent = posted ? new URLSearchParams(body) : url.searchParams;
    const ticket = sent.get("ticket");
    if (ticket === null) return show(400, lostPage(title));
    if (posted && sent.has("cancel")) return goTo(await options.onCancel(request, ticket));
    const choice = choices.read(sent);
    const parts = { title, basePath, ticket, choices, choice };
    const step = choices.next(choice);
    if (step !== undefined) return show(200, stepPage(parts, step));
    if (!posted) return show(200, passwordPage(parts));
    const account = sent.get("account")?.trim().toLowerCase() ?? "";
    const found = choices.accounts(choice).find((known) => known.account === account);
    if (found === undefined || sent.get("password") !== found.password) {
      return show(422, passwordPage(parts, { account }));
    }
    return goTo(await options.onLogin(request, found, ticket));
  };
}

const headersOf = (policy: string) => ({
  "content-type": "text/html; charset=utf-8",
  "content-security-policy": policy,
  "cache-control": "no-store",
  "referrer-policy": "same-origin",
  "x-content-type-options": "nosniff",
});
