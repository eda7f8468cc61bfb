/** A process that starts the embedded DynamoDB, says where, and then never ends by itself. */
import { startDynamoDb } from "../../lib/local/dynamodb.ts";

const { endpoint } = await startDynamoDb({ dataDir: process.argv[2] ?? "" });
process.stdout.write(`${endpoint}\n`);
