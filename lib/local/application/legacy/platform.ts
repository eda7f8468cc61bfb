import type { IncomingMessage, ServerResponse } from "node:http";
import type { LegacyPlatform } from "../../../../functions/contract/legacy.ts";
import { formOf } from "../../sample-server.ts";
import type { SampleClient } from "../sample-client.ts";
import type { Note, SampleSession } from "../sessions.ts";
import type { Histories } from "./histories.ts";

/** What makes a sample application a legacy platform (M80–M85): its old sign-in, and the events by which histories move over. */
export interface SamplePlatform {
  readonly platform: LegacyPlatform;
  readonly histories: Histories;
  readonly now: () => number;
  /** 查詢密碼 (M85), at the service. */
  readonly findPassword: string;
  /** 原平台登入: asks the service with the client's own secret. True when somebody is signed in by it now. */
  signIn(request: IncomingMessage, session: SampleSession): Promise<boolean>;
  /** RFC 8935 §2. */
  hear(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

export interface PlatformOptions {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly client: Pick<SampleClient, "readEvent">;
  readonly histories: Histories;
  readonly now: () => number;
}

const notes: Readonly<Record<string, Note>> = {
  "legacy-password-wrong": "old-wrong",
  "legacy-wait": "old-wait",
  "legacy-linked": "old-linked",
  "legacy-sign-in-ended": "old-ended",
};

export function samplePlatform(platform: LegacyPlatform, options: PlatformOptions): SamplePlatform {
  const { issuer, clientId, clientSecret, client, histories, now } = options;
  return {
    platform,
    histories,
    now,
    findPassword: new URL(`/link-legacy-account/find-password?client=${clientId}`, issuer).href,

    async signIn(request, session) {
      const form = new URLSearchParams(await formOf(request));
      const answer = await fetch(new URL("/api/legacy-sign-in", issuer), {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({
          client_id: clientId,
          client_secret: clientSecret,
          account: form.get("account") ?? "",
          password: form.get("password") ?? "",
        }),
      });
      const told = (await answer.json()) as { code?: string; legacy_account?: string };
      delete session.signedIn;
      delete session.oldAccount;
      session.note = answer.ok ? undefined : (notes[told.code ?? ""] ?? "failed");
      if (told.legacy_account !== undefined) session.oldAccount = told.legacy_account;
      return answer.ok;
    },

    async hear(request, response) {
      const isToken = request.headers["content-type"] === "application/secevent+jwt";
      const token = (await formOf(request)) ?? "";
      const told = isToken ? await client.readEvent(token) : undefined;
      const said = { "cache-control": "no-store", "content-type": "application/json" };
      if (told === undefined) return void response.writeHead(400, said).end('{"err":"invalid_request"}');
      histories.take(told);
      response.writeHead(202, { "cache-control": "no-store" }).end();
    },
  };
}
