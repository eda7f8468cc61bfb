import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import { cognitoError } from "./cognito-error.ts";
import type { PasswordPolicy } from "./password-policy.ts";
import { poolsTable, usersTable } from "./tables.ts";

/** Times are seconds since 1970, as the protocol carries them. */
export type Pool = {
  id: string;
  name: string;
  caseSensitive: boolean;
  passwordPolicy: PasswordPolicy;
  /** Settings that are only shown again. */
  settings: Record<string, unknown>;
  createdAt: number;
};

export type PoolClient = {
  id: string;
  poolId: string;
  name: string;
  explicitAuthFlows: string[];
  preventUserExistenceErrors: "ENABLED" | "LEGACY";
  settings: Record<string, unknown>;
  createdAt: number;
};

export type User = {
  username: string;
  sub: string;
  enabled: boolean;
  status: "FORCE_CHANGE_PASSWORD" | "CONFIRMED";
  passwordHash: string;
  createdAt: number;
  modifiedAt: number;
};

export type UserChange = Partial<Pick<User, "enabled" | "status" | "passwordHash">> & Pick<User, "modifiedAt">;

export type Store = ReturnType<typeof createStore>;

/** Pools, clients and users in DynamoDB. Conditions sit in the writes, so parallel calls cannot both win. */
export function createStore(db: DynamoDBDocumentClient) {
  async function list<Row>(kind: string): Promise<Row[]> {
    const { Items = [] } = await db.send(
      new QueryCommand({
        TableName: poolsTable,
        KeyConditionExpression: "kind = :kind",
        ExpressionAttributeValues: { ":kind": kind },
        ConsistentRead: true,
      }),
    );
    return Items as Row[];
  }

  async function get<Row>(TableName: string, Key: Record<string, string>): Promise<Row | undefined> {
    const { Item } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
    return Item as Row | undefined;
  }

  return {
    listPools: () => list<Pool>("pool"),
    listClients: (poolId: string) => list<PoolClient>(`client#${poolId}`),

    /** @throws AwsJsonError ResourceNotFoundException */
    async pool(id: string): Promise<Pool> {
      const pool = await get<Pool>(poolsTable, { kind: "pool", id });
      if (pool === undefined) throw cognitoError.userPoolNotFound(id);
      return pool;
    },

    /** @throws AwsJsonError ResourceNotFoundException */
    async client(poolId: string, id: string): Promise<PoolClient> {
      const client = await get<PoolClient>(poolsTable, { kind: `client#${poolId}`, id });
      if (client === undefined) throw cognitoError.clientNotFound(id);
      return client;
    },

    user: (pool: Pool, username: string) => get<User>(usersTable, { id: userKey(pool, username) }),

    async putPool(pool: Pool): Promise<void> {
      await db.send(new PutCommand({ TableName: poolsTable, Item: { kind: "pool", ...pool } }));
    },

    async putClient(client: PoolClient): Promise<void> {
      await db.send(new PutCommand({ TableName: poolsTable, Item: { kind: `client#${client.poolId}`, ...client } }));
    },

    /** The users stay behind under an id that is never given again: no key finds them. */
    async deletePool(pool: Pool): Promise<void> {
      for (const client of await list<PoolClient>(`client#${pool.id}`)) {
        await db.send(new DeleteCommand({ TableName: poolsTable, Key: { kind: `client#${pool.id}`, id: client.id } }));
      }
      await db.send(new DeleteCommand({ TableName: poolsTable, Key: { kind: "pool", id: pool.id } }));
    },

    /** @throws AwsJsonError UsernameExistsException; of any number of parallel calls one wins */
    createUser: (pool: Pool, user: User) =>
      orThrow(cognitoError.usernameExists, () =>
        db.send(
          new PutCommand({
            TableName: usersTable,
            Item: { id: userKey(pool, user.username), ...user },
            ConditionExpression: "attribute_not_exists(id)",
          }),
        ),
      ),

    /** @throws AwsJsonError UserNotFoundException */
    changeUser: (pool: Pool, username: string, change: UserChange) =>
      orThrow(cognitoError.userNotFound, () => db.send(new UpdateCommand(updateOf(userKey(pool, username), change)))),

    /** @throws AwsJsonError UserNotFoundException */
    deleteUser: (pool: Pool, username: string) =>
      orThrow(cognitoError.userNotFound, () =>
        db.send(
          new DeleteCommand({
            TableName: usersTable,
            Key: { id: userKey(pool, username) },
            ConditionExpression: "attribute_exists(id)",
          }),
        ),
      ),
  };
}

function userKey(pool: Pool, username: string): string {
  return `${pool.id}#${pool.caseSensitive ? username : username.toLowerCase()}`;
}

function updateOf(id: string, change: UserChange) {
  const names = Object.keys(change);
  return {
    TableName: usersTable,
    Key: { id },
    UpdateExpression: `SET ${names.map((name) => `#${name} = :${name}`).join(", ")}`,
    ConditionExpression: "attribute_exists(id)",
    ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])),
    ExpressionAttributeValues: Object.fromEntries(Object.entries(change).map(([name, value]) => [`:${name}`, value])),
  };
}

async function orThrow(refusal: () => Error, write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) throw refusal();
    throw error;
  }
}
