import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readApplicationFile } from "../../lib/application-commands/read-file.ts";
import { sampleAt, sampleFiles } from "../../lib/local/application/sample-files.ts";
import { temporaryFolder } from "../local/temporary-folder.ts";
import { smallest } from "./sample.ts";

const folder = temporaryFolder();
const openid = { "zh-TW": "認得是您", en: "To know that it is you" };

async function troublesWith(content: unknown): Promise<readonly string[]> {
  const file = join(folder, "application.json");
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  const read = await readApplicationFile(file);
  return "troubles" in read ? read.troubles : [];
}

describe("the file of an application", () => {
  it("needs little: the rest has safe values", async () => {
    const file = join(folder, "small.json");
    writeFileSync(file, JSON.stringify(smallest()));
    expect(await readApplicationFile(file)).toEqual({
      application: {
        ...smallest(),
        postLogoutRedirectUris: [],
        subject: "pairwise",
        tokenEndpointAuthMethod: "client_secret_basic",
        idTokenAlg: "RS256",
        requirePkce: true,
        requireSecondFactor: false,
        mayHavePersonId: false,
      },
    });
  });

  it.each([
    ["a client id in the form of a subject", { clientId: "A".repeat(43) }, /^clientId: .*must look like/],
    ["no name in English", { name: { "zh-TW": "學習" } }, /^name\.en: 必填 \/ is missing$/],
    ["no redirect address", { redirectUris: [] }, /^redirectUris: .*too few: 1$/],
    ["plain http elsewhere", { redirectUris: ["http://learning.test/cb"] }, /^redirectUris\[0\]: .*https address/],
    ["a fragment", { redirectUris: ["https://learning.test/cb#x"] }, /^redirectUris\[0\]: .*without #/],
    ["an empty fragment", { redirectUris: ["https://learning.test/cb#"] }, /^redirectUris\[0\]: .*without #/],
    ["a user in the address", { redirectUris: ["https://a:b@learning.test/cb"] }, /^redirectUris\[0\]: .*user/],
    ["a script", { redirectUris: ["javascript:alert(1)"] }, /^redirectUris\[0\]: .*https address/],
    ["a wildcard scheme", { backchannelLogoutUri: "*" }, /^backchannelLogoutUri: .*https address/],
    ["a scope that there is not", { scopes: { openid, phone: openid } }, /^scopes.*phone|^scopes: .*phone/],
    [
      "a scope without a reason in English",
      { scopes: { openid, email: { "zh-TW": "寄信" } } },
      /^scopes\.email\.en: 必填/,
    ],
    ["no openid", { scopes: { email: openid } }, /^scopes: openid is missing$/],
    ["personid without leave", { scopes: { openid, personid: openid } }, /^scopes: personid needs mayHavePersonId/],
    ["no secret and no PKCE", { tokenEndpointAuthMethod: "none", requirePkce: false }, /^requirePkce: /],
    [
      "two hosts and a pairwise subject",
      { redirectUris: ["https://one.test/cb", "https://two.test/cb"] },
      /^redirectUris: a pairwise subject/,
    ],
    ["an algorithm that is none", { idTokenAlg: "none" }, /^idTokenAlg: .*RS256, ES256$/],
    ["a logo from elsewhere", { logo: "https://tracker.test/logo.png" }, /^logo: .*must look like/],
    ["a role that there is not", { roles: ["parent"] }, /^roles\[0\]: .*student, teacher, staff$/],
    ["a field that is misspelt", { redirectUrls: [] }, /不認得 \/ is not known: redirectUrls$/],
    ...[
      "https:\\\\evil.test/cb",
      "https:learning.test/cb",
      " https://learning.test/cb",
      "https://例え.test/cb",
      "HTTPS://Learning.Test/cb",
      "https://learning.test/a b",
      "https://learning.test/a/../cb",
    ].map((uri): [string, object, RegExp] => [
      `the address ${uri}, which is read as another one (T30)`,
      { redirectUris: [uri] },
      /^redirectUris\[0\]: .*as a browser writes it/,
    ]),
    ["a tab in the address (T30)", { redirectUris: ["https://learning.test/\tcb"] }, /^redirectUris\[0\]: .*control/],
    [
      "an address that reads backwards (T28)",
      { redirectUris: ["https://learning.test/\u202Ecb"] },
      /^redirectUris\[0\]: .*direction/,
    ],
    ["a name that reads backwards (T28)", { name: { "zh-TW": "學\u202E習", en: "A" } }, /^name\.zh-TW: .*direction/],
    [
      "a second line in a reason (T24)",
      { scopes: { openid: { "zh-TW": "甲", en: "A\r\nB" } } },
      /^scopes\.openid\.en: .*control/,
    ],
    ["a second line in its owner (T24)", { owner: { name: "A\nB", contact: "c" } }, /^owner\.name: .*control/],
  ])("with %s is refused, with a sentence that says where", async (_, change, sentence) => {
    const troubles = await troublesWith({ ...smallest(), ...change });
    expect(troubles).toHaveLength(1);
    expect(troubles[0]).toMatch(sentence);
  });

  it.each([
    "https://learning.test",
    "https://learning.test/",
    "https://xn--r8jz45g.test/cb?x=1",
    "http://127.0.0.1:8790/cb",
  ])("may have the address %s", async (uri) => {
    expect(await troublesWith({ ...smallest(), redirectUris: [uri] })).toEqual([]);
  });

  it("that is no JSON, or not there, is said so", async () => {
    expect(await troublesWith("{")).toEqual([expect.stringMatching(/^不是 JSON \/ is not JSON/)]);
    expect(await readApplicationFile(join(folder, "none.json"))).toEqual({
      troubles: [expect.stringMatching(/cannot be read: .*none\.json \(ENOENT\)/)],
    });
  });

  it("tells every trouble at once", async () => {
    expect(await troublesWith({ ...smallest(), name: undefined, owner: undefined })).toHaveLength(2);
  });

  it.each(sampleFiles)("$file is a good example", async ({ file }) => {
    const path = new URL(`../../lib/local/application/${file}`, import.meta.url).pathname;
    expect(await readApplicationFile(path)).toMatchObject({
      application: { clientId: expect.stringMatching(/^sample-/) },
    });
    const elsewhere = sampleAt("http://127.0.0.1:4321", file, Date.parse("2026-12-31T15:59:59Z"));
    expect(JSON.stringify(elsewhere)).not.toContain(":8790");
    expect(elsewhere.redirectUris[0]).toMatch(/^http:\/\/127\.0\.0\.1:4321\//);
  });

  it.each([
    ["2026-12-31T15:59:59.999Z", "2027-02-28T16:00:00.000Z"],
    ["2026-12-31T16:00:00.000Z", "2027-03-31T16:00:00.000Z"],
  ])(
    "the old sign-in of the sample platform, started at %s, ends at %s: always some months ahead (M80)",
    (now, end) => {
      const { legacyPlatform } = sampleAt("http://127.0.0.1:4321", "sample-legacy.json", Date.parse(now));
      expect(legacyPlatform?.signInEnds).toBe(end);
    },
  );
});
