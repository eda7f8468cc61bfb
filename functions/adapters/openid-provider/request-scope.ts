import { AsyncLocalStorage } from "node:async_hooks";
import type { Interaction } from "../../ports/interactions.ts";
import type { Session, SessionClient } from "../../ports/sessions.ts";
import type { Row } from "../dynamo.ts";

/** A refresh token that this request spends, and what else its answer depends on. */
export interface Rotation {
  /** Key of the row. */
  readonly token: string;
  readonly grantId: string;
  /** An application that proved who it is may ask the same again for a moment (T38). */
  readonly confidential: boolean;
  /** What else was asked for with it: the same again means this too. */
  readonly asked: string;
}

/** A code that this request spends: its tokens are given only while all it stands on is as it was read (T39). */
export interface Redemption {
  readonly grantId: string;
  /** Of the session the code was given in, which must live whatever the tokens outlive. */
  readonly sessionKey: string;
}

/** All that one request of the protocol has: what it came with, what it is going to write, what it says to the browser. */
export interface RequestScope {
  /** New for each request, the same in the SDK's own second tries. */
  readonly id: string;
  readonly cookies: { readonly session?: string; readonly logout?: string };
  readonly interactions: ReadonlyMap<string, string>;
  readonly client: SessionClient;
  session: Promise<Session | undefined> | undefined;
  /** Rows of tokens, written when the answer is a good one, before it leaves. */
  readonly tokens: Row[];
  /** Made when the answer is a good one, and written with the tokens. */
  readonly events: (() => Promise<Row>)[];
  rotation: Rotation | undefined;
  redemption: Redemption | undefined;
  /** The request that waited and goes on now. */
  resumed: Interaction | undefined;
  /** A spent refresh token that is asked for again: the answer it was given, and whether the library refused it for that alone. */
  again: { readonly body: string; refused: boolean } | undefined;
  /** Families that end, whatever the answer is; with `replayed` the audit is told. */
  readonly ended: Map<string, { readonly replayed: boolean }>;
  /** Set-Cookie lines by name: the last one said stands. */
  readonly setCookies: Map<string, string>;
  /** What broke: the library would tell the application of it as if it were an answer. */
  trouble: unknown;
}

const store = new AsyncLocalStorage<RequestScope>();

export const inScope = <T>(scope: RequestScope, run: () => Promise<T>): Promise<T> => store.run(scope, run);

/** The scope of the request. Throws outside one. */
export function theScope(): RequestScope {
  const scope = store.getStore();
  if (scope === undefined) throw new Error("there is no request of the protocol");
  return scope;
}

/** Says a cookie to the browser by its Set-Cookie line. */
export function say(scope: RequestScope, line: string): void {
  scope.setCookies.set(line.slice(0, line.indexOf("=")), line);
}
