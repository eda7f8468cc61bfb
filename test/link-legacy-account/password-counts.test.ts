import { describe, expect, it } from "vitest";
import { tryLegacyPassword } from "../../functions/link-legacy-account/try-password.ts";
import type { LegacyTry } from "../../functions/ports/legacy-accounts.ts";

const account = { platform: "ups", account: "a", shownAccount: "A", state: "open", seen: {} } as const;

describe("passwords of old accounts are counted for the alarm on spraying (T02, OPS 1)", () => {
  it.each<[string, LegacyTry, string]>([
    ["a right one", { outcome: "right", by: "password", account }, "LegacyPasswordRight"],
    ["a wrong one", { outcome: "wrong" }, "LegacyPasswordWrong"],
    ["one that was not looked at", { outcome: "wait", wait: 30 }, "LegacyPasswordWrong"],
  ])("%s, once", async (_, tried, name) => {
    const counted: string[] = [];
    const parts = {
      legacyAccounts: { try: async () => tried },
      metrics: { count: (metric: string) => void counted.push(metric) },
    };
    await tryLegacyPassword(parts, account, "x", { oneUse: false }).catch(() => undefined);
    expect(counted).toEqual([name]);
  });
});
