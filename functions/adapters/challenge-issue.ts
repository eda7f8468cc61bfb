import type { Channel } from "../contract/messages.ts";
import type { Challenges, CodeSubject, Issued, SendRequest } from "../ports/challenges.ts";
import type { Intent } from "../ports/messages.ts";
import type { ChallengeParts } from "./challenges.ts";
import { codeLimits, fits, type Logs } from "./code-limits.ts";
import { contactKeyOf } from "./contact-key.ts";
import { cleanAt, type Row, type TransactItem } from "./dynamo.ts";
import { intentRow } from "./intents.ts";

/** What one try to issue asks for, and what earlier tries have learnt. */
interface Plan {
  readonly channels: readonly Channel[];
  /** The live challenge whose code is sent again. */
  readonly again: Row | undefined;
  readonly logs: Logs;
}

interface Writing {
  readonly challengeId: string;
  readonly contacts: string;
  readonly expiresAt: number;
  readonly now: number;
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
  parts: ChallengeParts,
  code: Challenges["code"],
  subject: CodeSubject,
  request: SendRequest,
): Promise<Issued> {
  const { dynamo, keys, clock, ids, policy } = parts;
  let plan: Plan = { channels: channelsOf(subject), again: undefined, logs: new Map() };
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
        plan.again === undefined ? newChallenge(parts, subject, writing) : sentAgain(parts, subject, plan.again, now),
      ],
      ["flow", liveFlow(parts, subject, contacts)],
      ...(await codeLimits(parts, subject, request, plan.channels, plan.logs, now)),
      ["intent", { Put: await intentRow(dynamo, keys, intent, now, policy) }],
    ]);
    const names = [...items.keys()];
    const refusals = await dynamo.transact([...items.values()]);
    if (refusals.size === 0) {
      return { kind: "issued", intent, channels: plan.channels, expiresAt, resendAt: now + policy.code.gap * 1_000 };
    }
    const refused = new Map([...refusals].map(([index, row]) => [names[index] ?? "", row]));
    const next = nextPlan(parts, plan, refused, now);
    if ("kind" in next) return next;
    plan = next;
  }
  // Lost every race: that is no limit of this person, so the answer is "try again in a moment" (T47).
  throw Object.assign(new Error("a send lost every race"), { name: "TransactionConflictException" });
}

/** What the refusals of one try mean: an answer, or a plan for the next. */
function nextPlan(
  parts: ChallengeParts,
  plan: Plan,
  refused: ReadonlyMap<string, Row | undefined>,
  now: number,
): Plan | Issued {
  if (refused.has("flow")) return { kind: "flow-ended" };
  if (refused.has("wrong-codes") || refused.has("client")) return { kind: "limit" };
  const challenge = refused.get("challenge");
  if (challenge !== undefined) {
    // "Asking again within its life sends the same code", not sooner than the gap.
    const readyAt = Number(challenge.sentAt) + parts.policy.code.gap * 1_000;
    if (now < readyAt)
      return { kind: "wait", seconds: Math.ceil((readyAt - now) / 1_000), expiresAt: Number(challenge.expiresAt) };
  }
  const logs: Logs = new Map([
    ...plan.logs,
    ...["account", "email", "mobile"].flatMap((name) =>
      refused.has(name) ? [[name, refused.get(name)] as const] : [],
    ),
  ]);
  if (!fits.account(parts.policy, logs, now)) return { kind: "limit" };
  const smsFull = refused.has("prefix") || refused.has("budget") || !fits.mobile(parts.policy, logs, now);
  const channels = plan.channels.filter((channel) =>
    channel === "sms" ? !smsFull : fits.email(parts.policy, logs, now),
  );
  if (channels.length === 0) return { kind: "limit" };
  return { channels, logs, again: challenge ?? plan.again };
}

function channelsOf(subject: CodeSubject): Channel[] {
  const email: Channel[] = subject.email === undefined ? [] : ["email"];
  return subject.mobile === undefined ? email : [...email, "sms"];
}

async function intentOf(
  parts: ChallengeParts,
  code: Challenges["code"],
  subject: CodeSubject,
  request: SendRequest,
  { challengeId, expiresAt }: Writing,
  channels: readonly Channel[],
): Promise<Intent> {
  const codes = await Promise.all(
    channels.map(async (channel) => [channel, await code(challengeId, channel)] as const),
  );
  return {
    messageId: parts.ids.id(),
    attempts: 0,
    states: Object.fromEntries(channels.map((channel) => [channel, "waiting" as const])),
    message: {
      kind: subject.kind,
      language: request.language,
      until: expiresAt,
      words: { codes: Object.fromEntries(codes), minutes: Math.round(parts.policy.code.life / 60) },
      ...(channels.includes("email") && subject.email !== undefined ? { email: subject.email } : {}),
      ...(channels.includes("sms") && subject.mobile !== undefined ? { mobile: subject.mobile } : {}),
    },
  };
}

/** A new challenge where there is none, or where the one there is used, expired, out of tries or for other contacts, and its gap is over. */
function newChallenge(
  { dynamo, policy }: ChallengeParts,
  subject: CodeSubject,
  { challengeId, contacts, expiresAt, now }: Writing,
): TransactItem {
  return {
    Put: {
      TableName: dynamo.name("challenges"),
      Item: {
        subject: subject.subject,
        challengeId,
        contactKey: contacts,
        expiresAt,
        sentAt: now,
        tries: 0,
        cleanAt: cleanAt(expiresAt) + 3_600,
      },
      ConditionExpression:
        "attribute_not_exists(subject) OR ((expiresAt < :now OR attribute_exists(usedBy) OR tries >= :most OR contactKey <> :contacts) AND sentAt <= :before)",
      ExpressionAttributeValues: {
        ":now": now,
        ":most": policy.code.tries,
        ":contacts": contacts,
        ":before": now - policy.code.gap * 1_000,
      },
      ReturnValuesOnConditionCheckFailure: "ALL_OLD",
    },
  };
}

function sentAgain({ dynamo, policy }: ChallengeParts, subject: CodeSubject, row: Row, now: number): TransactItem {
  return {
    Update: {
      TableName: dynamo.name("challenges"),
      Key: { subject: subject.subject },
      UpdateExpression: "SET sentAt = :now",
      ConditionExpression:
        "challengeId = :id AND sentAt = :sent AND expiresAt >= :now AND tries < :most AND attribute_not_exists(usedBy)",
      ExpressionAttributeValues: {
        ":now": now,
        ":id": row.challengeId,
        ":sent": row.sentAt,
        ":most": policy.code.tries,
      },
      ReturnValuesOnConditionCheckFailure: "ALL_OLD",
    },
  };
}

function liveFlow({ dynamo }: ChallengeParts, subject: CodeSubject, contacts: string): TransactItem {
  return {
    ConditionCheck: {
      TableName: dynamo.name("flows"),
      Key: { flowId: subject.flow.flowId },
      ConditionExpression: "#status IN (:pending, :verified) AND revision = :revision AND contactKey = :contacts",
      ExpressionAttributeNames: { "#status": "status" },
      ExpressionAttributeValues: {
        ":pending": "PENDING",
        ":verified": "VERIFIED",
        ":revision": subject.flow.revision,
        ":contacts": contacts,
      },
    },
  };
}
