import { describe, expect, it } from "vitest";
import { profileOf } from "../../functions/adapters/account-row.ts";
import { partsOf } from "../../functions/adapters/parts.ts";
import { systemIds } from "../../functions/adapters/system.ts";
import { readSettings } from "../../functions/contract/settings.ts";
import { importPlaces, type RosterPlace, registeredAs, rosterPerson } from "../default-passwords/class.ts";
import { startProxiedService } from "../faults/proxied-service.ts";
import { rowsBehind } from "../faults/rows.ts";
import { accountIn, isSignedIn, userIdOf } from "../reset-password/holder.ts";
import { signIn } from "../service/people.ts";

const { service, proxy, lane } = await startProxiedService();
const rows = rowsBehind(proxy.behind.dynamodb, service.prefix);
const { keys } = partsOf(readSettings(service.environment), { ...service, ids: systemIds });

const bring = async (...places: RosterPlace[]) =>
  (await importPlaces(service, places)) as { left: number; roles: { changed: number; disabled: number } };

/** Somebody in the roster at these places, with an account made at the first. */
async function withPlaces(...places: [RosterPlace, ...RosterPlace[]]) {
  await bring(...places);
  const accountName = await registeredAs(service, places[0]);
  const userId = await userIdOf(service, accountName);
  const stands = () => accountIn(rows, userId);
  const enrolledAt = async () =>
    (await profileOf(keys, await stands())).enrolments.map(({ role, school }) => `${role} ${school.code}`).toSorted();
  return { accountName, email: `${accountName}@mail.test`, userId, stands, enrolledAt };
}

const gone = (place: RosterPlace): RosterPlace => ({ ...place, leaves: true });
const disabledNotices = async (email: string) => {
  await service.jobs({ job: "send-messages" });
  return service.sent(email).filter(({ subject }) => subject === "您的教育雲端帳號已停用").length;
};

describe("access ends when the role ends (M4)", () => {
  it("who leaves the only place loses the enrolment and the account, at once, and is told", async () => {
    const place = rosterPerson();
    const { accountName, email, userId, stands, enrolledAt } = await withPlaces(place);
    const signedIn = service.browser();
    await signIn(signedIn, accountName);
    expect((await bring(gone(place))).roles).toEqual({ changed: 0, disabled: 1 });
    expect(await stands()).toMatchObject({ status: "DISABLED", disabledFor: "role-ended" });
    expect(await enrolledAt()).toEqual([]);
    expect(await isSignedIn(signedIn)).toBe(false);
    expect((await signIn(service.browser(), accountName)).status).toBe(401);
    expect(await disabledNotices(email)).toBe(1);
    const audit = (await rows.all("audit")).filter((row) => row.subject === userId && row.event === "account.disabled");
    expect(audit).toMatchObject([{ reason: "role-ended" }]);
    await service.jobs({ job: "disable-idle" });
    const users = await rows.users(service.pool.userPoolId);
    expect(users.find(({ username }) => username === userId)?.enabled).toBe(false);
  });

  it("the same file again changes nothing and tells nobody twice (T25)", async () => {
    const place = rosterPerson();
    const { email } = await withPlaces(place);
    await bring(gone(place));
    expect((await bring(gone(place))).roles).toEqual({ changed: 0, disabled: 0 });
    expect(await disabledNotices(email)).toBe(1);
  });

  it("who changed school in the same import keeps the account, with the new place, in whatever order the rows stand", async () => {
    for (const turn of [(places: RosterPlace[]) => places, (places: RosterPlace[]) => places.toReversed()]) {
      const place = rosterPerson();
      const { accountName, stands, enrolledAt } = await withPlaces(place);
      const { roles } = await bring(...turn([gone(place), { ...place, school: "383602" }]));
      expect(roles).toEqual({ changed: 1, disabled: 0 });
      expect((await stands()).status).toBe("ACTIVE");
      expect(await enrolledAt()).toEqual(["student 383602"]);
      expect((await signIn(service.browser(), accountName)).status).toBe(200);
    }
  });

  it("a teacher at two schools who leaves one keeps the other", async () => {
    const place = rosterPerson({ role: "teacher" });
    const second = { ...place, school: "383602" };
    const { stands, enrolledAt } = await withPlaces(place, second);
    expect((await bring(gone(place))).roles).toEqual({ changed: 1, disabled: 0 });
    expect((await stands()).status).toBe("ACTIVE");
    expect(await enrolledAt()).toEqual(["teacher 383602"]);
    expect((await bring(gone(second))).roles).toEqual({ changed: 0, disabled: 1 });
    expect((await stands()).status).toBe("DISABLED");
  });

  it("a pupil who stays is not touched, and neither is a person without an account", async () => {
    const [leaves, stays, nobody] = [rosterPerson(), rosterPerson(), rosterPerson()];
    const { stands } = await withPlaces(stays, leaves, nobody);
    const before = await stands();
    expect((await bring(gone(leaves), gone(nobody), stays)).roles).toEqual({ changed: 0, disabled: 0 });
    expect(await stands()).toEqual(before);
  });

  it("a disabled account loses the enrolment too, and stays disabled for what it was", async () => {
    const place = rosterPerson();
    const { email, stands, enrolledAt } = await withPlaces(place);
    await rows.put("accounts", { ...(await stands()), status: "DISABLED", disabledFor: "owner", frozen: true });
    expect((await bring(gone(place))).roles).toEqual({ changed: 1, disabled: 0 });
    expect(await stands()).toMatchObject({ disabledFor: "owner", frozen: true });
    expect(await enrolledAt()).toEqual([]);
    expect(await disabledNotices(email)).toBe(0);
  });

  it("an import that broke off between the roster and the accounts ends the roles when it is run again", async () => {
    const place = rosterPerson();
    const { stands } = await withPlaces(place);
    lane.fault({ mode: "before", at: "dynamodb.TransactWriteItems accounts+audit+logouts+messages", nth: "every" });
    await expect(bring(gone(place))).rejects.toThrow();
    lane.mend();
    expect((await stands()).status).toBe("ACTIVE");
    const again = await bring(gone(place));
    expect([again.left, again.roles]).toEqual([0, { changed: 0, disabled: 1 }]);
  });

  it("250 leavers in one file: all of them, in batches", async () => {
    const crowd = Array.from({ length: 250 }, () => rosterPerson());
    const some = [crowd[0]!, crowd[120]!, crowd[249]!];
    await bring(...crowd);
    for (const place of some) await registeredAs(service, place);
    expect((await bring(...crowd.map(gone))).roles).toEqual({ changed: 0, disabled: 3 });
  });
});
