import { generateSync } from "otplib";
import { expect } from "vitest";
import { importPlaces, type RosterPlace, registeredAs, rosterPerson } from "../default-passwords/class.ts";
import { userIdOf } from "../reset-password/holder.ts";
import type { Browser, Reply } from "../service/browser.ts";
import { atPlatform, legacyAccount, legacyPlatform } from "../service/legacy.ts";
import { codeSentTo, goodPassword, publicPerson, signIn } from "../service/people.ts";
import { type Booking, enabledMeanwhile } from "./recovery-privileges.ts";

interface Owner {
  readonly place: RosterPlace;
  readonly accountName: string;
  readonly browser: Browser;
}

/** Everything that a signed-in person can see and change asks of AWS, with the second factor and with what its jobs do. */
export async function signedInThings(at: Booking): Promise<void> {
  const owner = await newOwner(at);
  await looks(at, owner);
  await contacts(at, owner);
  await schools(at, owner);
  await passwords(at, owner);
  await devices(at, owner);
  await secondFactor(at, owner);
  await closed(at, owner);
  await movedAccount(at);
}

const right = async <R extends Reply<never>>(reply: Promise<R>): Promise<R> => {
  const got = await reply;
  expect([got.status, got.body]).toEqual([200, got.body]);
  return got;
};

async function newOwner(at: Booking): Promise<Owner> {
  const place = rosterPerson();
  await at.booked("jobs", () => importPlaces(at.service, [place]));
  const accountName = await registeredAs(at.service, place);
  const browser = at.bookedBrowser();
  await signIn(browser, accountName);
  return { place, accountName, browser };
}

/** A page whose last password is older than five minutes asks for it again. */
async function again({ browser }: Owner, password = goodPassword, code?: string): Promise<void> {
  const reply = await browser.call("POST /api/re-authenticate", { password, ...(code === undefined ? {} : { code }) });
  expect(reply.status).toBe(200);
  browser.csrfToken = reply.body.csrfToken;
}

async function looks(at: Booking, { browser }: Owner): Promise<void> {
  at.service.clock.advanceBy({ minutes: 2 });
  for (const key of [
    "GET /api/session",
    "GET /api/my-account",
    "GET /api/my-account/devices",
    "GET /api/my-account/authorizations",
    "GET /api/my-account/two-factor",
    "POST /api/my-account/data",
    "GET /api/applications",
  ] as const)
    expect([key, (await browser.call(key)).status]).toEqual([key, 200]);
  const ten = { pathParameters: { most: "10" } };
  expect((await browser.call("GET /api/my-account/sign-ins/{most}", undefined, ten)).status).toBe(200);
  expect((await browser.call("GET /api/my-account/application-sign-ins/{most}", undefined, ten)).status).toBe(200);
}

/** M35, T20: a wrong code, the right one, and the link that takes it back. */
async function contacts(at: Booking, owner: Owner): Promise<void> {
  const { browser, accountName } = owner;
  const old = `${accountName}@mail.test`;
  const [value, language] = [`new.${accountName}@mail.test`, "zh-TW"];
  at.service.clock.advanceBy({ minutes: 6 });
  await again(owner);
  await right(browser.call("POST /api/my-account/contacts/code", { channel: "email", value, language }));
  const code = codeSentTo(at.service, value);
  const change = { channel: "email", value, attempt: "0123456789abcdef", language };
  const wrong = await browser.call("POST /api/my-account/contacts", {
    ...change,
    code: code === "000000" ? "1" : "000000",
  });
  expect(wrong.body.code).toBe("code-wrong");
  await right(browser.call("POST /api/my-account/contacts", { ...change, attempt: "another-attempt-0", code }));
  const token = /contact-undo#([\w.-]+)/.exec(at.service.sent(old)[0]?.text ?? "")?.[1];
  await right(at.bookedBrowser().call("POST /api/contact-undo", { token }));
  await signIn(browser, accountName);
}

/** M20: the address of 其他 is their account. It moves and comes back, by its own link and by 不是我. */
async function movedAccount(at: Booking): Promise<void> {
  const { email, userId } = await publicPerson(at.service);
  const browser = at.bookedBrowser();
  await signIn(browser, email);
  await right(browser.call("POST /api/my-account/details", { nickname: "小明" }));
  for (const [number, link] of ["contact-undo", "not-me"].entries()) {
    const [value, language] = [`${userId.toLowerCase()}.${number}@new.test`, "zh-TW"];
    await right(browser.call("POST /api/my-account/contacts/code", { channel: "email", value, language }));
    const code = codeSentTo(at.service, value);
    const change = { channel: "email", value, attempt: `0123456789abcde${number}`, language };
    await right(browser.call("POST /api/my-account/contacts", { ...change, code }));
    const token = new RegExp(`${link}#([\\w.-]+)`).exec(at.service.sent(email)[0]?.text ?? "")?.[1];
    await right(at.bookedBrowser().call(`POST /api/${link as "contact-undo" | "not-me"}`, { token }));
    at.service.clock.advanceBy({ minutes: 2 });
    await signIn(browser, email);
  }
}

/** M36: somebody else's ID, and the own one at another school. */
async function schools(at: Booking, { browser, place }: Owner): Promise<void> {
  const moved = [
    { ...place, leaves: true },
    { ...place, school: "383602" },
  ];
  await at.booked("jobs", () => importPlaces(at.service, moved));
  const at2 = { school: { code: "383602", level: place.level }, role: place.role };
  const other = await browser.call("POST /api/my-account/school/look", {
    ...at2,
    personId: `${place.personId}-NOBODY`,
  });
  expect(other.body.code).toBe("person-not-found");
  await right(browser.call("POST /api/my-account/school/look", { ...at2, personId: place.personId }));
  await right(browser.call("POST /api/my-account/school", { ...at2, personId: place.personId }));
}

/** T17: one that the vault refuses, one that breaks off in between for the job, and one that works. */
async function passwords(at: Booking, owner: Owner): Promise<void> {
  const { browser, accountName } = owner;
  const change = (current: string, password: string) =>
    browser.call("POST /api/my-account/password", { current, password });
  expect((await change("Wrong-password-1", "Quokka-2026-x")).body.code).toBe("password-wrong");
  at.lane.fault({ mode: "before", at: "cognito.AdminSetUserPassword", nth: "every" });
  expect((await change(goodPassword, "Quokka-2026-x")).status).toBeGreaterThanOrEqual(500);
  at.lane.mend();
  at.service.clock.advanceBy({ minutes: 21 });
  await at.booked("jobs", () => at.service.jobs({ job: "reconcile-resets" }));
  await signIn(browser, accountName);
  const changed = await right(change(goodPassword, "Quokka-2026-x"));
  browser.csrfToken = changed.body.csrfToken;
  await right(change("Quokka-2026-x", "Wallaby-2026-x"));
  await signIn(browser, accountName, "Wallaby-2026-x");
}

async function devices(at: Booking, { browser, accountName }: Owner): Promise<void> {
  for (let more = 0; more < 11; more += 1) {
    at.service.clock.advanceBy({ seconds: 2 });
    await signIn(at.bookedBrowser(), accountName, "Wallaby-2026-x");
  }
  await signIn(browser, accountName, "Wallaby-2026-x");
  await right(browser.call("POST /api/my-account/devices/end", { ids: "others" }));
}

/** M63, T18, T42. */
async function secondFactor(at: Booking, owner: Owner): Promise<void> {
  const { browser, accountName } = owner;
  const password = "Wallaby-2026-x";
  const started = await right(browser.call("POST /api/my-account/two-factor/start"));
  const shown = () => {
    at.service.clock.advanceBy({ seconds: 61 });
    return generateSync({ secret: started.body.secret, epoch: Math.floor(at.service.clock.now() / 1_000) });
  };
  expect((await browser.call("POST /api/my-account/two-factor/bind", { code: "000000" })).status).toBe(422);
  await right(browser.call("POST /api/my-account/two-factor/bind", { code: shown() }));
  await right(browser.call("POST /api/my-account/two-factor/enable", { code: shown() }));
  const renewed = await right(browser.call("POST /api/my-account/two-factor/recovery-codes", { code: shown() }));
  await right(browser.call("GET /api/my-account/two-factor"));
  await browser.call("POST /api/sign-out");

  expect((await signIn(browser, accountName, password)).body).toEqual({ next: "two-factor" });
  expect((await browser.call("POST /api/sign-in/two-factor", { code: "000000" })).status).toBe(422);
  const [recoveryCode] = renewed.body.recoveryCodes;
  const signedIn = await right(browser.call("POST /api/sign-in/two-factor", { code: recoveryCode }));
  browser.csrfToken = signedIn.body.csrfToken;
  await again(owner, password, shown());
  await right(browser.call("POST /api/my-account/two-factor/unbind", { password, code: shown() }));
  await signIn(browser, accountName, password);
}

/** Closed, once while its owner enables it; and erased a month later by the sweep of `gettingBackIn`, which lets a year go by. */
async function closed(at: Booking, owner: Owner): Promise<void> {
  const { browser, accountName } = owner;
  const close = () => browser.call("POST /api/my-account/close", { accountName });
  await again(owner, "Wallaby-2026-x");
  const userId = await userIdOf(at.service, accountName);
  enabledMeanwhile(at, userId);
  await right(close());
  at.lane.mend();
  await signIn(browser, accountName, "Wallaby-2026-x");
  await right(browser.call("POST /api/my-account/two-factor/start"));
  await at.rows.put("consents", { userId, of: "family#o-that-came-twice" });
  const platform = await legacyPlatform(at.service);
  await right(atPlatform.link(browser, platform, await legacyAccount(at.service, platform)));
  await right(close());
}
