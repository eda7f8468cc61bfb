import { createHash } from "node:crypto";
import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { dynamoLegacyAccounts } from "../../functions/adapters/legacy-accounts.ts";
import { newLegacyRow } from "../../functions/adapters/legacy-row.ts";
import { partsOf } from "../../functions/adapters/parts.ts";
import { systemIds } from "../../functions/adapters/system.ts";
import type { ApplicationFile } from "../../functions/contract/applications.ts";
import type { LegacyPlatform } from "../../functions/contract/legacy.ts";
import { readSettings } from "../../functions/contract/settings.ts";
import { legacyAccountOf } from "../../functions/person/legacy-account.ts";
import type { LegacyImported } from "../../functions/ports/legacy-import.ts";
import { type Browser, type Reply, userIdIn } from "./browser.ts";
import { goodPassword, signIn, solvedCaptcha, withAccount } from "./people.ts";
import { quickHashes } from "./quick-hashes.ts";
import type { Service } from "./service.ts";

const words = (text: string) => ({ "zh-TW": text, en: text });

export const legacyPassword = "old-Password-7";

export interface PlatformOfTest {
  readonly clientId: string;
  readonly secret: string;
  /** As accounts are imported for it. */
  readonly id: string;
  /** Epoch milliseconds. */
  readonly signInEnds: number;
}

const partsFor = ({ environment, clock }: Service) =>
  partsOf(readSettings(environment), { environment: {}, clock, ids: systemIds, slowCost: quickHashes.slowCost });

/** Old accounts as the functions see them, over the service's own tables. */
export const legacyAccountsOf = (service: Service) => dynamoLegacyAccounts(partsFor(service));

/** A legacy platform, registered by the real job; its old sign-in ends in thirty days unless `platform` says otherwise. */
export async function legacyPlatform(
  service: Service,
  {
    platform = {},
    takeOver = false,
    ...application
  }: Partial<Omit<ApplicationFile, "legacyPlatform">> & { platform?: Partial<LegacyPlatform>; takeOver?: boolean } = {},
): Promise<PlatformOfTest> {
  const id = platform.id ?? `p-${service.random(3)}`;
  const signInEnds = platform.signInEnds ?? new Date(service.clock.now() + 30 * 86_400_000).toISOString();
  const file = {
    clientId: `legacy-${service.random(4)}`,
    name: words("數位學習服務平台"),
    owner: { name: "測試學會", contact: "owner@learn.test" },
    redirectUris: ["https://learn.test/callback"],
    scopes: { openid: words("登入"), legacy: words("找到您的學習歷程") },
    legacyPlatform: {
      id,
      name: words("數位學習服務平台"),
      hashes: ["md5", "md5-salt-password", "bcrypt"],
      signInEnds,
      help: words("05-2720411"),
      ...platform,
    },
    ...application,
  } as const;
  const event = { job: "save-application", by: "test", application: file, takeOver };
  const saved = (await service.jobs(event)) as { secret?: string };
  return { clientId: file.clientId, secret: saved.secret ?? "", id, signInEnds: Date.parse(signInEnds) };
}

export type LegacyFields = Partial<Omit<LegacyImported, "platform" | "account">>;

/** An old account as an import writes it, with `legacyPassword` as MD5 unless said otherwise. Gives what its owner types. */
export async function legacyAccount(service: Service, platform: Pick<PlatformOfTest, "id">, fields: LegacyFields = {}) {
  const shownAccount = fields.shownAccount ?? `Old.${service.random(4)}`;
  const parts = partsFor(service);
  const Item = await newLegacyRow(parts, {
    platform: platform.id,
    account: legacyAccountOf(shownAccount),
    format: "md5",
    hash: createHash("md5").update(legacyPassword).digest("hex"),
    ...fields,
    shownAccount,
  });
  await parts.dynamo.send(new PutCommand({ TableName: parts.dynamo.name("legacy-accounts"), Item }));
  return { account: shownAccount, password: legacyPassword, legacyKey: Item.legacyKey };
}

/** A person with an account, signed in, who has come to a platform. */
export async function arriving(service: Service) {
  const { person, accountName, email } = await withAccount(service);
  const browser = service.browser();
  const { status } = await signIn(browser, accountName, goodPassword);
  if (status !== 200) throw new Error(`${accountName} did not get in: ${status}`);
  return { browser, person, accountName, email, userId: userIdIn(browser) };
}

const at = ({ clientId }: Pick<PlatformOfTest, "clientId">) => ({ pathParameters: { clientId } });

/** What a browser asks at a platform's pages. */
export const atPlatform = {
  show: (browser: Browser, platform: PlatformOfTest) =>
    browser.call("GET /api/legacy/{clientId}", undefined, at(platform)),
  /** 帳號合併; the old account is in the name of nobody, so nothing is asked, unless `otherName` is said. */
  link: (
    browser: Browser,
    platform: PlatformOfTest,
    old: { readonly account: string; readonly password: string },
    more: { readonly otherName?: boolean } = {},
  ): Promise<Reply<"POST /api/legacy/{clientId}/link">> =>
    browser.call(
      "POST /api/legacy/{clientId}/link",
      { account: old.account, password: old.password, language: "zh-TW", ...more },
      at(platform),
    ),
  register: (browser: Browser, platform: PlatformOfTest, form: object = { phone: "05-272-0411" }) =>
    browser.call("POST /api/legacy/{clientId}/register", form, at(platform)),
  findPassword: async (
    browser: Browser,
    platform: PlatformOfTest,
    { account, email }: { account: string; email: string },
  ) =>
    browser.call(
      "POST /api/legacy/{clientId}/find-password",
      { account, email, captcha: await solvedCaptcha(browser, "legacy-account") },
      at(platform),
    ),
  resetPassword: async (
    browser: Browser,
    platform: PlatformOfTest,
    { account, email }: { account: string; email: string },
  ) =>
    browser.call(
      "POST /api/legacy/{clientId}/one-use-password",
      { account, email, language: "zh-TW", captcha: await solvedCaptcha(browser, "legacy-account") },
      at(platform),
    ),
};

/** The old sign-in, as the platform's own server asks for it: no origin, no cookie. */
export function oldSignIn(
  service: Service,
  { clientId, secret }: Pick<PlatformOfTest, "clientId" | "secret">,
  old: { readonly account: string; readonly password: string },
): Promise<Reply<"POST /api/legacy-sign-in">> {
  const server = service.browser("198.18.0.7");
  const { account, password } = old;
  return server.call(
    "POST /api/legacy-sign-in",
    { client_id: clientId, client_secret: secret, account, password },
    { headers: { origin: undefined as never } },
  );
}
