import type { LegacyAccounts } from "../ports/legacy-accounts.ts";
import { loadedLater } from "./loaded-later.ts";
import type { Parts } from "./parts.ts";

/** Old accounts for a function whose page only shows how a person came to a platform: passwords and links are met at the first press. */
export const legacyAccountsLater = (parts: Parts): Pick<LegacyAccounts, (typeof methods)[number]> =>
  loadedLater<Pick<LegacyAccounts, (typeof methods)[number]>>(methods, () =>
    import("./legacy-accounts.ts").then(({ dynamoLegacyAccounts }) => dynamoLegacyAccounts(parts)),
  );

const methods = ["try", "count", "findByEmail", "issueOneUse", "link", "register"] as const;
