import { QueryCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { Enrolment } from "../contract/schemas/parts.ts";
import type { EndedRoles, EndingAccount, LeftPlace } from "../ports/ended-roles.ts";
import type { Keys } from "../ports/keys.ts";
import { personDigest, personKeyOf } from "../ports/person-key.ts";
import { profileOf, sealedWith } from "./account-row.ts";
import { personClaim } from "./claims.ts";
import { type Seen, stillAsRead } from "./disabling.ts";
import type { Dynamo } from "./dynamo.ts";
import { ignoreRefusal } from "./flow-row.ts";
import { placeOf } from "./look-ups.ts";

/** So many persons' places are read at once. */
const atOnce = 10;

/** Nobody is at fifty schools: what is more is not a person. */
const mostPlaces = 50;

const placeIn = ({ school, role }: Pick<Enrolment, "role"> & { school: LeftPlace["school"] }) => placeOf(school, role);

/** What the roster says now decides, so that an import that is repeated, or comes in another order, ends the same. */
export function dynamoEndedRoles({ dynamo, keys }: { dynamo: Dynamo; keys: Keys }): EndedRoles {
  return {
    async find(places) {
      const owned = await ownersOf(places);
      const endings: (EndingAccount | undefined)[] = [];
      const users = [...Map.groupBy(owned, ({ userId }) => userId)];
      for (let at = 0; at < users.length; at += atOnce)
        endings.push(
          ...(await Promise.all(users.slice(at, at + atOnce).map(([userId, lost]) => endingOf(userId, lost)))),
        );
      return endings.filter((ending) => ending !== undefined);
    },

    keep({ userId, seen }) {
      const { condition, names, values } = stillAsRead(seen as Seen);
      const update = new UpdateCommand({
        TableName: dynamo.name("accounts"),
        Key: { userId },
        UpdateExpression: "SET person = :new",
        ConditionExpression: condition,
        ExpressionAttributeNames: names,
        ExpressionAttributeValues: { ...values, ":new": (seen as Seen).set?.person },
      });
      return ignoreRefusal(dynamo.send(update));
    },
  };

  async function ownersOf(places: readonly LeftPlace[]) {
    const keyed = await Promise.all(
      places.map(async (place) => ({ place, personKey: await personKeyOf(keys, personDigest(place.personId)) })),
    );
    const persons = [...new Set(keyed.map(({ personKey }) => personKey))];
    if (persons.length === 0) return [];
    const claims = await dynamo.batchGet(
      persons.map((person) => ({ table: "claims", key: { claim: personClaim(person) } }) as const),
    );
    const owners = new Map(
      persons.flatMap((person, index) =>
        claims[index]?.state === "OWNED" ? [[person, String(claims[index].userId)] as const] : [],
      ),
    );
    return keyed.flatMap(({ place, personKey }) => {
      const userId = owners.get(personKey);
      return userId === undefined ? [] : [{ userId, place, personKey }];
    });
  }

  async function endingOf(
    userId: string,
    lost: readonly { place: LeftPlace; personKey: string }[],
  ): Promise<EndingAccount | undefined> {
    const [[row], ...found] = await Promise.all([
      dynamo.batchGet([{ table: "accounts", key: { userId } }]),
      ...[...new Set(lost.map(({ personKey }) => personKey))].map(enrolmentsOf),
    ]);
    if (row?.accountName === undefined) return undefined;
    const { accountName, status, enrolments, email, mobile } = await profileOf(keys, row);
    const now = new Map(found.flat().map((enrolment) => [placeIn(enrolment), enrolment]));
    const gone = new Set(lost.map(({ place }) => placeIn(place)).filter((place) => !now.has(place)));
    // A place of another document of the same person (decision 008) is neither gone nor found: it stays.
    const stays = enrolments.filter((enrolment) => !gone.has(placeIn(enrolment)) && !now.has(placeIn(enrolment)));
    const left = [...stays, ...now.values()];
    const isEnding = enrolments.some((enrolment) => gone.has(placeIn(enrolment)));
    if (!isEnding) return undefined;
    const set = { person: await sealedWith(keys, row, { enrolments: left }) };
    return {
      userId,
      accountName,
      status,
      left,
      ...(email === undefined ? {} : { email: email.value }),
      ...(mobile === undefined ? {} : { mobile: mobile.value }),
      seen: { asRead: { person: row.person, status: row.status }, set } satisfies Seen,
    };
  }

  async function enrolmentsOf(personKey: string): Promise<Enrolment[]> {
    const { Items = [] } = await dynamo.send(
      new QueryCommand({
        TableName: dynamo.name("roster"),
        KeyConditionExpression: "personKey = :person",
        ExpressionAttributeValues: { ":person": personKey },
        ConsistentRead: true,
        Limit: mostPlaces,
      }),
    );
    const opened = await Promise.all(Items.map((row) => keys.unseal("person-data", String(row.person))));
    // One that cannot be opened must not end somebody's role.
    if (opened.includes(undefined)) throw new Error("a place of the roster cannot be opened with this key ring");
    return opened.map((entry) => (entry as { enrolment: Enrolment }).enrolment);
  }
}
