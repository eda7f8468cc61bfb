import { Problem } from "../http/problem.ts";
import type { Action } from "../http/request.ts";
import { formatMobile } from "../person/phone.ts";

/** 查閱個人資料 (M35): what the account holds of the person who is signed in, and nothing of anybody else. */
export function showAccount({ accountDomain }: { accountDomain: string }): Action<"GET /api/my-account"> {
  return async ({ session }) => {
    if (session === undefined) throw new Problem("not-signed-in");
    const { accountName, name, maskedPersonId, enrolments, email, mobile, createdAt, previousSignInAt } =
      session.profile;
    return {
      body: {
        account: `${accountName}@${accountDomain}`,
        name,
        ...(maskedPersonId === undefined ? {} : { personId: maskedPersonId }),
        enrolments: [...enrolments],
        ...(email === undefined ? {} : { email }),
        ...(mobile === undefined ? {} : { mobile: { ...mobile, value: formatMobile(mobile.value) } }),
        createdAt,
        ...(previousSignInAt === undefined ? {} : { lastSignInAt: previousSignInAt }),
      },
    };
  };
}
