import { DynamoDBClient, paginateScan } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, GetCommand, TransactWriteCommand } from "@aws-sdk/lib-dynamodb";

/** The most that one transaction takes; the embedded server writes such a one 14 times as fast as batches of 25. */
const itemsATransaction = 100;
const rowsAnAccount = 3;

/** Puts copies of one account beside it, each with its two claims, until the table of accounts has so many rows. */
export async function growTo(prefix: string, accounts: number, like: { accountName: string }): Promise<void> {
  const database = new DynamoDBClient({});
  const client = DynamoDBDocumentClient.from(database);
  const get = async (table: string, Key: Record<string, unknown>) => {
    const { Item } = await client.send(new GetCommand({ TableName: `${prefix}${table}`, Key, ConsistentRead: true }));
    if (Item === undefined) throw new Error(`there is no row to copy in ${table}`);
    return Item;
  };
  const name = await get("claims", { claim: `name#${like.accountName}` });
  const account = await get("accounts", { userId: name.userId });
  const person = await get("claims", { claim: `person#${account.personKey}` });

  const rowsOf = (number: number) => {
    const [accountName, userId] = [numbered("grown", like.accountName, number), numbered("u", name.userId, number)];
    const personKey = numbered("p", account.personKey, number);
    return [
      { TableName: `${prefix}accounts`, Item: { ...account, userId, accountName, personKey } },
      { TableName: `${prefix}claims`, Item: { ...name, claim: `name#${accountName}`, userId } },
      { TableName: `${prefix}claims`, Item: { ...person, claim: `person#${personKey}`, userId } },
    ];
  };
  const most = Math.floor(itemsATransaction / rowsAnAccount);
  for (let there = await rowsIn(database, `${prefix}accounts`); there < accounts; ) {
    const numbers = Array.from({ length: Math.min(most, accounts - there) }, (_, index) => there + index);
    const TransactItems = numbers.flatMap(rowsOf).map((Put) => ({ Put }));
    await client.send(new TransactWriteCommand({ TransactItems }));
    there += numbers.length;
  }
  database.destroy();
}

/** As long as what it stands for, so that every copy is of its size. */
const numbered = (head: string, like: string, number: number): string =>
  `${head}${String(number).padStart(like.length - head.length, "0")}`;

async function rowsIn(client: DynamoDBClient, TableName: string): Promise<number> {
  let rows = 0;
  for await (const { Count = 0 } of paginateScan({ client }, { TableName, Select: "COUNT" })) rows += Count;
  return rows;
}
