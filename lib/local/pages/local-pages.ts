import type { IncomingMessage } from "node:http";
import * as z from "zod/mini";
// biome-ignore lint/style/noRestrictedImports: /local/captcha opens a captcha token, and only the key ring of the functions can.
import { secretsManagerKeys } from "../../../functions/adapters/keys.ts";
import type { SampleApplication } from "../application/application.ts";
import type { SampleCounties } from "../counties/counties.ts";
import type { LocalAnswer } from "../gateway/answer.ts";
import { problem } from "../gateway/answer.ts";
import type { LocalPage } from "../gateway/gateway.ts";
import type { Outbox } from "../outbox/outbox.ts";
import { messagesPage } from "./messages-page.ts";
import { welcomePage, welcomePolicy } from "./welcome-page.ts";

interface Parts {
  readonly outbox: Outbox | undefined;
  readonly origin: string;
  readonly counties: SampleCounties["pages"];
  readonly applications: SampleApplication["pages"];
}

const captchaToken = z.object({ digits: z.string() });

/** `/local/*`: for trying out and for tests. The cloud has none of it: no bundle reaches this file. */
export function localPages({ outbox, origin, counties, applications }: Parts): LocalPage {
  const keys = secretsManagerKeys("educloud/key-ring");
  return async (request, url, body) => {
    if (url.pathname === "/local/" && request.method === "GET")
      return html(welcomePage({ outbox: outbox !== undefined, counties, applications }), welcomePolicy);
    if (url.pathname === "/local/outbox" && outbox !== undefined) return fromOutbox(outbox, request);
    const messages = request.method === "GET" ? messagesPage(url.pathname, origin) : undefined;
    if (messages !== undefined) return html(messages.body, messages.policy);
    if (url.pathname === "/local/captcha" && request.method === "POST") return captchaDigits(body);
    return undefined;
  };

  /** The digits of a captcha, so that a test need not read a picture. */
  async function captchaDigits(body: Buffer): Promise<LocalAnswer> {
    const token = z.safeParse(z.object({ token: z.string() }), readJson(body));
    const opened = token.success ? captchaToken.safeParse(await keys.unseal("captcha", token.data.token)) : undefined;
    if (opened?.success !== true) return problem(422, "captcha-wrong", "This is not a captcha token of ours");
    return {
      status: 200,
      headers: { "content-type": "application/json", "cache-control": "no-store" },
      body: JSON.stringify(opened.data),
    };
  }

  function fromOutbox(box: Outbox, request: IncomingMessage): LocalAnswer {
    const { accept } = request.headers;
    const page = box.handlePage({
      method: request.method ?? "GET",
      url: new URL(request.url ?? "/", origin).href.slice(origin.length),
      headers: accept === undefined ? {} : { accept },
    });
    return { status: page.status, headers: page.headers, body: page.body };
  }
}

const html = (body: string, policy: string): LocalAnswer => ({
  status: 200,
  headers: {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": policy,
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
  },
  body,
});

function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return undefined;
  }
}
