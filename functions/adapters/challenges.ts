import { createHmac } from "node:crypto";
import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { limitShards, type Policy } from "../contract/policy.ts";
import {
  type Challenge,
  type Challenges,
  type CodeFor,
  type CodeProof,
  type CodeSubject,
  isForgetful,
} from "../ports/challenges.ts";
import type { Keys } from "../ports/keys.ts";
import { provedAnew } from "./bounces.ts";
import { issueChallenge } from "./challenge-issue.ts";
import { countInARow, endInARow, inARowKey, isOver } from "./codes-in-a-row.ts";
import { contactKeyOf } from "./contact-key.ts";
import { type Dynamo, type Row, refusedRow, type TransactItem } from "./dynamo.ts";
import { shardOf } from "./look-ups.ts";
import type { Parts } from "./parts.ts";
import { type Counter, countIn, countInWindows, windowKey } from "./windows.ts";

/** Six-digit codes on DynamoDB (T06–T13). */
export function dynamoChallenges(parts: Parts): Challenges {
  const { dynamo, keys, clock, policy } = parts;
  const TableName = dynamo.name("challenges");
  const { wrongRatio, wrongPerAccount } = policy.code;
  const wrong: Counter = { name: "w", seconds: wrongRatio.seconds };
  const right = rightCounter(policy);
  const wrongOfAccount: Counter = { name: "w", seconds: wrongPerAccount.seconds };
  const wrongLimit = (account: string) => `code-wrong#${account}`;
  const code = codeMaker(keys);

  return {
    code,
    shard: (subject) => shardOf(subject),
    issue: (subject, request) => issueChallenge(parts, code, subject, request),

    async gate(subject, shard) {
      const { account } = subject;
      const now = clock.now();
      const [ratio, own, inARow] = await dynamo.batchGet([
        { table: "limits", key: windowKey(ratioLimit(shard), [wrong, right], now) },
        { table: "limits", key: windowKey(wrongLimit(account), [wrongOfAccount], now) },
        ...(isForgetful(subject) ? [{ table: "limits", key: inARowKey(account) } as const] : []),
      ]);
      if (countIn(own, wrongOfAccount, now) >= wrongPerAccount.most || isOver(inARow, policy)) return "spent";
      const [bad, good] = [countIn(ratio, wrong, now), countIn(ratio, right, now)];
      const tooMany = bad + good >= wrongRatio.from / limitShards && bad > (bad + good) * wrongRatio.ratio;
      return tooMany ? "captcha" : "open";
    },

    async reserveTry(subject, attempt) {
      try {
        const { Attributes = {} } = await dynamo.send(
          new UpdateCommand({
            TableName,
            Key: { subject },
            UpdateExpression: "ADD tries :one",
            ConditionExpression: "expiresAt >= :now AND tries < :most AND attribute_not_exists(usedBy)",
            ExpressionAttributeValues: { ":one": 1, ":now": clock.now(), ":most": policy.code.tries },
            ReturnValues: "ALL_NEW",
            ReturnValuesOnConditionCheckFailure: "ALL_OLD",
          }),
        );
        return { challenge: challengeOf(Attributes), alreadyBy: false };
      } catch (error) {
        const row = refusedRow(error);
        if (row === undefined) throw error;
        return row.usedBy === attempt ? { challenge: challengeOf(row), alreadyBy: true } : undefined;
      }
    },

    async succeed(subject, challenge, attempt, proved, shard) {
      const refused = await dynamo.transact(await provedItems(parts, { subject, challenge, attempt, shard }, proved));
      // A doubled press: the other half of it was faster, and its success is this one's too (T46).
      return refused.size === 0 || refused.get(0)?.usedBy === attempt;
    },

    async miss(subject, shard) {
      const now = clock.now();
      const counts = [
        countInWindows(dynamo, { limit: wrongLimit(subject.account), counters: [wrongOfAccount], now }),
        countInWindows(dynamo, { limit: ratioLimit(shard), counters: [wrong], now }),
        ...(isForgetful(subject) ? [countInARow(dynamo, subject, now)] : []),
      ];
      await Promise.all(counts.map((count) => dynamo.send(new UpdateCommand(count))));
    },
  };
}

const ratioLimit = (shard: number) => `code-ratio#${shard}`;
const rightCounter = ({ code }: Policy): Counter => ({ name: "r", seconds: code.wrongRatio.seconds });

/** S5 as items of a transaction: the challenge, refused with its row when it is used or of other contacts, comes first. */
export async function provedItems(
  { dynamo, keys, clock, policy }: Parts,
  { subject, challenge, attempt, shard }: CodeProof,
  proved: CodeFor,
): Promise<TransactItem[]> {
  const now = clock.now();
  const contacts = await contactKeyOf(keys, subject);
  return [
    {
      Update: {
        TableName: dynamo.name("challenges"),
        Key: { subject: subject.subject },
        UpdateExpression: "SET usedBy = :attempt, usedChannel = :channel",
        // The contacts may have changed since it was sent: it proves the ones it was sent to (T10).
        ConditionExpression:
          "challengeId = :id AND contactKey = :contacts AND attribute_not_exists(usedBy) AND expiresAt >= :now",
        ExpressionAttributeValues: {
          ":attempt": attempt,
          ":channel": proved,
          ":id": challenge.challengeId,
          ":contacts": contacts,
          ":now": now,
        },
        ReturnValuesOnConditionCheckFailure: "ALL_OLD",
      },
    },
    subject.flow === undefined
      ? { Update: endInARow(dynamo, subject.account, now) }
      : provedFlow(dynamo, subject.flow, contacts, proved),
    { Update: countInWindows(dynamo, { limit: ratioLimit(shard), counters: [rightCounter(policy)], now }) },
    ...(proved === "email" && subject.email !== undefined ? [await provedAnew(dynamo, keys, subject.email)] : []),
  ];
}

/** S5's second half: the flow is VERIFIED for the contacts it has now, if they are the subject's. */
function provedFlow(
  dynamo: Dynamo,
  { flowId, revision }: NonNullable<CodeSubject["flow"]>,
  contacts: string,
  proved: CodeFor,
): TransactItem {
  return {
    Update: {
      TableName: dynamo.name("flows"),
      Key: { flowId },
      UpdateExpression: "SET #status = :verified, proved = :channel, provedContacts = contactKey",
      ConditionExpression: "#status IN (:pending, :verified) AND revision = :revision AND contactKey = :contacts",
      ExpressionAttributeNames: { "#status": "status" },
      ExpressionAttributeValues: {
        ":verified": "VERIFIED",
        ":pending": "PENDING",
        ":channel": proved,
        ":contacts": contacts,
        ":revision": revision,
      },
    },
  };
}

/**
 * Six digits from the challenge's random id and the key ring, by the truncation of HOTP (RFC 4226 §5.3). The same challenge
 * gives the same code, so a resend repeats it and nothing about it is stored (decision 003). Channel or `any` is part of it.
 */
function codeMaker(keys: Keys): Challenges["code"] {
  return async (challengeId, of) => {
    const secret = await keys.secret("code");
    const hash = createHmac("sha256", secret).update(`${challengeId}|${of}`).digest();
    const offset = (hash.at(-1) ?? 0) & 0x0f;
    return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
  };
}

function challengeOf(row: Row): Challenge {
  const { challengeId, usedBy, usedChannel } = row as never as Challenge;
  return {
    challengeId,
    ...(usedBy === undefined ? {} : { usedBy }),
    ...(usedChannel === undefined ? {} : { usedChannel }),
  };
}
