import { AdminDisableUserCommand, CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import type { ResetWay } from "../../functions/contract/schemas/reset-password.ts";
import type { Row, Rows } from "../faults/rows.ts";
import { changeAccount, grantTo, userIdOf } from "../reset-password/holder.ts";
import type { Browser } from "../service/browser.ts";
import { withAccount } from "../service/people.ts";
import type { Service } from "../service/service.ts";

/** Three of the four classes (M55), and not a common password. */
export const activePassword = "Wallaby-2026-x";

type At = Pick<Service, "prefix" | "clock" | "pool">;

/** Disables as a manager does, profile first and then the vault; `endpoint` is the vault's own, past any proxy. */
export async function disable({ pool }: At, rows: Rows, userId: string, change: Row = {}, endpoint?: string) {
  await changeAccount(rows, userId, {
    status: "DISABLED",
    disabledFor: "manager",
    disabledAt: "2026-09-01",
    ...change,
  });
  const vault = new CognitoIdentityProviderClient(endpoint === undefined ? {} : { endpoint });
  await vault.send(new AdminDisableUserCommand({ UserPoolId: pool.userPoolId, Username: userId }));
  vault.destroy();
}

/** Somebody whose account is disabled, with an activation grant in their browser. */
export async function disabledHolder(service: Service, rows: Rows, way: ResetWay = "code", change: Row = {}) {
  const account = await withAccount(service);
  const userId = await userIdOf(service, account.accountName);
  await disable(service, rows, userId, change);
  const browser = await grantTo(service, account.accountName, service.browser(), way, "activate");
  return { ...account, userId, browser };
}

export const activate = (browser: Browser, password = activePassword) =>
  browser.call("POST /api/activate", { password });
export const showActivation = (browser: Browser) => browser.call("GET /api/activate");
