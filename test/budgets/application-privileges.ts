import * as rp from "openid-client";
import { expect, vi } from "vitest";
import { dynamo } from "../../functions/adapters/dynamo.ts";
import { secretsManagerKeys } from "../../functions/adapters/keys.ts";
import { notificationItem } from "../../functions/adapters/notification-row.ts";
import { notificationIdOf } from "../../functions/ports/notifications.ts";
import { fileOf } from "../consents/connected.ts";
import { ask, issuer, redeem, serverFetch, signInTo, walk } from "../oidc/world.ts";
import type { Browser } from "../service/browser.ts";
import { signIn, withAccount } from "../service/people.ts";
import type { Booking } from "./recovery-privileges.ts";

const clientId = "least-application";
const reason = { "zh-TW": "測試", en: "Test" };

/**
 * Everything that applications, and their people, ask of AWS, with what its jobs do. The library has the machine's time, which is the
 * test's meanwhile: so this comes before anything that moves the clock of a service that runs by it.
 */
export async function singleSignOn(at: Booking): Promise<void> {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
  try {
    expect(Math.abs(at.service.clock.now() - Date.now())).toBeLessThan(500);
    const secret = await registered(at);
    const server = serverFetch(at.bookedBrowser());
    const config = await rp.discovery(new URL(issuer), clientId, secret, rp.ClientSecretBasic(secret), {
      [rp.customFetch]: server,
    });
    const party = { config, redirectUri: fileOf(clientId).redirectUris[0] ?? "" };
    const { accountName } = await withAccount(at.service);
    const browser = at.bookedBrowser();
    await signIn(browser, accountName);
    await whileSignedIn(party, browser, server);
    await revoked(party, browser);
    await twice(at, party, browser);
    await signedOut(at, party, browser);
    await told(at);
    await jobs(at, { job: "remove-application", by: "test", clientId });
  } finally {
    vi.useRealTimers();
  }
}

type Party = Parameters<typeof ask>[0];
type Fetch = ReturnType<typeof serverFetch>;

const jobs = (at: Booking, event: object): Promise<unknown> => at.booked("jobs", () => at.service.jobs(event));

const later = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1_000);

async function registered(at: Booking): Promise<string> {
  const application = fileOf(clientId, {
    scopes: { openid: reason, profile: reason, eduinfo: reason, offline_access: reason },
    backchannelLogoutUri: "https://nobody.invalid/backchannel",
    postLogoutRedirectUris: [`https://${clientId}.test/bye`],
  });
  await jobs(at, { job: "save-application", by: "test", application });
  await jobs(at, { job: "list-applications" });
  const { secret } = (await jobs(at, { job: "new-client-secret", by: "test", clientId })) as { secret: string };
  return secret;
}

/** Consent, tokens, the claims and the education record, a refresh, and a token given back. */
async function whileSignedIn(party: Party, browser: Browser, server: Fetch): Promise<void> {
  const scope = "openid profile eduinfo offline_access";
  const tokens = await signInTo(party, browser, { scope, prompt: "consent" });
  const { sub } = tokens.claims() ?? { sub: "" };
  await rp.fetchUserInfo(party.config, tokens.access_token, sub);
  const headers = { authorization: `Bearer ${tokens.access_token}` };
  expect((await server(`${issuer}/moeresource/api/v2/oidc/eduinfo`, { headers })).status).toBe(200);
  later(121);
  await walk(browser, (await ask(party)).url);
  const fresh = await rp.refreshTokenGrant(party.config, String(tokens.refresh_token));
  await rp.tokenRevocation(party.config, String(fresh.refresh_token));
  await browser.call("GET /api/my-account/application-sign-ins/{most}", undefined, { pathParameters: { most: "10" } });
}

/** M60, T39: taken back, and asked for again. */
async function revoked(party: Party, browser: Browser): Promise<void> {
  await browser.call("GET /api/my-account/authorizations");
  const reply = await browser.call("POST /api/my-account/authorizations/revoke", { clientIds: [clientId] });
  expect(reply.body).toEqual({ revoked: 1 });
  const none = await walk(browser, (await ask(party, { prompt: "none" })).url);
  expect(none.searchParams.get("error")).toBe("consent_required");
}

/** T31, T38: a code, and a refresh token, that come again. */
async function twice(at: Booking, party: Party, browser: Browser): Promise<void> {
  const asked = await ask(party);
  const back = await walk(browser, asked.url);
  await redeem(party, back, asked);
  await expect(redeem(party, back, asked)).rejects.toThrow();
  const tokens = await signInTo(party, browser, { scope: "openid offline_access", prompt: "consent" });
  const refresh = () => rp.refreshTokenGrant(party.config, String(tokens.refresh_token));
  at.lane.fault({ mode: "conflict", at: ({ name }) => /TransactWriteItems.*tokens/.test(name), nth: "every" });
  await expect(refresh()).rejects.toThrow();
  at.lane.mend();
  await Promise.allSettled(Array.from({ length: 4 }, refresh));
  later(11);
  await expect(refresh()).rejects.toThrow();
}

/** M82: an event for a platform that is gone by now is taken and dropped. */
async function told(at: Booking): Promise<void> {
  const { Put } = await notificationItem(
    { dynamo: dynamo(at.service.prefix), keys: secretsManagerKeys("educloud/key-ring") },
    {
      notificationId: notificationIdOf("change", "gone"),
      clientId: "gone",
      userId: "nobody",
      event: "linked",
      legacyAccount: "old",
      at: at.service.clock.now(),
    },
  );
  await at.rows.put("notifications", Put?.Item ?? {});
  expect(await jobs(at, { job: "send-notifications" })).toEqual({ told: 0 });
  expect(await at.rows.all("notifications")).toEqual([]);
}

/** T40, T41: at the application's wish, and the application that cannot be told of it, three times. */
async function signedOut(at: Booking, party: Party, browser: Browser): Promise<void> {
  const { id_token: hint = "" } = await signInTo(party, browser);
  const url = rp.buildEndSessionUrl(party.config, {
    id_token_hint: hint,
    post_logout_redirect_uri: `https://${clientId}.test/bye`,
  });
  const page = await (await browser.visit(url.href)).text();
  const xsrf = /name="xsrf" value="([^"]+)"/.exec(page)?.[1] ?? "";
  await browser.visit(`${issuer}/oidc/v1/userlogout/confirm`, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", origin: issuer },
    body: new URLSearchParams({ xsrf, logout: "yes" }).toString(),
  });
  expect((await browser.call("GET /api/session")).body.signedIn).toBe(false);
  for (let times = 0; times < 4; times += 1) {
    await jobs(at, { job: "send-logouts" });
    later(600);
  }
}
