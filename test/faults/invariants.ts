import { expect } from "vitest";
import type { RegistrationLane } from "./registration-lane.ts";
import type { Row } from "./rows.ts";

/**
 * I1, I2 and §5.1's final states over everything a lane holds: account name → one ACTIVE profile → one user of the vault and
 * back, or none of them; one account a person; one audit record; claims owned, or held by a flow that still lives.
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
  // A reset is a flow of its own kind, which makes no account.
  const flows = everyFlow.filter(({ kind }) => kind !== "reset");
  const owned = claims.filter(({ state }) => state === "OWNED");
  const isLive = ({ status, heldUntil }: Row) =>
    ["PENDING", "VERIFIED", "CREATING"].includes(String(status)) && Number(heldUntil) >= now;
  const live = new Set(flows.filter(isLive).map(({ flowId }) => flowId));

  const seen = {
    accountsOfNames: ownedBy(owned, "name#"),
    accountsOfPersons: ownedBy(owned, "person#"),
    confirmedUsers: users
      .filter(({ status, enabled }) => status === "CONFIRMED" && enabled)
      .map((user) => user.username),
    auditRecords: audit.filter(({ event }) => event === "account.created").map(({ subject }) => String(subject)),
    flowsDone: flows.filter(({ status }) => status === "DONE").map(({ userId }) => String(userId)),
    claimsOfNobody: claims
      .filter(({ state, flowId }) => state === "HELD" && !live.has(flowId))
      .map(({ claim }) => claim),
    usersOfNobody: users.map(({ username }) => username).filter((id) => !isOfSomebody(id, accounts, flows, live)),
  };
  const ids = accounts.map(({ userId }) => String(userId)).toSorted();
  expect(sorted(seen), label).toEqual({
    accountsOfNames: accounts.map(({ accountName, userId }) => `name#${accountName} → ${userId}`).toSorted(),
    accountsOfPersons: accounts.map(({ personKey, userId }) => `person#${personKey} → ${userId}`).toSorted(),
    confirmedUsers: expect.arrayContaining(ids),
    auditRecords: ids,
    flowsDone: ids,
    claimsOfNobody: [],
    usersOfNobody: [],
  });
  expect(new Set(accounts.map(({ personKey }) => personKey)).size, `${label}: I2`).toBe(accounts.length);
  expect(
    accounts.every(({ status }) => status === "ACTIVE"),
    label,
  ).toBe(true);
}

const ownedBy = (claims: readonly Row[], kind: string) =>
  claims.flatMap(({ claim, userId }) => (String(claim).startsWith(kind) ? [`${claim} → ${userId}`] : []));

const isOfSomebody = (userId: string, accounts: readonly Row[], flows: readonly Row[], live: ReadonlySet<unknown>) =>
  accounts.some((account) => account.userId === userId) ||
  flows.some((flow) => flow.userId === userId && live.has(flow.flowId));

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
