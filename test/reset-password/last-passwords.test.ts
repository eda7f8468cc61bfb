import { describe, expect, it } from "vitest";
import { partsOf } from "../../functions/adapters/parts.ts";
import { resetGrantMaker } from "../../functions/adapters/reset-grants.ts";
import { systemIds } from "../../functions/adapters/system.ts";
import { readSettings } from "../../functions/contract/settings.ts";
import { rowsBehind } from "../faults/rows.ts";
import { cookieValue } from "../ports/steps.ts";
import { goodPassword, signIn, withAccount } from "../service/people.ts";
import { allRows } from "../service/rows.ts";
import { startService } from "../service/service.ts";
import { changeAccount, grantTo, passwordsOf, reset, userIdOf } from "./holder.ts";

const service = await startService();
const rows = rowsBehind(process.env.AWS_ENDPOINT_URL_DYNAMODB ?? "", service.prefix);
const refused = [{ field: "password", problem: "recent" }];
const next = (index: number) => `Pademelon-${index}-26x`;

async function resetTo(accountName: string, password: string) {
  const browser = await grantTo(service, accountName, service.browser(), "code");
  return reset(browser, password);
}

describe("a new password is none of the last three (附表十)", () => {
  it("refuses the one the account was made with, and the next two, and takes the first again after three", async () => {
    const { accountName } = await withAccount(service);
    expect((await resetTo(accountName, goodPassword)).body).toMatchObject({ code: "password-rule", fields: refused });
    expect((await resetTo(accountName, next(1))).status).toBe(200);
    expect((await resetTo(accountName, next(2))).status).toBe(200);
    for (const recent of [goodPassword, next(1), next(2)])
      expect((await resetTo(accountName, recent)).body.fields, recent).toEqual(refused);
    expect((await resetTo(accountName, next(3))).status).toBe(200);
    expect((await resetTo(accountName, goodPassword)).status).toBe(200);
    expect((await signIn(service.browser(), accountName)).status).toBe(200);
  });

  it("a refused one ends no session and leaves the grant good for another password", async () => {
    const { accountName } = await withAccount(service);
    const browser = await grantTo(service, accountName, service.browser(), "code");
    expect((await reset(browser, goodPassword)).body.fields).toEqual(refused);
    expect((await signIn(service.browser(), accountName)).status).toBe(200);
    expect((await reset(browser, next(1))).status).toBe(200);
  });

  it("pressing again after it is done says that it is done, though the password is the last one now", async () => {
    const { accountName } = await withAccount(service);
    const browser = await grantTo(service, accountName, service.browser(), "code");
    expect((await reset(browser, next(1))).status).toBe(200);
    expect((await reset(browser, next(1))).status).toBe(200);
  });

  it("holds for enabling a disabled account too, and what is set there is noted (M55)", async () => {
    const { accountName } = await withAccount(service);
    const userId = await userIdOf(service, accountName);
    await changeAccount(rows, userId, { status: "DISABLED" });
    const settings = readSettings(service.environment);
    const maker = resetGrantMaker(partsOf(settings, { ...service, ids: systemIds }));
    const browser = service.browser();
    browser.cookies.set("__Host-activate", cookieValue(await maker.open(userId, "code", "activate")));
    const activate = (password: string) => browser.call("POST /api/activate", { password });
    expect((await activate(goodPassword)).body.fields).toEqual(refused);
    expect((await activate(next(1))).status).toBe(200);
    expect((await resetTo(accountName, next(1))).body.fields).toEqual(refused);
    expect(await passwordsOf(service, userId, [goodPassword, next(1)])).toEqual([next(1)]);
  });

  it("an account from before there was such a list takes any good password, and has one from then on", async () => {
    const { accountName } = await withAccount(service);
    const userId = await userIdOf(service, accountName);
    await changeAccount(rows, userId, { passwords: undefined });
    expect((await resetTo(accountName, next(1))).status).toBe(200);
    expect((await resetTo(accountName, next(1))).body.fields).toEqual(refused);
  });

  it("keeps no hash that anybody can guess at: the list is sealed", async () => {
    const { accountName } = await withAccount(service);
    await resetTo(accountName, next(4));
    const kept = (await allRows(service.prefix)).join("\n");
    expect(kept).toContain(accountName);
    for (const word of ["argon2id", next(4), Buffer.from(next(4)).toString("base64").slice(0, 12)])
      expect(kept).not.toContain(word);
  });
});
