import { timingSafeEqual } from "node:crypto";
import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { ShownCase } from "../contract/schemas/cases.ts";
import type { CheckedCaptcha } from "../ports/captchas.ts";
import type { CaseClient, CaseMessages, Cases, NewCase, OpenedCase } from "../ports/cases.ts";
import { spend } from "./captchas.ts";
import { type SenderLimits, senderLimits, stillFits } from "./case-limits.ts";
import { codeKeyOf, openingItems } from "./case-row.ts";
import { isRefused, type Row, type TransactItem } from "./dynamo.ts";
import { intentRow } from "./intents.ts";
import type { Parts } from "./parts.ts";
import { countInWindows } from "./windows.ts";

/** A first message to a contact takes one try, a later one two; more are for races on one contact. */
const mostTries = 6;

/** Cases on DynamoDB (M70). */
export function dynamoCases(parts: Parts): Cases {
  const { dynamo, keys, clock, policy } = parts;
  const { perClient, perSchoolClient, looksPerClient } = policy.cases;

  return {
    async open(opened, from, messages) {
      const limits = await senderLimits(parts, messages.toSender.message);
      let logs = new Map<string, Row | undefined>();
      let toSender = true;
      for (let tries = 0; tries < mostTries; tries += 1) {
        const now = clock.now();
        const items = new Map(await itemsOf(opened, from, messages, toSender ? limits.items(logs, now) : [], now));
        const names = [...items.keys()];
        const refusals = await dynamo.transact([...items.values()]);
        if (refusals.size === 0) return { kind: "opened", mailed: toSender };
        const refused = new Map([...refusals].map(([index, row]) => [names[index] ?? "", row]));
        const answer = await answerOf(refused, opened, toSender);
        if (answer !== undefined) return answer;
        logs = new Map([...logs, ...[...refused].filter(([name]) => limits.logs.has(name))]);
        toSender = stillFits(limits, logs, refused, now);
      }
      // Lost every race: that is no limit of this person, so the answer is "try again in a moment" (T47).
      throw Object.assign(new Error("a case lost every race"), { name: "TransactionConflictException" });
    },

    async look(pair, from) {
      const now = clock.now();
      const most = looksPerClient.most * (from.fromSchool ? policy.lookUp.schoolFactor : 1);
      const counter = { name: "n", seconds: looksPerClient.seconds, most };
      const counted = countInWindows(dynamo, { limit: `case-looks#${from.client}`, counters: [counter], now });
      try {
        await dynamo.send(new UpdateCommand(counted));
      } catch (error) {
        if (isRefused(error)) return "too-many-tries";
        throw error;
      }
      const [row] = await dynamo.batchGet([{ table: "cases", key: { caseNumber: pair.number } }]);
      const given = Buffer.from(await codeKeyOf(keys, pair));
      // A number nobody has is compared too: as long, and never equal.
      const kept = Buffer.from(row === undefined ? await keys.mac("decoy", pair.number) : String(row.codeKey));
      return timingSafeEqual(kept, given) && row !== undefined ? shownOf(row) : undefined;
    },
  };

  async function itemsOf(
    opened: NewCase,
    from: CaseClient & { captcha: CheckedCaptcha },
    { toOwner, toSender }: CaseMessages,
    limits: ReturnType<SenderLimits["items"]>,
    now: number,
  ): Promise<[string, TransactItem][]> {
    const counter = { name: "n", ...(from.fromSchool ? perSchoolClient : perClient) };
    const intent = async (message: CaseMessages["toOwner"]): Promise<TransactItem> => ({
      Put: await intentRow(dynamo, keys, message, now, policy),
    });
    return [
      ["captcha", { Put: spend(dynamo, from.captcha) }],
      ["client", { Update: countInWindows(dynamo, { limit: `case-client#${from.client}`, counters: [counter], now }) }],
      ...(await openingItems(parts, opened, now)),
      ["to-owner", await intent(toOwner)],
      ...(limits.length === 0 ? [] : [["to-sender", await intent(toSender)] as [string, TransactItem]]),
      ...limits,
    ];
  }

  /** What a refused try means, unless only the message to the sender stands in its way. */
  async function answerOf(
    refused: ReadonlyMap<string, Row | undefined>,
    opened: NewCase,
    mailed: boolean,
  ): Promise<OpenedCase | undefined> {
    if (refused.has("case")) {
      // The code is random: a row that has it was written by this very try, whose answer was lost.
      const isOurs = refused.get("case")?.codeKey === (await codeKeyOf(keys, opened));
      return isOurs ? { kind: "opened", mailed } : { kind: "number-taken" };
    }
    if (refused.has("captcha")) return { kind: "captcha-used" };
    return refused.has("client") ? { kind: "too-many-tries" } : undefined;
  }
}

const shownOf = ({ caseNumber, category, status, owner, openedAt, steps }: Row): ShownCase => ({
  ...({ category, status, owner, openedAt, steps } as Omit<ShownCase, "number">),
  number: String(caseNumber),
});
