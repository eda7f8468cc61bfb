import { readFile, stat } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { feedTypes } from "../../../functions/contract/notices.ts";
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

/** `/news/rss-course.xml` → its type. */
const feed = /^\/news\/(rss|atom)(?:-[a-z]+)?\.xml$/;

function typeOf(path: string, file: string): string {
  const [, format] = feed.exec(path) ?? [];
  return format === "rss" || format === "atom"
    ? `${feedTypes[format]}; charset=utf-8`
    : (types[extname(file)] ?? "application/octet-stream");
}

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
      "content-type": typeOf(path, file),
      "cache-control": hashed ? "public, max-age=31536000, immutable" : "no-cache",
    },
    body: await readFile(file),
  };
}
