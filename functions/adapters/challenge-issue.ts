import type { Channel } from "../contract/messages.ts";
import { limitShards } from "../contract/policy.ts";
import type { Challenges, CodeSubject, Issued, SendRequest } from "../ports/challenges.ts";
import type { Intent } from "../ports/messages.ts";
import type { ChallengeParts } from "./challenges.ts";
import type { Refusals, Row, TransactItem } from "./dynamo.ts";
import { cleanAt } from "./dynamo.ts";
import { intentRow } from "./intents.ts";
import { type Counter, countInWindows, refuseAt } from "./windows.ts";

/** What one try to issue asks for; the next try is an easier one (no SMS; a sibling's first send of the hour). */
interface Plan {
  readonly sms: boolean;
  readonly email: boolean;
  readonly sibling: boolean;
  /** The live challenge whose code is sent again. */
  readonly again: Row | undefined;
}

/** Items of the transaction by name, so that a refusal says which rule it was. */
type Named = readonly (readonly [name: string, item: TransactItem])[];

/**
 * S2: challenge, limits and message intent in one transaction, so a send is counted exactly when it is written (T12, T13).
 * A refused rule leads to an easier plan at most three times; nothing is ever sent past a limit.
 */
export async function issueChallenge(
  parts: ChallengeParts,
  code: Challenges["code"],
  subject: CodeSubject,
  request: SendRequest,
): Promise<Issued> {
  let plan: Plan = {
    sms: subject.mobile !== undefined,
    email: subject.email !== undefined,
    sibling: false,
    again: undefined,
  };
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const now = parts.clock.now();
    const challengeId = plan.again === undefined ? parts.ids.id() : String(plan.again.challengeId);
    const expiresAt = plan.again === undefined ? now + parts.policy.code.life * 1_000 : Number(plan.again.expiresAt);
    const channels: Channel[] = [...(plan.email ? ["email" as const] : []), ...(plan.sms ? ["sms" as const] : [])];
    const intent = await intentOf(parts, code, subject, request, challengeId, channels);
    const items = await itemsOf(parts, subject, request, plan, { challengeId, expiresAt, now, intent });
    const refused = named(items, await parts.dynamo.transact(items.map(([, item]) => item)));
    if (refused.size === 0) {
      return { kind: "issued", intent, channels, expiresAt, resendAt: now + parts.policy.code.gap * 1_000 };
    }
    const next = easier(plan, refused, now, parts.policy.code.gap);
    if ("kind" in next) return next;
    plan = next;
  }
  return { kind: "limit" };
}

function easier(plan: Plan, refused: ReadonlyMap<string, Row | undefined>, now: number, gap: number): Plan | Issued {
  if (refused.has("flow")) return { kind: "flow-ended" };
  if (refused.has("wrong-codes") || refused.has("client")) return { kind: "limit" };
  if (refused.has("challenge")) return againOrWait(plan, refused.get("challenge"), now, gap);
  if (refused.has("account")) return { kind: "limit" };
  const smsFull = ["mobile", "prefix", "budget"].some((name) => refused.has(name));
  if (smsFull && plan.email) return { ...plan, sms: false };
  if (refused.has("email") && !plan.sibling) return { ...plan, sibling: true };
  return refused.has("email") && plan.sms ? { ...plan, email: false, sibling: false } : { kind: "limit" };
}

/** "Asking again within its life sends the same code": not sooner than the gap, and only while the challenge lives. */
function againOrWait(plan: Plan, row: Row | undefined, now: number, gap: number): Plan | Issued {
  if (row === undefined) return { kind: "limit" };
  const readyAt = Number(row.sentAt) + gap * 1_000;
  if (now < readyAt)
    return { kind: "wait", seconds: Math.ceil((readyAt - now) / 1_000), expiresAt: Number(row.expiresAt) };
  return { ...plan, again: row };
}

async function intentOf(
  parts: ChallengeParts,
  code: Challenges["code"],
  subject: CodeSubject,
  request: SendRequest,
  challengeId: string,
  channels: readonly Channel[],
): Promise<Intent> {
  const codes = Object.fromEntries(
    await Promise.all(channels.map(async (channel) => [channel, await code(challengeId, channel)])),
  );
  return {
    messageId: parts.ids.id(),
    attempts: 0,
    states: Object.fromEntries(channels.map((channel) => [channel, "waiting" as const])),
    message: {
      kind: subject.kind,
      language: request.language,
      words: { codes, minutes: Math.round(parts.policy.code.life / 60) },
      ...(channels.includes("email") && subject.email !== undefined ? { email: subject.email } : {}),
      ...(channels.includes("sms") && subject.mobile !== undefined ? { mobile: subject.mobile } : {}),
    },
  };
}

interface Writing {
  readonly challengeId: string;
  readonly expiresAt: number;
  readonly now: number;
  readonly intent: Intent;
}

async function itemsOf(
  parts: ChallengeParts,
  subject: CodeSubject,
  request: SendRequest,
  plan: Plan,
  writing: Writing,
): Promise<Named> {
  const { dynamo, keys, policy } = parts;
  const rules = policy.code;
  const { now, intent } = writing;
  const count = (limit: string, counters: readonly Counter[], gap?: number): TransactItem => ({
    Update: countInWindows(dynamo, { limit, counters, now, ...(gap === undefined ? {} : { gap }) }),
  });
  const perAccount = rules.perAccount.map((window, index) => ({
    name: "n",
    ...window,
    ...(plan.sibling && index === 0 ? { most: 1 } : {}),
  }));
  const perAddress = plan.sibling
    ? rules.perAddress.map((window) => ({ name: "n", seconds: window.seconds, most: rules.sharedAddressPerDay }))
    : rules.perAddress.map((window) => ({ name: "n", ...window }));
  const client = request.fromSchool ? rules.perSchoolClient : rules.perClient;
  const items: [string, TransactItem][] = [
    [
      "challenge",
      plan.again === undefined ? newChallenge(parts, subject, writing) : sentAgain(parts, subject, plan.again, now),
    ],
    ["flow", liveFlow(parts, subject)],
    ["wrong-codes", refuseAt(dynamo, `code-wrong#${subject.account}`, { name: "w", ...rules.wrongPerAccount }, now)],
    ["account", count(`code-account#${subject.account}`, perAccount)],
    ["client", count(`code-client#${request.client}`, [{ name: "n", ...client }])],
  ];
  if (plan.email)
    items.push(["email", count(`code-email#${await keys.mac("address", subject.email ?? "")}`, perAddress)]);
  if (plan.sms) {
    const mobile = subject.mobile ?? "";
    items.push([
      "mobile",
      count(`code-mobile#${await keys.mac("address", mobile)}`, [{ name: "n", ...rules.perMobile }]),
    ]);
    items.push([
      "prefix",
      count(`code-prefix#${await keys.mac("limit", mobile.slice(0, 11))}`, [{ name: "n", ...rules.perMobilePrefix }]),
    ]);
    const shard = (parts.ids.bytes(1)[0] ?? 0) % limitShards;
    items.push([
      "budget",
      count(`sms-budget#${shard}`, [{ name: "n", seconds: 86_400, most: rules.smsPerDay / limitShards }]),
    ]);
  }
  items.push(["intent", { Put: await intentRow(dynamo, keys, intent, now, policy) }]);
  return items;
}

/** A new challenge where there is none, or the one there is used, expired, or out of tries and its gap is over. */
function newChallenge(
  { dynamo, policy }: ChallengeParts,
  subject: CodeSubject,
  { challengeId, expiresAt, now }: Writing,
): TransactItem {
  return {
    Put: {
      TableName: dynamo.name("challenges"),
      Item: {
        subject: subject.subject,
        challengeId,
        expiresAt,
        sentAt: now,
        tries: 0,
        cleanAt: cleanAt(expiresAt) + 3_600,
      },
      ConditionExpression:
        "attribute_not_exists(subject) OR ((expiresAt < :now OR attribute_exists(usedBy) OR tries >= :most) AND sentAt <= :before)",
      ExpressionAttributeValues: { ":now": now, ":most": policy.code.tries, ":before": now - policy.code.gap * 1_000 },
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

function liveFlow({ dynamo }: ChallengeParts, subject: CodeSubject): TransactItem {
  return {
    ConditionCheck: {
      TableName: dynamo.name("flows"),
      Key: { flowId: subject.flow.flowId },
      ConditionExpression: "#status IN (:pending, :verified) AND revision = :revision",
      ExpressionAttributeNames: { "#status": "status" },
      ExpressionAttributeValues: { ":pending": "PENDING", ":verified": "VERIFIED", ":revision": subject.flow.revision },
    },
  };
}

const named = (items: Named, refusals: Refusals): ReadonlyMap<string, Row | undefined> =>
  new Map([...refusals].map(([index, row]) => [items[index]?.[0] ?? "", row]));
