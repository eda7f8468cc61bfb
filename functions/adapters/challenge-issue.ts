import type { Channel } from "../contract/messages.ts";
import { type Challenges, type CodeSubject, type Issued, isForgetful, type SendRequest } from "../ports/challenges.ts";
import type { Intent, Message } from "../ports/messages.ts";
import { unlessBounced } from "./bounces.ts";
import { liveFlow, newChallenge, sentAgain, type Writing } from "./challenge-rows.ts";
import { addressWait, codeLimits, fits, type Logs } from "./code-limits.ts";
import { contactKeyOf } from "./contact-key.ts";
import type { Row, TransactItem } from "./dynamo.ts";
import { intentRow } from "./intents.ts";
import { liveAccount } from "./live-account.ts";
import type { Parts } from "./parts.ts";
import { namedNewest } from "./public-flow-row.ts";

/** What one try to issue asks for, and what earlier tries have learnt. */
interface Plan {
  readonly channels: readonly Channel[];
  /** The live challenge whose code is sent again. */
  readonly again: Row | undefined;
  readonly logs: Logs;
  /** The address bounced before: nothing is sent to it, and it is said so (T48). */
  readonly bounced: boolean;
}

/**
 * A first send takes one try, a later one two: the first learns what stands. More are for races: of the sends to one address at the
 * same time one wins each round, so the tenth sibling needs ten.
 */
const mostTries = 12;

/**
 * S2: challenge, limits and message intent in one transaction, so that a send is counted exactly when it is written (T12, T13).
 * A channel past its limits is left out while another is there; nothing is ever sent past a limit.
 */
export async function issueChallenge(
  parts: Parts,
  code: Challenges["code"],
  subject: CodeSubject,
  request: SendRequest,
): Promise<Issued> {
  const { dynamo, keys, clock, ids, policy } = parts;
  // Who forgot is a stranger: the calls of their request must be the same whether there is anything to send or not (T04).
  const sender = isForgetful(subject) ? "due-at-once" : "writer";
  let plan: Plan = { channels: channelsOf(subject), again: undefined, logs: new Map(), bounced: false };
  const contacts = await contactKeyOf(keys, subject);
  for (let tries = 0; tries < mostTries; tries += 1) {
    const now = clock.now();
    const challengeId = plan.again === undefined ? ids.id() : String(plan.again.challengeId);
    const expiresAt = plan.again === undefined ? now + policy.code.life * 1_000 : Number(plan.again.expiresAt);
    const writing = { challengeId, contacts, expiresAt, now };
    const intent = await intentOf(parts, code, subject, request, writing, plan.channels);
    const items = new Map<string, TransactItem>([
      [
        "challenge",
        plan.again === undefined
          ? newChallenge(parts, subject, writing, intent)
          : sentAgain(parts, subject, plan.again, intent, now),
      ],
      ...(subject.flow === undefined ? [] : [["flow", liveFlow(parts, subject.flow, contacts)] as const]),
      ...(subject.signedIn === undefined ? [] : [["flow", liveAccount(parts.dynamo, subject.signedIn)] as const]),
      ...(await codeLimits(parts, subject, request, plan.channels, plan.logs, now)),
      ...(await mailboxItem(parts, subject, plan.channels)),
      ...(subject.registered === undefined ? [] : [["newest", await namedNewest(parts, subject.registered)] as const]),
      ["intent", { Put: await intentRow(dynamo, keys, intent, now, policy, sender) }],
    ]);
    const names = [...items.keys()];
    const refusals = await dynamo.transact([...items.values()]);
    if (refusals.size === 0) {
      return { kind: "issued", intent, channels: plan.channels, expiresAt, resendAt: now + policy.code.gap * 1_000 };
    }
    const refused = new Map([...refusals].map(([index, row]) => [names[index] ?? "", row]));
    const next = nextPlan(parts, subject, plan, refused, now);
    if ("kind" in next) return next;
    plan = next;
  }
  // Lost every race: that is no limit of this person, so the answer is "try again in a moment" (T47).
  throw Object.assign(new Error("a send lost every race"), { name: "TransactionConflictException" });
}

/** What the refusals of one try mean: an answer, or a plan for the next. */
function nextPlan(
  parts: Parts,
  subject: CodeSubject,
  plan: Plan,
  refused: ReadonlyMap<string, Row | undefined>,
  now: number,
): Plan | Issued {
  if (refused.has("flow")) return { kind: "flow-ended" };
  if (["wrong-codes", "codes-in-a-row", "client"].some((name) => refused.has(name))) return { kind: "limit" };
  const challenge = refused.get("challenge");
  if (challenge !== undefined) {
    // "Asking again within its life sends the same code", not sooner than the gap.
    const readyAt = Number(challenge.sentAt) + parts.policy.code.gap * 1_000;
    if (now < readyAt) return { kind: "wait", seconds: Math.ceil((readyAt - now) / 1_000) };
  }
  const logs: Logs = new Map([
    ...plan.logs,
    ...["account", "email", "mobile"].flatMap((name) =>
      refused.has(name) ? [[name, refused.get(name)] as const] : [],
    ),
  ]);
  const seconds = addressWait(parts.policy, subject, logs, now);
  if (seconds > 0) return { kind: "wait", seconds };
  if (!fits.account(parts.policy, logs, now)) return { kind: "limit" };
  const smsFull = refused.has("prefix") || refused.has("budget") || !fits.mobile(parts.policy, logs, now);
  const bounced = plan.bounced || refused.has("mailbox");
  const channels = plan.channels.filter((channel) =>
    channel === "sms" ? !smsFull : !bounced && fits.email(parts.policy, logs, now),
  );
  // To a stranger a full address must not say that there is one (T04): the send is counted and goes nowhere.
  if (channels.length === 0 && !isForgetful(subject) && !bounced) return { kind: "limit" };
  return { channels, logs, again: challenge ?? plan.again, bounced };
}

/** T48, not of who forgot: a stranger's request is the same whatever the address is, and the job leaves it out (T04). */
async function mailboxItem(
  { dynamo, keys }: Parts,
  subject: CodeSubject,
  channels: readonly Channel[],
): Promise<[string, TransactItem][]> {
  const { email } = subject;
  if (isForgetful(subject) || email === undefined || !channels.includes("email")) return [];
  return [["mailbox", await unlessBounced(dynamo, keys, email)]];
}

function channelsOf(subject: CodeSubject): Channel[] {
  const email: Channel[] = subject.email === undefined ? [] : ["email"];
  return subject.mobile === undefined ? email : [...email, "sms"];
}

async function intentOf(
  parts: Parts,
  code: Challenges["code"],
  subject: CodeSubject,
  request: SendRequest,
  { challengeId, expiresAt }: Writing,
  open: readonly Channel[],
): Promise<Intent> {
  const channels = subject.decoy ? [] : open;
  return {
    messageId: parts.ids.id(),
    attempts: 0,
    states: Object.fromEntries(channels.map((channel) => [channel, "waiting" as const])),
    message: {
      ...(await saidOf(parts, code, subject, challengeId, channels)),
      language: request.language,
      until: expiresAt,
      ...(channels.includes("email") && subject.email !== undefined ? { email: subject.email } : {}),
      ...(channels.includes("sms") && subject.mobile !== undefined ? { mobile: subject.mobile } : {}),
    },
  };
}

/** What a message with a code says. To an address that has an account already it says that, and no code (T04). */
async function saidOf(
  { policy }: Parts,
  code: Challenges["code"],
  subject: CodeSubject,
  challengeId: string,
  channels: readonly Channel[],
): Promise<Pick<Message, "kind" | "words">> {
  const { kind, activation } = subject;
  const minutes = Math.round(policy.code.life / 60);
  if (kind === "code-register") return { kind, words: { codes: await codesOf(code, challengeId, channels), minutes } };
  // A new contact of somebody signed in is one, and its code proves it alone (decision 003).
  const of = subject.signedIn === undefined ? "any" : (channelsOf(subject)[0] ?? "any");
  const words = { code: await code(challengeId, of), minutes };
  if (activation === undefined) return { kind, words };
  return "account" in activation
    ? { kind: "public-account-exists", words: activation }
    : { kind, words: { ...words, ...activation } };
}

/** Decision 003: a code a channel, so that each proves its own. */
async function codesOf(code: Challenges["code"], challengeId: string, channels: readonly Channel[]) {
  const codes = channels.map(async (channel) => [channel, await code(challengeId, channel)] as const);
  return Object.fromEntries(await Promise.all(codes));
}
