import { expect, it } from "vitest";
import { systemIds } from "../../functions/adapters/system.ts";
import type { Credentials } from "../../functions/ports/credentials.ts";
import { atOnce } from "./steps.ts";

const [first, second] = ["Kangaroo-2026-x", "Wombat-2027-y"];

/** A user with a password. */
async function user(credentials: Credentials): Promise<string> {
  const userId = systemIds.id();
  await credentials.create(userId);
  await credentials.setPassword(userId, first);
  return userId;
}

/** What every vault does, an independent one too. */
export function credentialsContract(make: () => Credentials): void {
  it("takes the password that was set, as often as one likes (S7)", async () => {
    const credentials = make();
    const userId = await user(credentials);
    expect(await credentials.check(userId, first)).toBe(true);
    expect(await credentials.check(userId, first)).toBe(true);
  });

  it("makes a user once of many tries, and a repeat keeps the password (S6)", async () => {
    const credentials = make();
    const userId = systemIds.id();
    await credentials.create(userId);
    await credentials.setPassword(userId, first);
    await credentials.create(userId);
    expect(await credentials.check(userId, first)).toBe(true);
  });

  it("takes the newest password, and the same one again (S7)", async () => {
    const credentials = make();
    const userId = await user(credentials);
    expect(await credentials.setPassword(userId, second)).toBe("set");
    expect(await credentials.setPassword(userId, second)).toBe("set");
    expect(await credentials.check(userId, second)).toBe(true);
  });

  it("gives a user who is not there no password: that is a fault, not a refusal (S7)", async () => {
    await expect(make().setPassword(systemIds.id(), first)).rejects.toThrow();
  });

  it("finds a user who was never made simply wrong (T04)", async () => {
    expect(await make().check(systemIds.id(), first)).toBe(false);
  });

  it("deletes a user for good, and one who is not there too (S11)", async () => {
    const credentials = make();
    const userId = await user(credentials);
    await credentials.delete(userId);
    await credentials.delete(userId);
    expect(await credentials.check(userId, first)).toBe(false);
  });

  it("takes passwords of other scripts and with spaces", async () => {
    const credentials = make();
    const userId = await user(credentials);
    const password = "密碼 très-long 2026";
    expect(await credentials.setPassword(userId, password)).toBe("set");
    expect(await credentials.check(userId, password)).toBe(true);
  });
}

/** What cognito-local 5 does differently from Cognito: it names a wrong password otherwise and takes weak ones. */
export function credentialsRefusals(make: () => Credentials): void {
  it("finds another password wrong, in any part and any case (T04)", async () => {
    const credentials = make();
    const userId = await user(credentials);
    for (const wrong of [second, first.slice(0, -1), `${first}x`, first.toUpperCase(), `${first} `])
      expect(await credentials.check(userId, wrong)).toBe(false);
  });

  it("finds the old password wrong once a new one is set (I7)", async () => {
    const credentials = make();
    const userId = await user(credentials);
    await credentials.setPassword(userId, second);
    expect(await credentials.check(userId, first)).toBe(false);
  });

  it("lets no disabled user in, whose password may be set all the same, until they are enabled (M55)", async () => {
    const credentials = make();
    const userId = await user(credentials);
    await credentials.disable(userId);
    expect(await credentials.setPassword(userId, second)).toBe("set");
    expect(await credentials.check(userId, second)).toBe(false);
    await credentials.enable(userId);
    await credentials.enable(userId);
    expect(await credentials.check(userId, second)).toBe(true);
    expect(await credentials.check(userId, first)).toBe(false);
  });

  it("takes a user who is not there for disabled, and cannot enable one (M55)", async () => {
    const credentials = make();
    await credentials.disable(systemIds.id());
    await expect(credentials.enable(systemIds.id())).rejects.toThrow();
  });

  it("knows no password of a user who was only made: nobody can guess it (S6)", async () => {
    const credentials = make();
    const userId = systemIds.id();
    await credentials.create(userId);
    expect(await credentials.check(userId, first)).toBe(false);
  });

  it("gives a user who is made again nothing of the one who was deleted (S11)", async () => {
    const credentials = make();
    const userId = await user(credentials);
    await credentials.delete(userId);
    await credentials.create(userId);
    expect(await credentials.check(userId, first)).toBe(false);
  });

  it("refuses a password shorter than eight and keeps the one before (S7)", async () => {
    const credentials = make();
    const userId = await user(credentials);
    expect(await credentials.setPassword(userId, "short-1")).toBe("refused");
    expect(await credentials.check(userId, first)).toBe(true);
  });

  it("makes one user when many make the same at once (S6, T45)", async () => {
    const credentials = make();
    const userId = systemIds.id();
    await atOnce(8, () => credentials.create(userId));
    expect(await credentials.setPassword(userId, first)).toBe("set");
    expect(await credentials.check(userId, first)).toBe(true);
  });
}
