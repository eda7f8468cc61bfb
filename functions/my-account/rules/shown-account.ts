import type { MyAccount } from "../../contract/schemas/my-account.ts";
import { picturePath } from "../../contract/schemas/pictures.ts";
import { shownAccountOf } from "../../person/account-name.ts";
import { formatMobile } from "../../person/phone.ts";
import type { Profile } from "../../ports/accounts.ts";

/** An account as its owner reads it (M35). */
export function shownAccount(profile: Profile, accountDomain: string): MyAccount {
  const { accountName, name, maskedPersonId, enrolments, email, mobile, secondFactor } = profile;
  const { createdAt, previousSignInAt, details, picture } = profile;
  return {
    account: shownAccountOf(accountName, accountDomain),
    name,
    ...(maskedPersonId === undefined ? {} : { personId: maskedPersonId }),
    enrolments: [...enrolments],
    ...(email === undefined ? {} : { email }),
    ...(mobile === undefined ? {} : { mobile: { ...mobile, value: formatMobile(mobile.value) } }),
    createdAt,
    ...(previousSignInAt === undefined ? {} : { lastSignInAt: previousSignInAt }),
    secondFactor,
    ...(details === undefined ? {} : { details }),
    ...(picture === undefined ? {} : { picture: picturePath(picture) }),
  };
}
