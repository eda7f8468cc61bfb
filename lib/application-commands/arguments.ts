import { applicationFile } from "../../functions/contract/applications.ts";

export type ApplicationCommand =
  | { readonly verb: "add"; readonly file: string; readonly takeOver: boolean }
  | { readonly verb: "list" }
  | { readonly verb: "remove" | "new-secret"; readonly clientId: string };

export const usage = `用法 / Usage:
  npm run application -- add <檔案 / file.json>      登錄或更新一個應用服務 / registers an application, or replaces what is registered
  npm run application -- list                        列出已登錄的應用服務 / lists them
  npm run application -- remove <client id>          移除，並取消所有人的授權 / removes it with everybody's consent
  npm run application -- new-secret <client id>      換一組密鑰，前一組失效 / another secret; the one before ends

  add … --take-over   原平台已由此單位接手，連同匯入的帳號 / the legacy platform is this owner's now, with its imported accounts

  密鑰只顯示這一次 / A secret is shown this once.
  檔案範例 / A sample file: lib/local/application/sample-application.json

  資料 / Data: DATA_DIR（預設 / default .local），服務開著或關著都可以 / whether the service runs or not.
  結束碼 / Exit code: 0 完成 / done, 1 沒有完成 / not done, 2 用法錯誤 / wrong use`;

const takeOverFlag = "--take-over";

/** What was typed, or undefined when it is not to be understood. */
export function readArguments(typed: readonly string[]): ApplicationCommand | undefined {
  const [verb, of, ...more] = typed.filter((word) => word !== takeOverFlag);
  const takeOver = typed.includes(takeOverFlag);
  if (takeOver && verb !== "add") return undefined;
  if (more.length > 0) return undefined;
  if (verb === "list") return of === undefined ? { verb } : undefined;
  if (of === undefined || of === "") return undefined;
  if (verb === "add") return { verb, file: of, takeOver };
  const isClientId = applicationFile.shape.clientId.safeParse(of).success;
  return (verb === "remove" || verb === "new-secret") && isClientId ? { verb, clientId: of } : undefined;
}
