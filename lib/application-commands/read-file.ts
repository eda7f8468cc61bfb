import { readFile } from "node:fs/promises";
import type * as z from "zod/v4/core";
import { type Application, applicationFile, troublesOf } from "../../functions/contract/applications.ts";
import { findForbiddenCharacter } from "../../functions/person/text.ts";

export type ReadApplication = { readonly application: Application } | { readonly troubles: readonly string[] };

/** An application's file, or a sentence for each trouble with it. */
export async function readApplicationFile(file: string): Promise<ReadApplication> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => ({ code: error.code }));
  if (typeof text !== "string") return { troubles: [`讀不到檔案 / cannot be read: ${file} (${text.code})`] };
  let written: unknown;
  try {
    written = JSON.parse(text);
  } catch (error) {
    return { troubles: [`不是 JSON / is not JSON: ${(error as Error).message}`] };
  }
  const read = applicationFile.safeParse(written);
  if (!read.success) return { troubles: read.error.issues.map((issue) => sentenceOf(issue, written)) };
  const troubles = troublesOf(read.data);
  return troubles.length > 0 ? { troubles } : { application: read.data };
}

/** `redirectUris[0]: …`, in words of the file and not of the library that checked it. */
function sentenceOf(issue: z.$ZodIssue, written: unknown): string {
  const where = issue.path.map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`)).join("");
  return `${where.replace(/^\./, "") || "（檔案 / the file）"}: ${wrongWith(issue, valueAt(written, issue.path))}`;
}

function wrongWith(issue: z.$ZodIssue, value: unknown): string {
  if (issue.code === "unrecognized_keys") return `不認得 / is not known: ${issue.keys.join(", ")}`;
  if (value === undefined) return "必填 / is missing";
  if (issue.code === "invalid_value") return `只能是 / must be one of: ${issue.values.join(", ")}`;
  if (issue.code === "invalid_type") return `型別應為 / must be of type: ${issue.expected}`;
  if (issue.code === "too_small") return `太短或太少 / is too short or too few: ${issue.minimum}`;
  if (issue.code === "too_big") return `太長或太多 / is too long or too many: ${issue.maximum}`;
  if (issue.code === "invalid_format") return `格式應為 / must look like: ${"pattern" in issue ? issue.pattern : ""}`;
  if (issue.code === "custom" && typeof value === "string" && findForbiddenCharacter(value) !== undefined)
    return "含有控制字元或改變文字方向的字元 / holds a control character or one that turns the direction of the text";
  if (issue.code === "custom" && typeof value === "string")
    return "應為 https 網址，照瀏覽器的寫法，不含 # 與帳號密碼（本機可用 http）/ must be an https address as a browser writes it, without # or a user (http on this machine)";
  return "不能用 / cannot be used";
}

const valueAt = (written: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, part) => (value as Record<PropertyKey, unknown> | undefined | null)?.[part], written);
