import type { Channel } from "../../functions/contract/messages.ts";
import type { SignInMethod } from "../../functions/contract/oidc.ts";
import { termsVersion } from "../../functions/contract/terms.ts";
import type { Challenge, CodeSubject, Issued, SendRequest } from "../../functions/ports/challenges.ts";
import type { Intent } from "../../functions/ports/messages.ts";
import type { Claimed, ClaimedDraft, ProvedDraft } from "../../functions/ports/registrations.ts";
import type { World } from "./world.ts";

export const enrolment = {
  role: "student" as const,
  county: "臺北市",
  district: "文山區",
  school: { code: "383601", level: "國小" as const, name: "市立測試國小" },
  grade: "4",
};

/** The application of somebody new, at the account step. */
export function newDraft({ ids, clock }: World, change: Partial<ClaimedDraft> = {}): ClaimedDraft {
  const accountName = `u${ids.id().toLowerCase().replace(/\W/g, "0")}`;
  return {
    flowId: ids.id(),
    userId: ids.id(),
    revision: 1,
    expiresAt: clock.now() + 3_600_000,
    personKey: ids.id(),
    personId: "T-NOBODY",
    maskedPersonId: "T-****DY",
    name: "測試生",
    enrolment,
    consent: { termsVersion, at: "2026-09-01T00:00:00.000Z", guardian: true },
    accountName,
    email: `${accountName}@mail.test`,
    ...change,
  };
}

/** The same application before its account step. */
export function unclaimed({ accountName: _name, email: _email, ...draft }: ClaimedDraft) {
  return { ...draft, revision: draft.revision - 1 };
}

/** The first account step of an application. */
export const claim = (world: World, draft: ClaimedDraft): Promise<Claimed> =>
  world.registrations.claim(draft, unclaimed(draft));

/** An application whose name and person are claimed. */
export async function applying(world: World, change: Partial<ClaimedDraft> = {}): Promise<ClaimedDraft> {
  const draft = newDraft(world, change);
  const outcome = await claim(world, draft);
  if (outcome !== "claimed") throw new Error(`the account step was refused: ${outcome}`);
  return draft;
}

export function subjectOf({ flowId, revision, personKey, email, mobile }: ClaimedDraft): CodeSubject {
  return {
    subject: `register#${flowId}`,
    account: personKey,
    kind: "code-register",
    email,
    mobile,
    flow: { flowId, revision },
  };
}

/** Asks for a code from an address of its own, unless told which. */
export function send(world: World, draft: ClaimedDraft, request: Partial<SendRequest> = {}): Promise<Issued> {
  const from: SendRequest = { client: world.ids.id(), fromSchool: false, language: "zh-TW", ...request };
  return world.challenges.issue(subjectOf(draft), from);
}

/** The intent of a send that went out. */
export async function sent(world: World, draft: ClaimedDraft, request: Partial<SendRequest> = {}): Promise<Intent> {
  const issued = await send(world, draft, request);
  if (issued.kind !== "issued") throw new Error(`no code was sent: ${issued.kind}`);
  return issued.intent;
}

/** One press of the button with a right or a wrong code, as the function does it; gives whether it proved the channel. */
export async function press(
  world: World,
  draft: ClaimedDraft,
  right: boolean,
  { attempt = world.ids.id(), channel = "email" as Channel } = {},
): Promise<boolean> {
  const { challenges } = world;
  const subject = subjectOf(draft);
  const shard = challenges.shard(subject.subject);
  const tried = await challenges.reserveTry(subject.subject, attempt);
  if (tried === undefined) return false;
  if (!right) await challenges.miss(subject, shard);
  return right && challenges.succeed(subject, tried.challenge as Challenge, attempt, channel, shard);
}

/** An application with a proved e-mail. */
export async function proving(world: World, change: Partial<ClaimedDraft> = {}): Promise<ProvedDraft> {
  const draft = await applying(world, change);
  await sent(world, draft);
  if (!(await press(world, draft, true))) throw new Error("the right code was refused");
  return { ...draft, proved: "email" };
}

export const welcomeOf = (world: World, draft: ProvedDraft): Intent => ({
  messageId: world.ids.id(),
  attempts: 0,
  states: { email: "waiting" },
  message: {
    kind: "welcome",
    language: "zh-TW",
    words: { account: draft.accountName, name: draft.name },
    email: draft.email ?? "",
  },
});

/** An ACTIVE account. */
export async function registered(world: World, change: Partial<ClaimedDraft> = {}): Promise<ProvedDraft> {
  const draft = await proving(world, change);
  await world.registrations.startCreating(draft);
  if (!(await world.registrations.finish(draft, welcomeOf(world, draft)))) throw new Error("no account was made");
  return draft;
}

/** Signs somebody in, and gives the cookie. */
export async function signedIn(
  { sessions, accounts }: World,
  userId: string,
  { epoch = 0, methods = ["pwd"] as readonly SignInMethod[], over = "", address = "192.0.2.1" } = {},
): Promise<string> {
  const minted = await sessions.mint(userId, over);
  const { sessionKey, cookie } = minted;
  await sessions.start(minted, { epoch, client: { address, browser: "test browser" }, methods });
  await accounts.succeed(userId, { device: { id: "a-device" }, forget: [], sessionKey, end: [] });
  return cookie;
}

/** The value of a Set-Cookie line. */
export const cookieValue = (setCookie: string): string => /=([^;]*)/.exec(setCookie)?.[1] ?? "";

/** Does something `count` times at once. */
export const atOnce = <T>(count: number, act: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => act(index)));

/** Does something `count` times, one after the other. */
export async function inTurn<T>(count: number, act: (index: number) => Promise<T>): Promise<T[]> {
  const outcomes: T[] = [];
  for (let index = 0; index < count; index += 1) outcomes.push(await act(index));
  return outcomes;
}

/** What `repeat` times of each says, in order: `["ok", 5], ["no", 1]` is five times ok and once no. */
export const run = <T>(...spans: [T, number][]): T[] => spans.flatMap(([value, times]) => Array(times).fill(value));
