import { parseArgs } from "node:util";
import type { LegacyEncoding } from "./read-lines.ts";

interface Where {
  readonly platform: string;
  /** Who asks, for the audit record. */
  readonly by: string;
  /** A stage in the cloud; left out, the service on this machine. */
  readonly stage?: string;
}

export type LegacyCommand =
  | (Where & {
      readonly verb: "import";
      readonly file: string;
      readonly encoding: LegacyEncoding;
      readonly dryRun: boolean;
      /** Where what is wrong with rows is written, as CSV. */
      readonly report?: string;
    })
  | (Where & { readonly verb: "unlink"; readonly reason: string; readonly of: Unlinked });

/** The old account that somebody joined, or the education account of who came without one. */
export type Unlinked = { readonly account: string; readonly passwordLeaked: boolean } | { readonly registered: string };

export const usage = `用法 / Usage:
  npm run legacy -- import <檔案 / file.csv> --platform ups [--encoding utf-8|big5] [--dry-run] [--report out.csv]
  npm run legacy -- unlink --platform ups --account <原平台帳號 / old account> --reason "案號 / case number" [--password-leaked]
  npm run legacy -- unlink --platform ups --registered <教育雲帳號 / education account> --reason "案號 / case number"

  import  匯入原平台帳號。欄位 / columns: account, format, hash；可省略 / optional: salt, email, name, hint
          重複匯入不會改變任何資料；中斷後再執行一次，只補上缺少的。
          Imports accounts of a legacy platform. Importing again changes nothing; one that broke off goes on where it stopped.
  unlink  解除合併（客服使用）/ takes an old account off the person who joined it (the help desk's)
          --registered：誤選「尚未有平台資訊」的人，下次登入時會再問一次。
          --registered: who said by mistake that they had no old account is asked again at the next sign-in.

  --dry-run        只檢查，不寫入 / checks the file and writes nothing
  --report <檔案>  把有問題的列寫成 CSV / what is wrong with rows, as CSV
  --password-leaked
                   原平台密碼已外洩：之後只能以寄出的一次性密碼合併，原平台登入也不再接受
                   the old password is known to others: from then on only a mailed one joins, and the old sign-in refuses it
  --by <誰>        寫進稽核紀錄 / who asks, for the audit record
  --stage <dev>    雲端的環境，透過 AWS CLI 呼叫 / a stage in the cloud, by the AWS CLI

  資料 / Data: DATA_DIR（預設 / default .local），服務開著或關著都可以 / whether the service runs or not.
  結束碼 / Exit code: 0 完成 / done, 1 有些列沒有匯入，或沒有完成 / rows were left out, or not done, 2 用法錯誤 / wrong use`;

/** What was typed, or undefined when it is not to be understood. */
export function readArguments(typed: readonly string[]): LegacyCommand | undefined {
  try {
    const text = { type: "string" } as const;
    const { values, positionals } = parseArgs({
      args: [...typed],
      allowPositionals: true,
      options: {
        ...{ platform: text, encoding: text, report: text, account: text, reason: text, by: text, stage: text },
        registered: text,
        "dry-run": { type: "boolean" },
        "password-leaked": { type: "boolean" },
      },
    });
    const { platform = "", by = "legacy command", stage, report, account, registered, reason } = values;
    const { encoding = "utf-8", "dry-run": dryRun, "password-leaked": passwordLeaked } = values;
    const [verb, file, ...more] = positionals;
    const isTold = /^[a-z][a-z0-9-]{1,19}$/.test(platform) && by !== "" && by.length <= 60 && more.length === 0;
    if (!isTold || (stage !== undefined && !/^[a-z][a-z0-9-]*$/.test(stage))) return undefined;
    const where: Where = { platform, by, ...(stage === undefined ? {} : { stage }) };
    if (verb === "import") {
      const isOther = registered !== undefined || passwordLeaked !== undefined;
      if (!file || account !== undefined || reason !== undefined || isOther) return undefined;
      if (encoding !== "utf-8" && encoding !== "big5") return undefined;
      const more = report === undefined ? {} : { report };
      return { verb, ...where, file, encoding, dryRun: dryRun === true, ...more };
    }
    const isOwn = values.encoding === undefined && report === undefined && dryRun === undefined && file === undefined;
    const of = unlinkedOf(account, registered, passwordLeaked);
    return verb === "unlink" && isOwn && of !== undefined && reason ? { verb, ...where, reason, of } : undefined;
  } catch {
    return undefined;
  }
}

function unlinkedOf(account?: string, registered?: string, passwordLeaked?: boolean): Unlinked | undefined {
  if (account && registered === undefined) return { account, passwordLeaked: passwordLeaked === true };
  return registered && account === undefined && passwordLeaked === undefined ? { registered } : undefined;
}
