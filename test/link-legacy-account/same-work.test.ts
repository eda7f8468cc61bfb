import { createHash } from "node:crypto";
import { hash as bcryptHash } from "bcryptjs";
import { describe, expect, it } from "vitest";
import type { Dynamo } from "../../functions/adapters/dynamo.ts";
import { dynamoLegacyAccounts } from "../../functions/adapters/legacy-accounts.ts";
import { legacyDigest } from "../../functions/adapters/legacy-hash.ts";
import { noteWorks } from "../../functions/adapters/legacy-works.ts";
import { partsOf } from "../../functions/adapters/parts.ts";
import { systemIds } from "../../functions/adapters/system.ts";
import type { LegacyHashFormat, LegacyImportReport } from "../../functions/contract/legacy.ts";
import { readSettings } from "../../functions/contract/settings.ts";
import { rowsBehind } from "../faults/rows.ts";
import { legacyPlatform, type PlatformOfTest } from "../service/legacy.ts";
import { startService } from "../service/service.ts";

const service = await startService();
const rows = rowsBehind(process.env.AWS_ENDPOINT_URL_DYNAMODB ?? "", service.prefix);
const parts = partsOf(readSettings(service.environment), { ...service, ids: systemIds });

const done: string[] = [];
const accounts = dynamoLegacyAccounts(parts, (format, password, hash) => {
  done.push(costOf(format, hash.setting ?? ""));
  return legacyDigest(format, password, hash);
});
/** Format and cost as they stand in the line; quick ones cost nothing beside the slow hash. */
function costOf(format: LegacyHashFormat, setting: string): string {
  const [cost] = /(?<=^\$2[aby]\$)\d\d|(?<=^\$[PH]\$).|m=\d+,t=\d+,p=\d+/.exec(setting) ?? [];
  return cost === undefined ? "quick" : `${format} ${cost}`;
}

/** Which digests one try costs, and what came of it. */
async function tried({ id }: PlatformOfTest, account: string, password = "wrong") {
  done.length = 0;
  const { outcome } = await accounts.try({ platform: id, account }, password, false);
  return { outcome, costs: done.toSorted() };
}

const md5 = createHash("md5").update("of md5").digest("hex");
const phpass = "$P$9IQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0";
const argon2 = "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";
const bcrypt = async (cost: number) => ({ format: "bcrypt", hash: await bcryptHash(`of bcrypt ${cost}`, cost) });

const platform = () => legacyPlatform(service, { platform: { hashes: ["md5", "bcrypt", "phpass", "argon2"] } });
const imported = (at: PlatformOfTest, own: readonly { account: string; format: string; hash: string }[]) =>
  service.jobs({
    job: "import-legacy-accounts",
    platform: at.id,
    operator: "tests",
    rows: own.map((row, index) => ({ line: index + 2, ...row })),
  }) as Promise<LegacyImportReport>;

describe("old accounts are not told apart by the work that a try costs (T04, T43)", () => {
  it("whatever the format and cost of a row is, and where there is no row, all works of the platform are done once", async () => {
    const mixed = await platform();
    const passwords = {
      quick: "of md5",
      slow: "of bcrypt 4",
      slower: "of bcrypt 5",
      rounds: "test12345",
      memory: "password",
    };
    const report = await imported(mixed, [
      { account: "quick", format: "md5", hash: md5 },
      { account: "slow", ...(await bcrypt(4)) },
      { account: "slower", ...(await bcrypt(5)) },
      { account: "rounds", format: "phpass", hash: phpass },
      { account: "memory", format: "argon2", hash: argon2 },
    ]);
    expect(report).toMatchObject({ added: 5, problems: [] });
    const costs = ["argon2 m=256,t=2,p=1", "bcrypt 04", "bcrypt 05", "phpass 9", "quick"];
    for (const account of [...Object.keys(passwords), "nobody"])
      expect(await tried(mixed, account), account).toEqual({ outcome: "wrong", costs });
    for (const [account, password] of Object.entries(passwords))
      expect(await tried(mixed, account, password), account).toEqual({ outcome: "right", costs });
  });

  it("one whose rows are all quick costs one quick digest, and nothing is noted of it", async () => {
    const plain = await platform();
    await imported(plain, [{ account: "quick", format: "md5", hash: md5 }]);
    for (const account of ["quick", "nobody"]) expect((await tried(plain, account)).costs).toEqual(["quick"]);
    const setting = (await rows.all("legacy-accounts")).find(({ legacyKey }) => legacyKey === `${plain.id}#setting`);
    expect(setting?.works).toBeUndefined();
  });

  it("a costlier row counts for all from its import on; of imports at once none is forgotten, and no platform pays for another", async () => {
    const [growing, other] = [await platform(), await platform()];
    await imported(growing, [{ account: "first", ...(await bcrypt(4)) }]);
    expect((await tried(growing, "nobody")).costs).toEqual(["bcrypt 04", "quick"]);
    const more = await Promise.all([5, 6, 7].map(bcrypt));
    await Promise.all(more.map((hash, index) => imported(growing, [{ account: `more-${index}`, ...hash }])));
    const costs = ["bcrypt 04", "bcrypt 05", "bcrypt 06", "bcrypt 07", "quick"];
    for (const account of ["nobody", "first", "more-2"]) expect((await tried(growing, account)).costs).toEqual(costs);
    expect((await tried(other, "nobody")).costs).toEqual(["quick"]);
  });

  it("is noted sealed, once, also when the answer to the note is lost (T45)", async () => {
    const noted = await platform();
    const { dynamo } = parts;
    let sent = 0;
    const send = async (command: never) => {
      sent += 1;
      await dynamo.send(command);
      return dynamo.send(command);
    };
    const twice = { ...parts, dynamo: { ...dynamo, send: send as never } satisfies Dynamo };
    const row = { ...(await bcrypt(4)), format: "bcrypt" } as const;
    await noteWorks(twice, noted.id, [row, row]);
    const note = async () =>
      (await rows.all("legacy-accounts")).find(({ legacyKey }) => legacyKey === `${noted.id}#setting`);
    const first = await note();
    expect(JSON.stringify(first)).not.toContain("$2");
    await noteWorks(twice, noted.id, [row]);
    expect([await note(), sent]).toEqual([first, 1]);
    expect((await tried(noted, "nobody")).costs).toEqual(["bcrypt 04", "quick"]);
  });
});
