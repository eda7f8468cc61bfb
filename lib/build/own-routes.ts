import { readFile } from "node:fs/promises";
import type { Plugin } from "esbuild";

/** One row of a file of routes, as the formatter writes it. */
const row = /^ {2}"(?:GET|POST) [^"]+": \{\n(?: {4}.*\n)*? {2}\},\n/gm;

/** What only types and the OpenAPI document are made of. */
const unread = /^ {4}answer: .*\n(?:(?: {5,}| {4}[)\]}]).*\n)*/gm;

/**
 * The contract has the routes of all functions, and a Lambda is only ever given its own: the others', with the schemas of their bodies and
 * of all answers, would be a tenth of what it reads at a cold start. Throws when a file of routes has other rows than it can read.
 */
export const ownRoutes = (functionName: string): Plugin => ({
  name: "own-routes",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]contract[\\/]routes[\\/][\w-]+\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, "utf8");
      const rows = text.match(row) ?? [];
      if (rows.length !== (text.match(/^ {4}function: "/gm) ?? []).length)
        throw new Error(`${path} has rows of routes that are written otherwise`);
      const isOwn = (one: string) => one.includes(`\n    function: "${functionName}",\n`);
      return { contents: text.replace(row, (one) => (isOwn(one) ? one.replace(unread, "") : "")), loader: "ts" };
    });
  },
});
