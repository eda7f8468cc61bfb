import { expect } from "vitest";
import { isEmailClaim, rowClaim } from "../../functions/adapters/claims.ts";
import type { RegistrationLane } from "./registration-lane.ts";
import type { Row } from "./rows.ts";

/**
 * I1, I2 and §5.1's final states over everything a lane holds, of the roster's people and of 其他 (M20): account name or address → one
 * ACTIVE profile → one user of the vault and back, or none of them; one account a person; one audit record; claims owned, or held by a flow
 * that still lives; nothing told of who gave up.
 */
export async function expectInvariants({ rows, poolId, service }: RegistrationLane, label: string): Promise<void> {
  const [everyAccount, claims, everyFlow, audit, users] = await Promise.all([
    rows.all("accounts"),
    rows.all("claims"),
    rows.all("flows"),
    rows.all("audit"),
    rows.users(poolId),
  ]);
  const now = service.clock.now();
  // A decoy counts tries at a name nobody has; it is no account.
  const accounts = everyAccount.filter(({ accountName }) => accountName !== undefined);
  const persons = accounts.filter(({ accountName }) => !isEmailClaim(accountName));
  // A reset is a flow of its own kind, which makes no account.
  const flows = everyFlow.filter(({ kind }) => kind !== "reset");
  const owned = claims.filter(({ state }) => state === "OWNED");
  // 其他 hold nothing before the account is made, and whoever is at it goes on within the day.
  const isLive = (flow: Row) =>
    isPublic(flow)
      ? flow.status === "CREATING"
      : ["PENDING", "VERIFIED", "CREATING"].includes(String(flow.status)) && Number(flow.heldUntil) >= now;
  const live = flows.filter(isLive);
  const isOf = (some: readonly Row[], id: string) => some.some(({ userId }) => userId === id);
  const livePersons = live.filter((flow) => !isPublic(flow));

  const seen = {
    accountsOfNames: [...ownedBy(owned, "name#"), ...ownedBy(owned, "email#")],
    accountsOfPersons: ownedBy(owned, "person#"),
    confirmedUsers: users
      .filter(({ status, enabled, username }) => status === "CONFIRMED" && enabled && !isOf(livePersons, username))
      .map((user) => user.username),
    auditRecords: audit.filter(({ event }) => event === "account.created").map(({ subject }) => String(subject)),
    flowsDone: flows.filter(({ status }) => status === "DONE").map(({ userId }) => String(userId)),
    claimsOfNobody: claims
      .filter(({ state, flowId }) => state === "HELD" && !live.some((flow) => flow.flowId === flowId))
      .map(({ claim }) => claim),
    usersOfNobody: users.map(({ username }) => username).filter((id) => !isOf(accounts, id) && !isOf(live, id)),
    toldAndGivenUp: flows.filter((flow) => isPublic(flow) && flow.status === "ABANDONED" && flow.person !== undefined),
  };
  const ids = accounts.map(({ userId }) => String(userId)).toSorted();
  expect(sorted(seen), label).toEqual({
    accountsOfNames: accounts.map((account) => `${rowClaim(account)} → ${account.userId}`).toSorted(),
    accountsOfPersons: persons.map(({ personKey, userId }) => `person#${personKey} → ${userId}`).toSorted(),
    confirmedUsers: ids,
    auditRecords: ids,
    flowsDone: ids,
    claimsOfNobody: [],
    usersOfNobody: [],
    toldAndGivenUp: [],
  });
  expect(new Set(persons.map(({ personKey }) => personKey)).size, `${label}: I2`).toBe(persons.length);
  expect(
    accounts.every(({ status }) => status === "ACTIVE"),
    label,
  ).toBe(true);
}

const isPublic = ({ kind }: Row): boolean => kind === "public";

const ownedBy = (claims: readonly Row[], kind: string) =>
  claims.flatMap(({ claim, userId }) => (String(claim).startsWith(kind) ? [`${claim} → ${userId}`] : []));

const sorted = (lists: Record<string, unknown[]>) =>
  Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, list.toSorted()]));

/** I5: nothing waits to be sent for ever; `sweep` has run since. */
export async function expectNothingUnsent({ rows }: RegistrationLane, label: string): Promise<void> {
  const waiting = (await rows.all("messages")).filter(({ dueShard }) => dueShard !== undefined);
  expect(
    waiting.map(({ messageId, states, attempts }) => ({ messageId, states, attempts })),
    label,
  ).toEqual([]);
}
