import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ownAddressesOf } from "../../functions/contract/applications.ts";
import { isClaimName } from "../../functions/contract/oidc.ts";
import { readApplicationFile } from "../../lib/application-commands/read-file.ts";
import { temporaryFolder } from "../local/temporary-folder.ts";
import { platformOf, platformScopes } from "../oidc/legacy-world.ts";
import { applicationOf, smallest } from "./sample.ts";

const folder = temporaryFolder();
const { legacy: _, ...withoutLegacy } = platformScopes;

async function read(change: object) {
  const file = join(folder, "platform.json");
  writeFileSync(file, JSON.stringify({ ...smallest(), scopes: platformScopes, ...change }));
  return readApplicationFile(file);
}
const platform = (change: object) => ({ legacyPlatform: { ...platformOf("ups"), ...change } });

describe("a legacy platform in the file of an application (M80)", () => {
  it("needs little: the old account is told as `legacy_account`, and joining has no end", async () => {
    expect(await read({ legacyPlatform: platformOf("ups") })).toMatchObject({
      application: { legacyPlatform: { ...platformOf("ups"), claim: "legacy_account" } },
    });
  });

  it.each<[string, object, RegExp]>([
    ["without the scope", { ...platform({}), scopes: withoutLegacy }, /^legacyPlatform: the scope legacy is missing/],
    ["and no platform, with the scope", {}, /^scopes: legacy is of legacy platforms only/],
    ["a format twice", platform({ hashes: ["md5", "sha1", "md5"] }), /^legacyPlatform\.hashes: .*twice$/],
    ["no format", platform({ hashes: [] }), /^legacyPlatform\.hashes: .*too few: 1$/],
    [
      "a format that there is not",
      platform({ hashes: ["des"] }),
      /^legacyPlatform\.hashes\[0\]: .*must be one of: md5/,
    ],
    ["a day that is no moment", platform({ signInEnds: "2015-02-01" }), /^legacyPlatform\.signInEnds: .*look like/],
    [
      "joining that ends with the old sign-in",
      platform({ signInEnds: "2015-02-01T00:00:00+08:00", linkingEnds: "2015-01-31T16:00:00Z" }),
      /^legacyPlatform\.linkingEnds: must be later than signInEnds/,
    ],
    ["events by plain http", platform({ eventsUri: "http://ups.test/events" }), /^legacyPlatform\.eventsUri: .*https/],
    ["events to a fragment", platform({ eventsUri: "https://ups.test/#x" }), /^legacyPlatform\.eventsUri: .*without #/],
    ["a claim that is another's", platform({ claim: "personid" }), /^legacyPlatform\.claim: the name of another claim/],
    ["a claim in the form of none", platform({ claim: "Ups" }), /^legacyPlatform\.claim: .*must look like/],
    ["an id that no import could name", platform({ id: "UPS#1" }), /^legacyPlatform\.id: .*must look like/],
  ])("%s is refused, with a sentence that says where", async (_name, change, sentence) => {
    const answer = await read(change);
    expect("troubles" in answer ? answer.troubles : []).toEqual([expect.stringMatching(sentence)]);
  });

  it("may end joining a minute after the old sign-in, and give the claim a name of its own", async () => {
    const ends = { signInEnds: "2015-02-01T00:00:00+08:00", linkingEnds: "2015-01-31T16:01:00Z" };
    expect(await read(platform({ ...ends, claim: "ups_account" }))).toHaveProperty("application");
  });

  it("takes no events at an address of the service itself", () => {
    const eventsUri = "https://account.test/events";
    const application = applicationOf({ scopes: platformScopes, legacyPlatform: platformOf("ups", { eventsUri }) });
    expect(ownAddressesOf(application, "https://account.test")).toEqual([
      "legacyPlatform.eventsUri: an address of this service itself",
    ]);
    expect(ownAddressesOf(application, "https://elsewhere.test")).toEqual([]);
  });

  it.each(["sub", "iss", "aud", "name", "email", "nonce", "legacy_profile"])("%s has a meaning already", (name) => {
    expect(isClaimName(name)).toBe(true);
  });
});
