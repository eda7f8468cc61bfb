import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { Keys } from "../ports/keys.ts";
import type { UnnamedPicture, UnnamedPictures } from "../ports/pictures.ts";
import { dueIds } from "./due-rows.ts";
import { cleanAt, dueShardOf, type Row, type TransactItem, unlessRefused } from "./dynamo.ts";
import type { Parts } from "./parts.ts";

/** Pictures have partitions of their own in the sparse index of `flows`: the other sweeps never meet one. */
const pictureShard = (shard: string): string => `picture-${shard}`;

/** Of a picture's row: whoever knows the id is shown the picture, so it stands in no row in clear. */
const keyOf = async (keys: Keys, id: string): Promise<string> => `picture-${await keys.mac("picture", id)}`;

type NoteParts = Pick<Parts, "dynamo" | "keys" | "clock" | "policy">;

/** Goes with what counts the upload: from here on the object may be there, and is removed unless it is named in time. */
export const aboutToBeStored = (parts: NoteParts, id: string): Promise<TransactItem> =>
  note(parts, id, { status: "STORING", seconds: parts.policy.pictures.nameWithin });

/** Goes with the write that takes it out of its owner's row. Removed by who does that, and once more by the job. */
export const namedNoMore = (parts: NoteParts, id: string): Promise<TransactItem> =>
  note(parts, id, { status: "REMOVING", seconds: parts.policy.pictures.removeAfter });

/** Goes with the write that names it in its owner's row: refused once the job has given it up. */
export async function named({ dynamo, keys, clock }: NoteParts, id: string): Promise<TransactItem> {
  return {
    Update: {
      TableName: dynamo.name("flows"),
      Key: { flowId: await keyOf(keys, id) },
      // Emptied, and cleaned away in time: what decodes strangers' files has no right to delete a row.
      UpdateExpression: "SET #status = :named, cleanAt = :clean REMOVE picture, dueShard, dueAt",
      ConditionExpression: "#status = :storing",
      ExpressionAttributeNames: { "#status": "status" },
      ExpressionAttributeValues: { ":named": "NAMED", ":storing": "STORING", ":clean": cleanAt(clock.now()) },
    },
  };
}

/** Without `cleanAt`: it stays until the job has done its work, however long that takes. */
async function note(
  { dynamo, keys, clock }: NoteParts,
  id: string,
  { status, seconds }: { readonly status: UnnamedPicture["status"]; readonly seconds: number },
): Promise<TransactItem> {
  const flowId = await keyOf(keys, id);
  return {
    Update: {
      TableName: dynamo.name("flows"),
      Key: { flowId },
      UpdateExpression:
        "SET kind = :kind, #status = :status, picture = :id, dueShard = :shard, dueAt = :due REMOVE cleanAt",
      ExpressionAttributeNames: { "#status": "status" },
      ExpressionAttributeValues: {
        ":kind": "picture",
        ":status": status,
        ":id": await keys.seal("picture", id),
        ":shard": pictureShard(dueShardOf(flowId)),
        ":due": clock.now() + seconds * 1_000,
      },
    },
  };
}

/** The job's side: rows of `flows` of the kind `picture`. */
export function dynamoUnnamedPictures({ dynamo, keys, clock, policy }: NoteParts): UnnamedPictures {
  const TableName = dynamo.name("flows");

  return {
    overdue: (shard) => dueIds(dynamo, "flows", { dueShard: pictureShard(`due#${shard}`), before: clock.now() }),

    async fence(key) {
      const now = clock.now();
      const write = new UpdateCommand({
        TableName,
        Key: { flowId: key },
        UpdateExpression: "SET #status = :removing, dueAt = :again",
        ConditionExpression: "dueAt < :now",
        ExpressionAttributeNames: { "#status": "status" },
        ExpressionAttributeValues: {
          ":removing": "REMOVING",
          ":now": now,
          ":again": now + policy.pictures.removeAfter * 1_000,
        },
        // What it was before tells whether somebody may still be storing it.
        ReturnValues: "ALL_OLD",
      });
      const row = (await unlessRefused(dynamo.send(write)))?.Attributes;
      return row && (await unnamedOf(row));
    },

    async free({ key, status }) {
      // The object of a request thought dead may still arrive: the next run looks once more, then it is over.
      if (status === "STORING") return;
      await dynamo.send(
        new UpdateCommand({
          TableName,
          Key: { flowId: key },
          UpdateExpression: "SET cleanAt = :clean REMOVE picture, dueShard, dueAt",
          ExpressionAttributeValues: { ":clean": cleanAt(clock.now()) },
        }),
      );
    },
  };

  async function unnamedOf({ flowId, status, picture }: Row): Promise<UnnamedPicture> {
    const id = await keys.unseal("picture", String(picture));
    if (typeof id !== "string") throw new Error("a picture's note cannot be opened with this key ring");
    return { key: String(flowId), id, status: status as UnnamedPicture["status"] };
  }
}
