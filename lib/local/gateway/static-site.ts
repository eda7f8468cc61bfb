import { readFile, stat } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { siteHeaders } from "../../../functions/contract/site-headers.ts";
import type { LocalAnswer } from "./answer.ts";

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "application/xml",
  ".webmanifest": "application/manifest+json",
};

/** Serves the built site as the cloud's edge does: files as they are, any address without an extension the one page. */
export async function siteFile(folder: string, path: string): Promise<LocalAnswer | undefined> {
  const wanted = extname(path) === "" ? "/index.html" : path;
  const file = join(folder, normalize(decodeURIComponent(wanted)).replace(/^(\.\.[/\\])+/, ""));
  if (!file.startsWith(folder) || !(await stat(file).catch(() => undefined))?.isFile()) return undefined;
  const hashed = path.startsWith("/assets/");
  return {
    status: 200,
    headers: {
      ...siteHeaders,
      "content-type": types[extname(file)] ?? "application/octet-stream",
      "cache-control": hashed ? "public, max-age=31536000, immutable" : "no-cache",
    },
    body: await readFile(file),
  };
}
