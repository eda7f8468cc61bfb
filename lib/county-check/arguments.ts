import { parseArgs } from "node:util";
import { type CountyId, countyId, countyIds } from "../../functions/contract/counties.ts";

export interface Arguments {
  readonly county: CountyId;
  /** JSON in the shape of `countyConfigurations`. */
  readonly file: string;
  readonly redirect: string;
  readonly listen: boolean;
}

export const usage = `用法 / Usage:
  npm run county -- check <縣市 / county> [--file counties.json] [--redirect <網址 / address>] [--listen]

  縣市 / county   ${countyIds.join(" ")}
  --file          縣市設定 / configuration, {"KHH": {"clientId": "…", "clientSecret": "…"}}；預設 / default: .local/counties.json
  --redirect      在縣市登記的網址 / as registered at the county；預設 / default: http://localhost:8787/api/county/<縣市>/callback
  --listen        在這台電腦等瀏覽器回來，不必貼上 / waits on this machine for the browser: nothing to paste

  結束碼 / Exit code: 0 通過 / passed, 1 有問題 / problems, 2 用法錯誤 / wrong use`;

/** What was typed, or undefined when it is not to be understood. */
export function readArguments(typed: readonly string[]): Arguments | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...typed],
      allowPositionals: true,
      options: { file: { type: "string" }, redirect: { type: "string" }, listen: { type: "boolean" } },
    });
    const [verb, name, ...more] = positionals;
    const county = countyId.safeParse(name?.toUpperCase().replace(/^TW-/, ""));
    if (verb !== "check" || !county.success || more.length > 0) return undefined;
    const redirect = values.redirect ?? `http://localhost:8787/api/county/${county.data}/callback`;
    if (!isRedirect(redirect)) return undefined;
    const { file = ".local/counties.json", listen = false } = values;
    return { county: county.data, file, redirect, listen };
  } catch {
    return undefined;
  }
}

/** RFC 6749 §3.1.2: absolute, without a fragment; ours has no query either. */
function isRedirect(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, search, hash } = new URL(address);
  return (protocol === "https:" || protocol === "http:") && search === "" && hash === "";
}
