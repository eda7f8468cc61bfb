import type { AccountOwner, PictureOwner, PictureOwners } from "../ports/pictures.ts";
import { profileOf } from "./account-row.ts";
import type { Row, TransactItem } from "./dynamo.ts";
import type { Parts } from "./parts.ts";
import { personChange } from "./person-change.ts";
import { aboutToBeStored, named, namedNoMore } from "./unnamed-pictures.ts";
import { countInWindows } from "./windows.ts";

/** Each time somebody else wrote the same row in between, or the job gave the picture up. */
const mostTries = 4;

/** What the row says now, and the writes that put another in its place, which hold only while it says so. */
interface Change {
  readonly before: string | undefined;
  readonly items: readonly TransactItem[];
}

/** Pictures in the rows of accounts, sealed with what else is personal, and of registrations (M20). */
export function dynamoPictureOwners(parts: Parts): PictureOwners {
  const { dynamo, keys, clock, policy } = parts;
  const rules = policy.pictures;

  return {
    async reserve(owner, id, { client, fromSchool }) {
      const now = clock.now();
      const counted = [
        [`picture-client#${client}`, fromSchool ? rules.perSchoolClient : rules.perClient],
        [`picture-owner#${"userId" in owner ? owner.userId : owner.flowId}`, rules.perOwner],
      ] as const;
      const refused = await dynamo.transact([
        ...counted.map(([limit, window]) => ({
          Update: countInWindows(dynamo, { limit, counters: [{ name: "n", ...window }], now }),
        })),
        await aboutToBeStored(parts, id),
      ]);
      return refused.size === 0;
    },

    async keep(owner, id) {
      for (let tries = 0; tries < mostTries; tries += 1) {
        const change = await changeOf(owner, id);
        if (change === undefined) return "ended";
        const { before, items } = change;
        if (before === id) return {};
        const noted = [
          ...(id === undefined ? [] : [await named(parts, id)]),
          ...(before === undefined ? [] : [await namedNoMore(parts, before)]),
        ];
        if ((await dynamo.transact([...items, ...noted])).size === 0) return before === undefined ? {} : { before };
      }
      // That is no fault of this person: the answer is "try again in a moment" (T47).
      throw Object.assign(new Error("a picture lost every race"), { name: "TransactionConflictException" });
    },
  };

  async function changeOf(owner: PictureOwner, id: string | undefined): Promise<Change | undefined> {
    const inAccount = "userId" in owner;
    const [row] = await dynamo.batchGet([
      inAccount
        ? { table: "accounts", key: { userId: owner.userId } }
        : { table: "flows", key: { flowId: owner.flowId } },
    ]);
    if (row === undefined) return undefined;
    return inAccount ? inAccountOf(row, owner, id) : inFlow(row, id);
  }

  async function inAccountOf(row: Row, { epoch }: AccountOwner, id: string | undefined): Promise<Change | undefined> {
    if (row.status !== "ACTIVE" || row.epoch !== epoch) return undefined;
    const { picture: before } = await profileOf(keys, row);
    return { before, items: await personChange(parts, row, { picture: id }, { event: "picture.changed" }) };
  }

  /** Only while it is PENDING: who makes the account takes the picture that it has then. */
  function inFlow(row: Row, id: string | undefined): Change | undefined {
    if (row.kind !== "public" || row.status !== "PENDING" || Number(row.expiresAt) <= clock.now()) return undefined;
    const before = row.picture as string | undefined;
    return {
      before,
      items: [
        {
          Update: {
            TableName: dynamo.name("flows"),
            Key: { flowId: row.flowId },
            UpdateExpression: id === undefined ? "REMOVE picture" : "SET picture = :id",
            ConditionExpression: `#status = :pending AND expiresAt > :now AND ${before === undefined ? "attribute_not_exists(picture)" : "picture = :before"}`,
            ExpressionAttributeNames: { "#status": "status" },
            ExpressionAttributeValues: {
              ":pending": "PENDING",
              ":now": clock.now(),
              ...(id === undefined ? {} : { ":id": id }),
              ...(before === undefined ? {} : { ":before": before }),
            },
          },
        },
      ],
    };
  }
}
