import { parseArgs } from "node:util";
import { schoolLevels } from "../../functions/contract/catalogue.ts";

/** One account by its name, or a class of a school. */
export type Whose =
  | { readonly account: string }
  | {
      readonly class: {
        readonly school: string;
        readonly level: (typeof schoolLevels)[number];
        readonly grade: string;
        readonly class: string;
      };
    };

export interface Arguments {
  readonly whose: Whose;
  readonly csv: boolean;
}

export const usage = `用法 / Usage:
  npm run roster -- default-password <帳號 / account> [--csv]
  npm run roster -- default-password --school 383601 --level 國小 --grade 4 --class 2 [--csv]

  發給預設密碼：只顯示這一次，使用一次，14 天內有效；再發一次，前一組就失效。
  Issues default passwords: shown this once, good for one use within 14 days; issuing again ends the one before.

  --csv   以 CSV 輸出（可存檔列印，印完請刪除）/ as CSV, to be printed and then deleted

  資料 / Data: DATA_DIR（預設 / default .local），服務開著或關著都可以 / whether the service runs or not.
  結束碼 / Exit code: 0 已發給 / issued, 1 沒有發給任何人 / nobody was issued one, 2 用法錯誤 / wrong use`;

/** What was typed, or undefined when it is not to be understood. */
export function readArguments(typed: readonly string[]): Arguments | undefined {
  try {
    const option = { type: "string" } as const;
    const { values, positionals } = parseArgs({
      args: [...typed],
      allowPositionals: true,
      options: { school: option, level: option, grade: option, class: option, csv: { type: "boolean" } },
    });
    const { csv = false, school, grade, class: className } = values;
    const [verb, account, ...more] = positionals;
    if (verb !== "default-password" || more.length > 0) return undefined;
    const level = schoolLevels.find((known) => known === values.level?.normalize("NFKC"));
    const given = [school, values.level, grade, className].filter((value) => value !== undefined).length;
    if (account !== undefined) return given === 0 && account !== "" ? { whose: { account }, csv } : undefined;
    if (!school || !level || !grade || !className) return undefined;
    return { whose: { class: { school, level, grade, class: className } }, csv };
  } catch {
    return undefined;
  }
}
