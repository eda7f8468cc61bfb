import { DescribeTableCommand, DynamoDBClient, UpdateTableCommand } from "@aws-sdk/client-dynamodb";

/** The stream of a table as Lambda would follow it: what was written since it was last read, by key. */
export interface TableStream {
  /** The next records, oldest first; the same ones again until `taken` is called. Empty when there is nothing new. */
  read(): Promise<{ readonly records: readonly unknown[]; taken(): void }>;
}

interface StreamAnswers {
  DescribeStream: { StreamDescription: { Shards: readonly { ShardId: string }[] } };
  GetShardIterator: { ShardIterator: string };
  GetRecords: { Records: readonly unknown[]; NextShardIterator?: string };
}

/**
 * Switches the stream of a table on, where it is not, and reads it from its beginning: whatever follows it must take a record twice. The
 * first run after a start brings all that the stream still has, so nothing that was written while nobody looked is passed over.
 */
export async function openTableStream(endpoint: string, TableName: string): Promise<TableStream> {
  const StreamArn = await streamOf(TableName);
  /** By shard: where to read on, or undefined when it is read to its end. */
  const places = new Map<string, string | undefined>();
  return {
    async read() {
      await findShards();
      for (const [shard, place] of places) {
        if (place === undefined) continue;
        const { Records, NextShardIterator } = await ask("GetRecords", { ShardIterator: place }).catch(
          (error: unknown) => {
            // A place that is too old: from the beginning again.
            places.delete(shard);
            throw error;
          },
        );
        const taken = () => places.set(shard, NextShardIterator);
        if (Records.length > 0) return { records: Records, taken };
        taken();
      }
      return { records: [], taken: () => undefined };
    },
  };

  /** A shard is followed by another when it ends. */
  async function findShards(): Promise<void> {
    if ([...places.values()].some((place) => place !== undefined)) return;
    const { StreamDescription } = await ask("DescribeStream", { StreamArn });
    for (const { ShardId } of StreamDescription.Shards.filter(({ ShardId }) => !places.has(ShardId))) {
      const from = { StreamArn, ShardId, ShardIteratorType: "TRIM_HORIZON" };
      places.set(ShardId, (await ask("GetShardIterator", from)).ShardIterator);
    }
  }

  async function ask<O extends keyof StreamAnswers>(operation: O, input: object): Promise<StreamAnswers[O]> {
    const answer = await fetch(endpoint, {
      method: "POST",
      headers: { ...unsigned, "x-amz-target": `DynamoDBStreams_20120810.${operation}` },
      body: JSON.stringify(input),
    });
    if (!answer.ok) throw new Error(`${operation} of the stream of ${TableName} was refused: ${await answer.text()}`);
    return (await answer.json()) as StreamAnswers[O];
  }
}

/** The project has no SDK client for streams. A database on this machine asks for the form of a signature and not for a true one. */
const unsigned = {
  "content-type": "application/x-amz-json-1.0",
  "x-amz-date": "20260101T000000Z",
  authorization:
    "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host;x-amz-date, Signature=local",
};

async function streamOf(TableName: string): Promise<string> {
  const client = new DynamoDBClient({});
  try {
    const { Table } = await client.send(new DescribeTableCommand({ TableName }));
    if (Table?.StreamSpecification?.StreamEnabled && Table.LatestStreamArn !== undefined) return Table.LatestStreamArn;
    const StreamSpecification = { StreamEnabled: true, StreamViewType: "KEYS_ONLY" as const };
    const { TableDescription } = await client.send(new UpdateTableCommand({ TableName, StreamSpecification }));
    if (TableDescription?.LatestStreamArn === undefined) throw new Error(`the table ${TableName} has no stream`);
    return TableDescription.LatestStreamArn;
  } finally {
    client.destroy();
  }
}
