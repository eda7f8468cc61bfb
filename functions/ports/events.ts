import type { SignInMethod } from "../contract/oidc.ts";
import type { SessionClient } from "./sessions.ts";

export interface SignInEvent extends SessionClient {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly sessionKey: string;
  readonly methods: readonly SignInMethod[];
}

export interface ApplicationEvent extends SessionClient {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly clientId: string;
  readonly sessionKey: string;
}

/** Sign-ins and application sign-ins of a person (M61, M62), kept two years, read by key and count, newest first. */
export interface Events {
  signIns(userId: string, most: number): Promise<readonly SignInEvent[]>;
  applicationSignIns(userId: string, most: number): Promise<readonly ApplicationEvent[]>;
  /** Applications that this session, or with `undefined` any, signed in to since a moment (epoch milliseconds): who is told of its end. */
  applicationsSince(
    userId: string,
    since: number,
    sessionKey?: string,
  ): Promise<readonly { clientId: string; sessionKey: string }[]>;
}
