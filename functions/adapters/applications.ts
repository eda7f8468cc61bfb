import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import { type Application, isClientId } from "../contract/applications.ts";
import type { AuditEvent } from "../contract/audit-events.ts";
import type { Policy } from "../contract/policy.ts";
import type { Applications, RegisteredApplication } from "../ports/applications.ts";
import type { Clock } from "../ports/clock.ts";
import { auditItem } from "./audit-item.ts";
import type { Row, TransactItem } from "./dynamo.ts";
import type { Parts } from "./parts.ts";

/** All stand in one partition, so that the list is a query of it. */
const register = "applications";

/** The client id stands in what is sealed: a secret that was moved to another row opens nothing. */
interface SealedSecret {
  readonly clientId: string;
  readonly secret: string;
}

const sealing = (clientId: string, secret: string): SealedSecret => ({ clientId, secret });

/** A save that meets another one is tried again so often. */
const mostTries = 3;

/** Applications on DynamoDB; what was read stands for `policy.oidc.applicationsCached` in this process. */
export function dynamoApplications(parts: Parts): Applications {
  const { dynamo, keys, clock, ids } = parts;
  const TableName = dynamo.name("applications");
  const found = remembered<RegisteredApplication>(parts);
  const listed = remembered<readonly Application[]>(parts);

  return {
    // Anybody may send any text as a client id, and the store refuses a long one as a key.
    find: async (clientId) => (isClientId(clientId) ? found.of(clientId, () => read(clientId)) : undefined),

    async list() {
      return (await listed.of(register, query)) ?? [];
    },

    async save(application, by) {
      const { clientId, tokenEndpointAuthMethod } = application;
      for (let tries = 0; tries < mostTries; tries += 1) {
        const row = await rowOf(clientId);
        const before = row?.secret;
        const hasNone = tokenEndpointAuthMethod === "none";
        const secret = hasNone || before !== undefined ? undefined : ids.secret();
        const sealed = secret === undefined ? undefined : await keys.seal("application", sealing(clientId, secret));
        const refused = await dynamo.transact([
          {
            Update: {
              TableName,
              Key: { register, clientId },
              UpdateExpression: `SET application = :application${row === undefined ? ", registeredAt = if_not_exists(registeredAt, :now)" : ""}${sealed === undefined ? "" : ", secret = :secret"}${hasNone ? " REMOVE secret" : ""}`,
              // The secret is the one that was looked at: of two saves at once each is told of a secret that works, or of none.
              ConditionExpression: before === undefined ? "attribute_not_exists(secret)" : "secret = :before",
              ExpressionAttributeValues: {
                ":application": application,
                ...(row === undefined ? { ":now": clock.now() } : {}),
                ...(sealed === undefined ? {} : { ":secret": sealed }),
                ...(before === undefined ? {} : { ":before": before }),
              },
            },
          },
          audit(clientId, "application.saved", { by: by.operator, newSecret: secret !== undefined }),
        ]);
        forget(clientId);
        if (refused.size === 0) return secret;
      }
      throw new Error(`the application ${clientId} kept changing while it was saved: save it again`);
    },

    async renewSecret(clientId, by) {
      const secret = ids.secret();
      const refused = await dynamo.transact([
        {
          Update: {
            TableName,
            Key: { register, clientId },
            UpdateExpression: "SET secret = :secret",
            ConditionExpression: "attribute_exists(secret)",
            ExpressionAttributeValues: { ":secret": await keys.seal("application", sealing(clientId, secret)) },
          },
        },
        audit(clientId, "application.saved", { by: by.operator, newSecret: true }),
      ]);
      forget(clientId);
      return refused.size === 0 ? secret : undefined;
    },

    async remove(clientId, by) {
      const refused = await dynamo.transact([
        {
          Delete: {
            TableName,
            Key: { register, clientId },
            ConditionExpression: "attribute_exists(clientId)",
          },
        },
        audit(clientId, "application.removed", { by: by.operator }),
      ]);
      forget(clientId);
      return refused.size === 0;
    },
  };

  function forget(clientId: string): void {
    found.forget(clientId);
    listed.forget(register);
  }

  async function rowOf(clientId: string): Promise<Row | undefined> {
    const [row] = await dynamo.batchGet([{ table: "applications", key: { register, clientId } }]);
    return row;
  }

  async function read(clientId: string): Promise<RegisteredApplication | undefined> {
    const row = await rowOf(clientId);
    if (row === undefined) return undefined;
    const { registeredAt } = row as Pick<RegisteredApplication, "registeredAt">;
    const application = {
      ...(row.application as Application),
      ...(registeredAt === undefined ? {} : { registeredAt }),
    };
    if (row.secret === undefined) return application;
    const opened = (await keys.unseal("application", String(row.secret))) as SealedSecret | undefined;
    if (opened?.clientId !== clientId) throw new Error("a client secret cannot be opened with this key ring");
    return { ...application, clientSecret: opened.secret };
  }

  async function query(): Promise<readonly Application[]> {
    const applications: Application[] = [];
    let ExclusiveStartKey: Row | undefined;
    do {
      const page = await dynamo.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: "register = :all",
          ExpressionAttributeValues: { ":all": register },
          ProjectionExpression: "application",
          ...(ExclusiveStartKey === undefined ? {} : { ExclusiveStartKey }),
        }),
      );
      applications.push(...(page.Items ?? []).map((row) => row.application as Application));
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey !== undefined);
    return applications.toSorted((one, other) => byName(one, other));
  }

  function audit(clientId: string, event: AuditEvent, more: Row): TransactItem {
    return auditItem(parts, { subject: `application#${clientId}`, event, now: clock.now(), detail: more });
  }
}

/** The same order every time: two of one name by their ids. */
const byName = (one: Application, other: Application): number =>
  one.name["zh-TW"].localeCompare(other.name["zh-TW"], "zh-Hant-TW") || (one.clientId < other.clientId ? -1 : 1);

/**
 * What was read, for a while. One read at a time for a key. Neither a failure nor an absence is remembered: a new application works at
 * once, and names that nobody has fill no memory.
 */
function remembered<T>({ clock, policy }: { clock: Clock; policy: Policy }) {
  const kept = new Map<string, { readonly until: number; readonly value: Promise<T | undefined> }>();
  return {
    of(key: string, look: () => Promise<T | undefined>): Promise<T | undefined> {
      const known = kept.get(key);
      if (known !== undefined && clock.now() < known.until) return known.value;
      const value = look();
      const entry = { until: clock.now() + policy.oidc.applicationsCached * 1_000, value };
      kept.set(key, entry);
      const drop = () => {
        if (kept.get(key) === entry) kept.delete(key);
      };
      value.then((answer) => (answer === undefined ? drop() : undefined), drop);
      return value;
    },
    forget: (key: string): void => void kept.delete(key),
  };
}
