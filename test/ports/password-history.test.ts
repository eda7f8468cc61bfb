import { expect, it } from "vitest";
import { hasHash, nobodysHash, slowHash } from "../../functions/adapters/slow-hash.ts";
import { systemIds } from "../../functions/adapters/system.ts";
import { twinWorld } from "../twins/world.ts";
import { passwordHistoryContract } from "./password-history-contract.ts";
import { realWorlds } from "./real-world.ts";

const real = await realWorlds();

passwordHistoryContract("in memory", twinWorld);
passwordHistoryContract("as sealed slow hashes", real);

it("a slow hash is argon2id with 19 MiB, two passes, one lane, and salt of its own (ASVS 11.4.2)", async () => {
  const [one, other] = await Promise.all([slowHash(systemIds, "K7M4PRXW9T"), slowHash(systemIds, "K7M4PRXW9T")]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
  expect(one).not.toBe(other);
  expect(await hasHash(one, "K7M4PRXW9T")).toBe(true);
  expect(await hasHash(one, "K7M4PRXW9W")).toBe(false);
  expect(await hasHash(nobodysHash(), "")).toBe(false);
});

it("the event loop goes on while a slow hash is computed", async () => {
  let turns = 0;
  const hashing = slowHash(systemIds, "K7M4PRXW9T").then(() => "hashed");
  const turn = () =>
    new Promise<string>((resolve) =>
      setImmediate(() => {
        turns += 1;
        resolve("turned");
      }),
    );
  while ((await Promise.race([hashing, turn()])) === "turned");
  expect(turns).toBeGreaterThan(0);
});

it("a line that is no slow hash of ours is refused, never compared", async () => {
  const line = await slowHash(systemIds, "K7M4PRXW9T");
  for (const wrong of [
    "",
    "plain",
    line.replace("m=19456", "m=65537"),
    `${line}$more`,
    line.replace("argon2id", "argon2i"),
  ])
    await expect(hasHash(wrong, "K7M4PRXW9T")).rejects.toThrow("no known form");
});
