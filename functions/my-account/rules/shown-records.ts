import type * as z from "zod/mini";
import type { device, signInRecord } from "../../contract/schemas/my-account.ts";
import type { SignInEvent } from "../../ports/events.ts";
import type { SignedInDevice } from "../../ports/sessions.ts";

/** A sign-in as its owner reads it (M62). */
export const shownSignIn = ({ at, address, browser, methods }: SignInEvent): z.infer<typeof signInRecord> => ({
  at: new Date(at).toISOString(),
  address,
  browser,
  method: methods.includes("fed") ? "county" : "password",
  secondFactor: methods.includes("otp"),
});

/** A session as its owner reads it; `present` is the key of the one that asks. */
export const shownDevice = (
  { sessionKey, browser, address, startedAt, lastSeenAt }: SignedInDevice,
  present: string,
): z.infer<typeof device> => ({
  id: sessionKey,
  current: sessionKey === present,
  browser,
  address,
  startedAt: new Date(startedAt).toISOString(),
  lastSeenAt: new Date(lastSeenAt).toISOString(),
});
