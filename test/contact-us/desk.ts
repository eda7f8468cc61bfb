import { dynamo } from "../../functions/adapters/dynamo.ts";
import { secretsManagerKeys } from "../../functions/adapters/keys.ts";
import { notMeLinks } from "../../functions/adapters/not-me.ts";
import { systemIds } from "../../functions/adapters/system.ts";
import { policies } from "../../functions/contract/policy.ts";
import type { RequestOf } from "../../functions/contract/routes.ts";
import { type TableName, tables } from "../../functions/contract/tables.ts";
import type { Rows } from "../faults/rows.ts";
import type { Browser } from "../service/browser.ts";
import { solvedCaptcha } from "../service/people.ts";
import type { Service } from "../service/service.ts";

export const deskMail = "service-desk@account.test";

type Written = RequestOf<"POST /api/cases">;

export const written: Omit<Written, "captcha"> = {
  category: "wrong-data",
  person: "A123456789",
  name: "王小明",
  contact: "wang@mail.test",
  description: "姓名：王小明\n學校寫錯了",
};

/** 送出, with a captcha solved for it. */
export const open = async (browser: Browser, change: Partial<Written> = {}) =>
  browser.call("POST /api/cases", {
    ...written,
    ...change,
    captcha: change.captcha ?? (await solvedCaptcha(browser, "contact-us")),
  });

export const look = (browser: Browser, pair: { number: string; code?: string | undefined }) =>
  browser.call("POST /api/cases/look", { number: pair.number, code: pair.code });

/** The adapters' parts over a service's own tables and clock. */
export const partsOf = ({ prefix, clock }: Pick<Service, "prefix" | "clock">) => ({
  dynamo: dynamo(prefix),
  keys: secretsManagerKeys("educloud/key-ring"),
  clock,
  ids: systemIds,
  policy: policies.seed,
});

/** A 不是我 link as a notice has it. */
export const linkTo = (service: Pick<Service, "prefix" | "clock" | "edge">, userId: string): Promise<string> =>
  notMeLinks({ ...partsOf(service), siteOrigin: service.edge.origin }).link(userId);

export const tokenTo = async (service: Pick<Service, "prefix" | "clock" | "edge">, userId: string): Promise<string> =>
  (await linkTo(service, userId)).split("#")[1] ?? "";

export const pressNotMe = (browser: Browser, token: string) => browser.call("POST /api/not-me", { token });

/** Every row there is, table by table. */
export const everything = (rows: Rows) =>
  Promise.all((Object.keys(tables) as TableName[]).map(async (name) => [name, await rows.all(name)] as const));
