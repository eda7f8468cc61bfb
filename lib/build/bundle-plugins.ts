import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { type Plugin, transform } from "esbuild";

/**
 * The DynamoDB client keeps the endpoints it discovers in an LRU cache (7 KB). It discovers none unless it is told to: a map does, for the
 * few there could be.
 */
export const mapForCache: Plugin = {
  name: "map-for-cache",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^mnemonist\/lru-cache$/ }, () => ({ path: "lru-cache", namespace: "map-for-cache" }));
    onLoad({ filter: /.*/, namespace: "map-for-cache" }, () => ({
      contents: "export default class extends Map { constructor() { super(); } peek(key) { return this.get(key); } }",
    }));
  },
};

/** What the OpenID provider's web framework ever answers or takes. */
const mediaTypes = [
  "text/html",
  "text/plain",
  "application/json",
  "application/octet-stream",
  "application/x-www-form-urlencoded",
];

/** That framework has the list of all media types there are, twice: 300 KB to read at every cold start, of which five are looked up. */
export const fewMediaTypes: Plugin = {
  name: "few-media-types",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]mime-db[\\/]db\.json$/ }, async ({ path }) => {
      const all = JSON.parse(await readFile(path, "utf8")) as Record<string, unknown>;
      const few = Object.fromEntries(mediaTypes.map((type) => [type, all[type]]));
      return { contents: JSON.stringify(few), loader: "json" };
    });
  },
};

/** The OpenID provider tells its models apart by the names of their classes, which the minifier would take away: they are kept, and no others. */
export const namesOfModels: Plugin = {
  name: "names-of-models",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]oidc-provider[\\/]lib[\\/]models[\\/]\w+\.js$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, "utf8"), { keepNames: true, target: "node24" });
      return { contents: code };
    });
  },
};

/** WASM is read as a file: `import.meta.resolve("….wasm")` becomes the address beside the bundle, where the file then has to be. */
export const wasmBeside = (found: Set<string>): Plugin => ({
  name: "wasm-beside",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]wasm\.ts$/ }, async ({ path }) => {
      const contents = (await readFile(path, "utf8")).replace(
        /import\.meta\.resolve\("([^"]+\.wasm)"\)/g,
        (_, file: string) => {
          found.add(file);
          return `new URL("./${basename(file)}", import.meta.url).href`;
        },
      );
      return { contents, loader: "ts" };
    });
  },
});

/** Our own modules do nothing when they are loaded but define: one of which nothing is used is left out, with what it would make. */
export const ownOnlyDefine: Plugin = {
  name: "own-only-define",
  setup({ onResolve }) {
    onResolve({ filter: /^\.\.?\/.*\.ts$/ }, ({ path, resolveDir, importer }) =>
      importer.includes("node_modules") ? undefined : { path: join(resolveDir, path), sideEffects: false },
    );
  },
};

/**
 * On a desk the SDK reads `~/.aws`. Lambda has no such files, and what would read them (`node:fs/promises`, with streams and the terminal's
 * line editor behind it) is a twentieth of a cold start: they are missing without being looked for.
 */
export const noSharedFiles: Plugin = {
  name: "no-shared-files",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]shared-ini-file-loader[\\/]readFile\.js$/ }, () => ({
      contents: `export const filePromises = {}, fileIntercept = {};
        export const readFile = () => Promise.reject(new Error("Lambda has no shared files"));`,
    }));
    onLoad({ filter: /[\\/]calculateBodyLength\.js$/ }, async ({ path }) => {
      const text = await readFile(path, "utf8");
      const contents = text
        .replace(/^import \{[^}]*\} from "node:fs";/, 'import fs from "node:fs";')
        .replace(/\b(ReadStream|fstatSync|lstatSync)\b/g, "fs.$1");
      if (!contents.startsWith("import fs ")) throw new Error(`${path} imports what it needs of node:fs otherwise`);
      return { contents };
    });
  },
};
