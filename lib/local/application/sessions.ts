import { randomBytes } from "node:crypto";
import type { LogoutToken } from "./logout-token.ts";
import type { Attempt, SignedIn } from "./sample-client.ts";

/** What the page says above: why somebody is signed out, or not in. */
export type Note =
  | "left"
  | "left-everywhere"
  | "told"
  | "refused"
  | "asked-again"
  | "failed"
  | "old-wrong"
  | "old-wait"
  | "old-linked"
  | "old-ended";

export interface SampleSession {
  readonly attempts: Map<string, Attempt>;
  signedIn?: SignedIn;
  /** Signed in by the old sign-in of a legacy platform, in place of the service. */
  oldAccount?: string;
  note?: Note | undefined;
}

const mostSessions = 1_000;
const mostAttempts = 5;

/** Sessions of one application, in memory: they end with the process. */
export function sampleSessions() {
  const sessions = new Map<string, SampleSession>();
  return {
    find: (id: string | undefined): SampleSession | undefined => (id === undefined ? undefined : sessions.get(id)),

    /** A session under a new id: what the browser had before is no key to it. */
    begin(session: SampleSession = { attempts: new Map() }): string {
      for (const [id, known] of sessions) if (known === session || sessions.size >= mostSessions) sessions.delete(id);
      const id = randomBytes(24).toString("base64url");
      sessions.set(id, session);
      return id;
    },

    attempt({ attempts }: SampleSession, attempt: Attempt): void {
      for (const state of attempts.keys()) if (attempts.size >= mostAttempts) attempts.delete(state);
      attempts.set(attempt.state, attempt);
    },

    /** The provider said so: these sessions are signed out and their pages say why. */
    told({ sid, sub }: LogoutToken): void {
      for (const session of sessions.values()) {
        const claims = session.signedIn?.idClaims;
        if (claims === undefined) continue;
        if (sid === undefined ? claims.sub === sub : claims.sid === sid) signOut(session, "told");
      }
    },
  };
}
export type SampleSessions = ReturnType<typeof sampleSessions>;

export function signOut(session: SampleSession, note: Note): void {
  delete session.signedIn;
  delete session.oldAccount;
  session.note = note;
}
