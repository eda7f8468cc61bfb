import { systemIds } from "../../functions/adapters/system.ts";
import { policies } from "../../functions/contract/policy.ts";
import type { World } from "../ports/world.ts";
import { TestClock } from "../service/clock.ts";
import { captchasTwin, workOf } from "./captchas.ts";
import { challengesTwin } from "./challenges.ts";
import { commonPasswordsTwin } from "./common-passwords.ts";
import { consentsTwin } from "./consents.ts";
import { credentialsTwin } from "./credentials.ts";
import { intentsTwin } from "./intents.ts";
import { keysTwin } from "./keys.ts";
import { lookUpsTwin } from "./look-ups.ts";
import { Memory } from "./memory.ts";
import { passwordHistoryTwin } from "./password-history.ts";
import { registrationsTwin } from "./registrations.ts";
import { resetGrantsTwin } from "./reset-grants.ts";
import { rosterTwin } from "./roster.ts";
import { devicesTwin, draftsTwin } from "./sealed-cookies.ts";
import { sessionsTwin } from "./sessions.ts";
import { signInAccountsTwin } from "./sign-in-accounts.ts";

/** Every port as its twin, over one memory: a world without AWS. */
export function twinWorld(policy = policies.seed): World {
  const [memory, clock, ids] = [new Memory(), new TestClock(), systemIds];
  const parts = { memory, clock, ids, policy, keys: keysTwin(ids) };
  return {
    ...parts,
    accounts: signInAccountsTwin(parts),
    captchas: captchasTwin(parts),
    challenges: challengesTwin(parts),
    commonPasswords: commonPasswordsTwin(),
    consents: consentsTwin(parts),
    credentials: credentialsTwin(),
    devices: devicesTwin(parts),
    drafts: draftsTwin(parts),
    intents: intentsTwin(parts),
    lookUps: lookUpsTwin(parts),
    passwordHistory: passwordHistoryTwin(parts),
    registrations: registrationsTwin(parts),
    resets: resetGrantsTwin(parts),
    roster: rosterTwin(parts),
    sessions: sessionsTwin(parts),
    solve: async (challenge) => workOf(challenge),
    async change(userId, change) {
      const account = memory.accounts.get(userId);
      if (account === undefined) throw new Error("nobody has this account");
      const { secondFactor, ...rest } = change;
      account.profile = { ...account.profile, ...rest, ...(secondFactor === undefined ? {} : { secondFactor: true }) };
    },
    async rows(table) {
      const kept = memory[table];
      if (kept instanceof Map) return [...kept].map((entry) => JSON.stringify(entry));
      return kept instanceof Set || Array.isArray(kept) ? [...kept].map((entry) => JSON.stringify(entry)) : [];
    },
  };
}
