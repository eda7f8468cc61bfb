import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { accountRow } from "../../functions/adapters/account-row.ts";
import { nameClaim } from "../../functions/adapters/claims.ts";
import { dynamo } from "../../functions/adapters/dynamo.ts";
import { secretsManagerKeys } from "../../functions/adapters/keys.ts";
import { systemIds } from "../../functions/adapters/system.ts";
import type { GrantPurpose } from "../../functions/ports/reset-grants.ts";
import { newDraft } from "../ports/steps.ts";
import type { World } from "../ports/world.ts";
import type { Browser } from "../service/browser.ts";
import { codeSentTo, solvedCaptcha } from "../service/people.ts";
import type { Service } from "../service/service.ts";

const keys = secretsManagerKeys("educloud/key-ring");

export interface Forgetful {
  readonly accountName: string;
  readonly userId: string;
  readonly email: string;
  readonly mobile: string;
}

/** What may be unlike an account in use with a proved e-mail. `row` is put over its row. */
export interface Unlike {
  readonly email?: string;
  /** Which contacts there are proofs of; the e-mail if not said. */
  readonly proved?: readonly ("email" | "mobile")[];
  readonly row?: Readonly<Record<string, unknown>>;
}

/** An account as its rows say: nobody has ever signed in to it, and the vault does not know it. */
export async function accountLike(
  { prefix, clock, random }: Pick<Service, "prefix" | "clock" | "random">,
  { email = `e${random(5)}@mail.test`, proved = ["email"], row = {} }: Unlike = {},
): Promise<Forgetful> {
  const tables = dynamo(prefix);
  const mobile = `+8869${String(Number.parseInt(random(4), 16) % 100_000_000).padStart(8, "0")}`;
  const draft = newDraft({ ids: systemIds, clock } as World, { email, mobile });
  const base = await accountRow(
    keys,
    { ...draft, proved: "email" },
    {
      createdAt: new Date(clock.now()).toISOString(),
      idleDueAt: clock.now() + 335 * 86_400_000,
      passwords: undefined,
    },
  );
  const person = {
    name: draft.name,
    enrolments: [draft.enrolment],
    email: { value: email, proved: proved.includes("email") },
    mobile: { value: mobile, proved: proved.includes("mobile") },
  };
  const { accountName, userId } = draft;
  const rows = {
    accounts: { ...base, person: await keys.seal("person-data", person), ...row },
    claims: { claim: nameClaim(accountName), userId, state: "OWNED" },
  };
  await tables.send(new PutCommand({ TableName: tables.name("accounts"), Item: rows.accounts }));
  await tables.send(new PutCommand({ TableName: tables.name("claims"), Item: rows.claims }));
  return { accountName, userId, email, mobile };
}

export const disabled = { status: "DISABLED", disabledFor: "idle", disabledAt: "2026-01-01T00:00:00.000Z" } as const;

/** M45, M55: the account and a captcha, then a code. */
export const ask = async (browser: Browser, accountName: string, purpose: GrantPurpose = "reset") =>
  browser.call("POST /api/verify-code/send", {
    purpose,
    accountName,
    language: "zh-TW",
    captcha: await solvedCaptcha(browser, purpose === "reset" ? "reset-password" : "activate"),
  });

export const check = (
  browser: Browser,
  code: string,
  purpose: GrantPurpose = "reset",
  attempt = `attempt-${systemIds.id()}`,
) => browser.call("POST /api/verify-code/check", { purpose, code, attempt });

/** The code that was sent last, once the job has sent what waits. */
export async function codeAt(service: Service, to: string): Promise<string> {
  await service.jobs({ job: "send-messages" });
  return codeSentTo(service, to);
}

/** A browser that has asked, and the code that came of it. */
export async function askedBy(
  service: Service,
  { accountName, email }: Pick<Forgetful, "accountName" | "email">,
  purpose: GrantPurpose = "reset",
) {
  const browser = service.browser();
  const { status, body } = await ask(browser, accountName, purpose);
  if (status !== 200) throw new Error(`no code was sent: ${body.code}`);
  return { browser, code: await codeAt(service, email) };
}

/** Another code than this one. */
export const other = (code: string, by = 1) => String((Number(code) + by) % 1_000_000).padStart(6, "0");
