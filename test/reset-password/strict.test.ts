import { expect, it } from "vitest";
import { policies } from "../../functions/contract/policy.ts";
import { rowsBehind } from "../faults/rows.ts";
import { signIn, withAccount } from "../service/people.ts";
import { startService } from "../service/service.ts";
import { changeAccount, grantTo, userIdOf } from "./holder.ts";

const service = await startService({ settings: { POLICY_PROFILE: "strict" } });
const rows = rowsBehind(process.env.AWS_ENDPOINT_URL_DYNAMODB ?? "", service.prefix);
const rulesOf = { reset: "register", activate: "activate" } as const;
const forms = {
  reset: ["GET /api/reset-password", "POST /api/reset-password"],
  activate: ["GET /api/activate", "POST /api/activate"],
} as const;

it.each(["reset", "activate"] as const)(
  "profile strict, %s: 15 letters and no digit are enough, 14 are not (C1, C2)",
  async (purpose) => {
    const { accountName } = await withAccount(service);
    if (purpose === "activate")
      await changeAccount(rows, await userIdOf(service, accountName), { status: "DISABLED", disabledFor: "idle" });
    const browser = await grantTo(service, accountName, service.browser(), "code", purpose);
    const [show, press] = forms[purpose];
    expect((await browser.call(show)).body).toMatchObject({
      passwordRules: policies.strict.passwords[rulesOf[purpose]],
    });
    const short = await browser.call(press, { password: "pademelonmulga" });
    expect(short.body).toMatchObject({ code: "password-rule", fields: [{ field: "password", problem: "too-short" }] });
    expect((await browser.call(press, { password: "pademelonmulgas" })).status).toBe(200);
    expect((await signIn(service.browser(), accountName, "pademelonmulgas")).status).toBe(200);
  },
);
