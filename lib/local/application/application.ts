import type { IncomingMessage, ServerResponse } from "node:http";
import { AuthorizationResponseError } from "openid-client";
import type { Application } from "../../../functions/contract/applications.ts";
import { formOf, openSampleServer } from "../sample-server.ts";
import { type SampleLegacyAccount, sampleLegacyAccounts } from "./legacy/accounts.ts";
import { histories } from "./legacy/histories.ts";
import { type SamplePlatform, samplePlatform } from "./legacy/platform.ts";
import { platformPart } from "./legacy/platform-page.ts";
import { pagePolicy, samplePage } from "./page.ts";
import { type SampleClient, sampleClient } from "./sample-client.ts";
import { sampleAt, sampleFiles } from "./sample-files.ts";
import { type Note, type SampleSession, type SampleSessions, sampleSessions, signOut } from "./sessions.ts";

export interface SampleApplication {
  readonly pages: readonly {
    readonly name: string;
    readonly address: string;
    /** Of a legacy platform: its id, and the accounts that it had. */
    readonly platform?: { readonly id: string; readonly accounts: readonly SampleLegacyAccount[] };
  }[];
  stop(): Promise<void>;
}

interface Options {
  /** The service, where people sign in. */
  readonly issuer: string;
  /** 0 takes any free one. */
  readonly port: number;
  /** Registers an application and gives its secret. */
  readonly register: (application: Application) => Promise<string>;
  /** Where a legacy platform keeps whose learning history moved; left out, it forgets with the process. */
  readonly historiesFile?: string;
  readonly now?: () => number;
}

/** One application of the server. */
interface Entry {
  readonly base: string;
  readonly application: Application;
  readonly client: SampleClient;
  readonly sessions: SampleSessions;
  readonly issuer: string;
  readonly platform?: SamplePlatform;
}

/** Starts the sample applications on one port of this machine, registered before they answer. */
export async function startSampleApplication(options: Options): Promise<SampleApplication> {
  const { issuer, port, register, historiesFile, now = () => Date.now() } = options;
  const server = await openSampleServer("The sample application", port);
  try {
    const entries: Entry[] = [];
    for (const { base, file } of sampleFiles) {
      const application = sampleAt(server.origin, file, now());
      const { clientId, idTokenAlg, scopes, redirectUris, postLogoutRedirectUris, legacyPlatform } = application;
      const clientSecret = await register(application);
      const client = sampleClient({
        issuer,
        clientId,
        clientSecret,
        idTokenAlg,
        scope: Object.keys(scopes).join(" "),
        redirectUri: redirectUris[0] ?? "",
        postLogoutRedirectUri: postLogoutRedirectUris[0] ?? "",
      });
      const entry: Entry = { base, application, client, sessions: sampleSessions(), issuer };
      const own = { issuer, clientId, clientSecret, client, histories: histories(historiesFile), now };
      entries.push(legacyPlatform === undefined ? entry : { ...entry, platform: samplePlatform(legacyPlatform, own) });
    }
    const longestFirst = entries.toSorted((one, other) => other.base.length - one.base.length);
    server.serve(async (request, response, url) => {
      const entry = longestFirst.find(({ base }) => url.pathname.startsWith(`${base}/`));
      if (entry === undefined) return void response.writeHead(404).end();
      await answer(entry, request, response, url);
    });
    const accounts = await sampleLegacyAccounts();
    const pages = entries.map(({ base, application: { name, legacyPlatform } }) => ({
      name: name["zh-TW"],
      address: `${server.origin}${base}/`,
      ...(legacyPlatform === undefined ? {} : { platform: { id: legacyPlatform.id, accounts } }),
    }));
    return { pages, stop: server.stop };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function answer(entry: Entry, request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
  const { base, application, client, sessions, issuer, platform } = entry;
  const step = `${request.method} ${url.pathname.slice(base.length)}`;
  const name = `sample-${application.clientId}`;
  const session = sessions.find(cookieOf(request, name));
  const go = (to: string | URL, cookie?: string) => {
    const kept =
      cookie === undefined ? {} : { "set-cookie": `${name}=${cookie}; Path=${base}/; HttpOnly; SameSite=Lax` };
    response.writeHead(303, { location: String(to), "cache-control": "no-store", ...kept }).end();
  };
  const home = `${base}/`;
  const leave = (note: Note) => {
    if (session !== undefined) signOut(session, note);
  };

  if (step === "GET /") {
    const more = platform === undefined ? undefined : platformPart(platform, session ?? {});
    return show(response, issuer, samplePage(application, session ?? {}, more));
  }
  if (platform !== undefined && step === "POST /events") return platform.hear(request, response);
  if (platform !== undefined && step === "POST /old-sign-in") {
    const signing: SampleSession = session ?? { attempts: new Map() };
    await platform.signIn(request, signing);
    return go(home, sessions.begin(signing));
  }
  if (step === "POST /back-channel-logout") return hear(entry, request, response);
  if (step === "GET /callback") return go(home, await comeBack(entry, session, url));
  if (step === "GET /signed-out") {
    leave("left-everywhere");
    return go(home);
  }
  if (step === "POST /sign-in") return ask();
  if (step === "POST /ask-again") return ask("consent");
  if (step === "POST /refresh") {
    const { signedIn } = session ?? {};
    // Without a refresh token the browser asks, and nobody sees it unless something is to be decided.
    if (session === undefined || signedIn?.refreshToken === undefined) return ask("none");
    const renewed = await client.renew(signedIn).catch(() => undefined);
    if (renewed === undefined) signOut(session, "asked-again");
    // A sign-out that came meanwhile holds.
    else if (session.signedIn === signedIn) session.signedIn = renewed;
    return go(home);
  }
  if (step === "POST /sign-out") {
    leave("left");
    return go(home);
  }
  if (step === "POST /sign-out-everywhere") {
    const { signedIn } = session ?? {};
    leave("left-everywhere");
    return go(signedIn === undefined ? home : await client.signOut(signedIn));
  }
  response.writeHead(404).end();

  async function ask(prompt?: "consent" | "none"): Promise<void> {
    const { address, attempt } = await client.start(prompt);
    const asking: SampleSession = session ?? { attempts: new Map() };
    sessions.attempt(asking, attempt);
    go(address, session === undefined ? sessions.begin(asking) : undefined);
  }
}

/** Signs in who comes back with the answer to one of this browser's own attempts; gives the new id of the session. */
async function comeBack({ client, sessions }: Entry, known: SampleSession | undefined, url: URL): Promise<string> {
  const session: SampleSession = known ?? { attempts: new Map() };
  const state = url.searchParams.get("state") ?? "";
  const attempt = session.attempts.get(state);
  session.attempts.delete(state);
  if (attempt === undefined) session.note = "failed";
  else
    try {
      session.signedIn = await client.finish(url, attempt);
      session.note = undefined;
    } catch (error) {
      signOut(session, noteOf(error));
    }
  return sessions.begin(session);
}

function noteOf(error: unknown): Note {
  if (!(error instanceof AuthorizationResponseError)) return "failed";
  if (error.error === "access_denied") return "refused";
  return error.error.endsWith("_required") ? "asked-again" : "failed";
}

/** OpenID Connect Back-Channel Logout 1.0 §2.8. */
async function hear({ client, sessions }: Entry, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const token = new URLSearchParams(await formOf(request)).get("logout_token") ?? "";
  const told = await client.readLogout(token);
  if (told !== undefined) sessions.told(told);
  const body = told === undefined ? '{"error":"invalid_request"}' : "";
  response
    .writeHead(told === undefined ? 400 : 200, { "cache-control": "no-store", "content-type": "application/json" })
    .end(body);
}

function show(response: ServerResponse, issuer: string, page: string): void {
  const headers = {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": pagePolicy(issuer),
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
  };
  response.writeHead(200, headers).end(page);
}

function cookieOf({ headers }: IncomingMessage, name: string): string | undefined {
  const pairs = (headers.cookie ?? "").split(/;\s*/);
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}
