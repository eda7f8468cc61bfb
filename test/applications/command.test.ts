import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { dynamoApplications } from "../../functions/adapters/applications.ts";
import { dynamoConsents } from "../../functions/adapters/consents.ts";
import { partsOf } from "../../functions/adapters/parts.ts";
import { systemIds } from "../../functions/adapters/system.ts";
import { readSettings } from "../../functions/contract/settings.ts";
import { readArguments } from "../../lib/application-commands/arguments.ts";
import { rowsBehind } from "../faults/rows.ts";
import { temporaryFolder } from "../local/temporary-folder.ts";
import { allRows } from "../service/rows.ts";
import { startService } from "../service/service.ts";
import { smallest } from "./sample.ts";

const service = await startService();
const { clock, environment, prefix } = service;
const parts = partsOf(readSettings(environment), { environment, clock, ids: systemIds });
const consents = dynamoConsents(parts);
const rows = rowsBehind(process.env.AWS_ENDPOINT_URL_DYNAMODB ?? "", prefix);
const folder = temporaryFolder();

/** `npm run application` in a process of its own, over the service's data. */
async function command(typed: readonly string[], environment: NodeJS.ProcessEnv = process.env) {
  const child = spawn(process.execPath, ["bin/application.ts", ...typed], { env: environment, stdio: "pipe" });
  const said = { out: "", err: "" };
  child.stdout.on("data", (text) => (said.out += text));
  child.stderr.on("data", (text) => (said.err += text));
  const [code] = await once(child, "close");
  return { code, ...said };
}

const fileOf = (content: object) => {
  const file = join(folder, "application.json");
  writeFileSync(file, JSON.stringify(content));
  return file;
};
const secretIn = (out: string) => /^client_secret {2}(\S+)$/m.exec(out)?.[1] ?? "";
const found = (clientId: string) => dynamoApplications(parts).find(clientId);

describe("npm run application", () => {
  it("-- add registers an application and says its secret once; added again it is changed and keeps it", async () => {
    const file = fileOf(smallest({ clientId: "by-command" }));
    const { code, out, err } = await command(["add", file]);
    expect(code).toBe(0);
    expect(out).toMatch(/^client_id {6}by-command\nclient_secret {2}[\w-]{43}\n$/);
    expect(err).toContain("已登錄 / Registered");
    const secret = secretIn(out);
    expect((await found("by-command"))?.clientSecret).toBe(secret);
    expect((await allRows(prefix)).join()).not.toContain(secret);
    const again = await command(["add", file]);
    expect([again.code, again.out]).toEqual([0, "client_id      by-command\n"]);
    expect((await found("by-command"))?.clientSecret).toBe(secret);
  });

  it("-- new-secret ends the one before", async () => {
    const before = secretIn((await command(["add", fileOf(smallest({ clientId: "renewed" }))])).out);
    const { code, out, err } = await command(["new-secret", "renewed"]);
    expect([code, secretIn(out)]).toEqual([0, (await found("renewed"))?.clientSecret]);
    expect(err).toContain("The one before may still work for up to a minute");
    expect(secretIn(out)).not.toBe(before);
  });

  it("-- list says all, and no secret", async () => {
    const secret = secretIn((await command(["add", fileOf(smallest({ clientId: "listed-one" }))])).out);
    const { code, out } = await command(["list"]);
    expect(code).toBe(0);
    expect(out).toContain(
      "listed-one  學習平台 / Learning platform  學習平台小組 (learning@application.test)  https://learning.test/callback",
    );
    expect(out).not.toContain(secret);
  });

  it("-- remove takes it away with everybody's consent, page by page, and can be repeated where it broke off", async () => {
    await command(["add", fileOf(smallest({ clientId: "to-be-removed" }))]);
    const people = Array.from({ length: 120 }, () => systemIds.id());
    for (const userId of people) await consents.give(userId, "to-be-removed", ["openid"]);
    await consents.give(people[0] ?? "", "by-command", ["openid"]);
    await dynamoApplications(parts).remove("to-be-removed", { operator: "broken off" });
    const { code, out } = await command(["remove", "to-be-removed"]);
    expect([code, out]).toEqual([0, "已移除，並取消 120 人的授權 / Removed, with the consent of 120: to-be-removed\n"]);
    const left = (await rows.all("consents")).map(({ clientId }) => clientId);
    expect(left).toEqual(["by-command"]);
    const revoked = (await rows.all("audit")).filter(({ event }) => event === "consent.revoked");
    expect(revoked).toHaveLength(120);
  });

  it("-- add starts without the consents that an earlier application of the same name had", async () => {
    const userId = systemIds.id();
    await consents.give(userId, "same-name", ["openid", "profile"]);
    await command(["add", fileOf(smallest({ clientId: "same-name" }))]);
    expect(await consents.find(userId, "same-name")).toBeUndefined();
    await consents.give(userId, "same-name", ["openid"]);
    await command(["add", fileOf(smallest({ clientId: "same-name" }))]);
    expect(await consents.find(userId, "same-name")).toMatchObject({ scopes: ["openid"] });
  });

  it.each([
    [[], 2, "用法 / Usage"],
    [["add"], 2, "用法 / Usage"],
    [["remove", "Not An Id"], 2, "用法 / Usage"],
    [["remove", "nobody-has-this"], 1, "There is no application nobody-has-this"],
    [["new-secret", "nobody-has-this"], 1, "There is no application nobody-has-this"],
    [["add", "none.json"], 1, "讀不到檔案 / cannot be read"],
  ])("%j: exit code %i, and says what to do", async (typed, expected, words) => {
    const { code, out, err } = await command(typed);
    expect([code, out]).toEqual([expected, ""]);
    expect(err).toContain(words);
  });

  it("tells each trouble of a file in a sentence and registers nothing", async () => {
    const file = fileOf({
      ...smallest({ clientId: "in-trouble", redirectUris: ["http://learning.test/"] }),
      owner: {},
    });
    const { code, out, err } = await command(["add", file]);
    expect([code, out]).toEqual([1, ""]);
    expect(err.trim().split("\n")).toEqual([
      expect.stringMatching(/^owner\.name: /),
      expect.stringMatching(/^owner\.contact: /),
      expect.stringMatching(/^redirectUris\[0\]: /),
    ]);
    expect(await found("in-trouble")).toBeUndefined();
  });

  it("says so where there is no data, and makes none", async () => {
    const DATA_DIR = join(folder, "nothing");
    const { code, err } = await command(["list"], { PATH: process.env.PATH, DATA_DIR });
    expect(code).toBe(1);
    expect(err).toMatch(/^There is no data in .*: set DATA_DIR/);
  });
});

describe("the jobs that the command asks", () => {
  it("refuse what the command would have refused", async () => {
    const personid = { "zh-TW": "研習時數", en: "Study hours" };
    const { scopes, ...rest } = smallest();
    const application = { ...rest, scopes: { ...scopes, personid } };
    const event = { job: "save-application", by: "tests", application };
    await expect(service.jobs(event)).rejects.toThrow("personid needs mayHavePersonId");
    await expect(service.jobs({ ...event, application: { ...application, redirectUris: [] } })).rejects.toThrow();
    await expect(service.jobs({ ...event, by: "" })).rejects.toThrow();
    const here = "https://account.test/my-account";
    for (const [field, change] of Object.entries({
      redirectUris: { redirectUris: [here] },
      postLogoutRedirectUris: { postLogoutRedirectUris: [here] },
      backchannelLogoutUri: { backchannelLogoutUri: here },
      launcher: { launcher: { address: here, description: { "zh-TW": "甲", en: "A" } } },
    }))
      await expect(service.jobs({ ...event, application: { ...smallest(), ...change } })).rejects.toThrow(
        `${field}: an address of this service itself`,
      );
    await expect(service.jobs({ job: "remove-application", clientId: "x".repeat(3) })).rejects.toThrow();
  });
});

describe("what is typed", () => {
  it("is one verb and what it needs", () => {
    expect(readArguments(["list"])).toEqual({ verb: "list" });
    expect(readArguments(["remove", "learning-platform"])).toEqual({ verb: "remove", clientId: "learning-platform" });
    expect(readArguments(["add", "a.json"])).toEqual({ verb: "add", file: "a.json", takeOver: false });
    expect(readArguments(["add", "a.json", "--take-over"])).toEqual({ verb: "add", file: "a.json", takeOver: true });
    for (const wrong of [
      ["list", "--take-over"],
      ["list", "x"],
      ["add", ""],
      ["add", "a.json", "b.json"],
      ["remove"],
      ["show", "x"],
    ])
      expect(readArguments(wrong), wrong.join(" ")).toBeUndefined();
  });
});
