import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { type Plugin, transform } from "esbuild";

/**
 * middy takes one list of names from `node:http`. An ES import of that module reads all its exports at once, the lazy ones too, which
 * loads the whole HTTP client at every cold start (measured: 30–50 ms of 220); a `require` reads only what is asked for.
 */
export const statusCodesOnly: Plugin = {
  name: "status-codes-only",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:http$/ }, ({ importer }) =>
      importer.includes("@middy") ? { path: "status-codes", namespace: "status-codes-only" } : undefined,
    );
    onLoad({ filter: /.*/, namespace: "status-codes-only" }, () => ({
      contents: 'const { STATUS_CODES } = require("node:http"); export { STATUS_CODES };',
    }));
  },
};

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
