import { describe, expect, it } from "vitest";
import { defaultPasswordAlphabet, defaultPasswordText } from "../../functions/adapters/default-password-text.ts";
import { systemIds } from "../../functions/adapters/system.ts";
import { rowsBehind } from "../faults/rows.ts";
import { accountIn, changeAccount, keptIn, userIdOf } from "../reset-password/holder.ts";
import { withAccount } from "../service/people.ts";
import { allRows } from "../service/rows.ts";
import { startService } from "../service/service.ts";
import { importPlaces, registeredAs, rosterPerson } from "./class.ts";
import { issue, issuedTo, tryDefault } from "./issued.ts";

const service = await startService({ hashes: "real" });
const rows = rowsBehind(process.env.AWS_ENDPOINT_URL_DYNAMODB ?? "", service.prefix);
const fourthSecond = { school: "383601", level: "國小", grade: "4", class: "2" };

describe("the text of a default password (T16)", () => {
  it("has ten characters that nobody takes for another on paper", () => {
    for (let drawn = 0; drawn < 200; drawn += 1)
      expect(defaultPasswordText(systemIds, 10)).toMatch(new RegExp(`^[${defaultPasswordAlphabet}]{10}$`));
    expect(defaultPasswordAlphabet).not.toMatch(/[0O1IL2Z5S8BQ]/);
    expect(new Set(defaultPasswordAlphabet).size).toBe(defaultPasswordAlphabet.length);
  });

  it("takes every character equally often: a byte past the last whole multiple is passed over", () => {
    // Each byte once: 240 of them are used, twelve for each of the twenty characters.
    let from = 0;
    const inTurn = (count: number) => Uint8Array.from({ length: count }, () => from++ % 256);
    const text = defaultPasswordText({ ...systemIds, bytes: inTurn }, 240);
    const counts = [...defaultPasswordAlphabet].map((char) => text.split(char).length - 1);
    expect(counts).toEqual(Array(20).fill(12));
  });
});

describe("issuing default passwords (M49, M95)", () => {
  it("gives one account one, with its last day, and an audit record that does not hold it (I5)", async () => {
    const { accountName, person } = await withAccount(service);
    const userId = await userIdOf(service, accountName);
    const { issued, skipped } = await issue(service, { account: `${accountName}@account.test` });
    const until = new Date(service.clock.now() + 14 * 86_400_000).toISOString();
    expect(issued).toEqual([
      { name: person.name, account: `${accountName}@account.test`, password: expect.stringMatching(/^\w{10}$/), until },
    ]);
    expect(skipped).toEqual([]);
    const audit = (await rows.all("audit")).filter(
      ({ subject, event }) => subject === userId && event === "default-password.issued",
    );
    expect(audit).toHaveLength(1);
    expect(audit[0]).toMatchObject({ by: "a test" });
  });

  it("keeps only a slow hash of it, and nothing at all once it is used (no clear password in any row)", async () => {
    const { accountName } = await withAccount(service);
    const paper = await issuedTo(service, accountName);
    const kept = (await allRows(service.prefix)).join("\n");
    const forms = [paper, Buffer.from(paper).toString("hex"), Buffer.from(paper).toString("base64").slice(0, 12)];
    for (const form of forms) expect(kept.toLowerCase()).not.toContain(form.toLowerCase());
    const userId = await userIdOf(service, accountName);
    const { defaultPassword } = await accountIn(rows, userId);
    expect(defaultPassword).toMatchObject({ hash: expect.stringMatching(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/) });
    await tryDefault(service.browser(), accountName, paper);
    expect((await accountIn(rows, userId)).defaultPassword).toBeUndefined();
  });

  it("says when nobody has the account, and writes nothing", async () => {
    const before = await keptIn(rows);
    expect(await issue(service, { account: "nobody.here" })).toEqual({ issued: [], skipped: [], withoutAccount: 0 });
    expect(await keptIn(rows)).toEqual(before);
  });

  it("skips disabled and frozen accounts and says so", async () => {
    for (const change of [{ status: "DISABLED" }, { frozen: true }]) {
      const { accountName, person } = await withAccount(service);
      await changeAccount(rows, await userIdOf(service, accountName), change);
      expect(await issue(service, { account: accountName })).toEqual({
        issued: [],
        skipped: [{ name: person.name, account: `${accountName}@account.test`, reason: "disabled" }],
        withoutAccount: 0,
      });
    }
  });

  it("gives a whole class theirs in the order of the seats, by key, and counts who has no account", async () => {
    const [third, first, none, otherClass, otherSchool] = [
      rosterPerson({ class: "2", seat: "3" }),
      rosterPerson({ class: "2", seat: "1" }),
      rosterPerson({ class: "2", seat: "2" }),
      rosterPerson({ class: "3", seat: "1" }),
      rosterPerson({ class: "2", seat: "1", school: "383602" }),
    ];
    await importPlaces(service, [third, first, none, otherClass, otherSchool]);
    const accounts = await Promise.all([third, first, otherClass, otherSchool].map((of) => registeredAs(service, of)));
    for (const written of [fourthSecond, { ...fourthSecond, grade: "四年級", class: "02班" }]) {
      const report = await issue(service, { class: written });
      expect(report.issued.map(({ account }) => account)).toEqual([
        `${accounts[1]}@account.test`,
        `${accounts[0]}@account.test`,
      ]);
      expect(report.withoutAccount).toBe(1);
      expect(new Set(report.issued.map(({ password }) => password)).size).toBe(2);
    }
  });

  it("knows who came to a class and who left it with the next import", async () => {
    const [stays, moves, leaves] = ["1", "2", "3"].map((seat) => rosterPerson({ class: "7", seat }));
    await importPlaces(service, [stays!, moves!, leaves!]);
    const names = await Promise.all([stays!, moves!, leaves!].map((of) => registeredAs(service, of)));
    await importPlaces(service, [
      { ...moves!, class: "8" },
      { ...leaves!, leaves: true },
    ]);
    const inClass = async (className: string) =>
      (await issue(service, { class: { ...fourthSecond, class: className } })).issued.map(({ account }) => account);
    expect(await inClass("7")).toEqual([`${names[0]}@account.test`]);
    expect(await inClass("8")).toEqual([`${names[1]}@account.test`]);
  });

  it("does not know a class that cannot be", async () => {
    await expect(issue(service, { class: { ...fourthSecond, grade: "9" } })).rejects.toThrow("no grade");
    await expect(issue(service, { class: { ...fourthSecond, class: "?" } })).rejects.toThrow("no class");
    await expect(issue(service, {})).rejects.toThrow();
  });
});
