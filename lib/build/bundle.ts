import { copyFile, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Metafile, type Plugin, transform } from "esbuild";
import { type FunctionName, functions } from "../../functions/contract/functions.ts";
import { ownRoutes } from "./own-routes.ts";

export interface Bundle {
  /** Folder with `index.mjs` and its parts: what Lambda gets. */
  readonly dir: string;
  /** Bytes read before the first request: the entry and all it imports statically. */
  readonly loadedAtInit: number;
  /** Bytes read only when first used: lazily imported parts, such as the common passwords. */
  readonly lazy: number;
  /** Source files in the bundle, relative to the project's root. */
  readonly inputs: readonly string[];
}

const root = fileURLToPath(new URL("../../", import.meta.url));
const entry = "index.mjs";

/**
 * Where the SDK looks for credentials on a desk, in a container or on a server. Lambda gives a role's in the environment, which is
 * asked first, so none of these is ever loaded; left in, what they share with the clients would be loaded at every cold start
 * (34 KB of init, 90 KB in all).
 */
const neverLoaded = ["ini", "sso", "process", "web-identity", "http", "login"].map(
  (way) => `@aws-sdk/credential-provider-${way}`,
);

/**
 * middy takes one list of names from `node:http`. An ES import of that module reads all its exports at once, the lazy ones too, which
 * loads the whole HTTP client at every cold start (measured: 30–50 ms of 220); a `require` reads only what is asked for.
 */
const statusCodesOnly: Plugin = {
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
const mapForCache: Plugin = {
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
const fewMediaTypes: Plugin = {
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
const namesOfModels: Plugin = {
  name: "names-of-models",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]oidc-provider[\\/]lib[\\/]models[\\/]\w+\.js$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, "utf8"), { keepNames: true, target: "node24" });
      return { contents: code };
    });
  },
};

/** Modules that a function starts as threads, by file name and not by an import: each is an entry of its own beside the handler's. */
const threads: Partial<Record<FunctionName, Readonly<Record<string, string>>>> = {
  pictures: { "picture-thread": "functions/adapters/picture-maker/picture-thread.ts" },
};

/** WASM is read as a file: `import.meta.resolve("….wasm")` becomes the address beside the bundle, where the file then has to be. */
const wasmBeside = (found: Set<string>): Plugin => ({
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

/**
 * Bundles each function of the contract for Lambda (`functions/<name>/handler.ts` → `<outDir>/<name>/index.mjs`).
 * Splitting keeps lazily imported parts out of init; `module` before `main` takes the ESM builds of the SDK, which are
 * smaller by a third and more. No source map: it would be most of the zip, and a log line names function and error anyway.
 * @throws what esbuild says when a handler does not build
 */
export async function bundleFunctions<N extends FunctionName = FunctionName>(
  { outDir }: { outDir: string },
  names = Object.keys(functions) as N[],
): Promise<Record<N, Bundle>> {
  const bundles = await Promise.all(
    names.map(
      async (name) =>
        [name, await bundle(join(root, "functions", name, "handler.ts"), join(outDir, name), threads[name])] as const,
    ),
  );
  return Object.fromEntries(bundles) as Record<N, Bundle>;
}

/** Bundles one handler, with the threads it starts (name to source file), into an emptied `dir`. */
export async function bundle(
  handler: string,
  dir: string,
  started: Readonly<Record<string, string>> = {},
): Promise<Bundle> {
  await rm(dir, { recursive: true, force: true });
  const wasm = new Set<string>();
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [
      { in: handler, out: "index" },
      ...Object.entries(started).map(([out, file]) => ({ in: join(root, file), out })),
    ],
    outdir: dir,
    bundle: true,
    minify: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node24",
    mainFields: ["module", "main"],
    outExtension: { ".js": ".mjs" },
    plugins: [
      statusCodesOnly,
      mapForCache,
      fewMediaTypes,
      namesOfModels,
      ownRoutes(basename(dirname(handler))),
      wasmBeside(wasm),
    ],
    // Chinese as it is, not six bytes a character.
    charset: "utf8",
    external: [...neverLoaded, "@smithy/credential-provider-imds"],
    legalComments: "none",
    metafile: true,
    logLevel: "warning",
    // CommonJS parts of dependencies ask for Node's own modules by `require`, which an ES module does not have. The minifier does not know
    // this line: a short name here would one day be its own too.
    banner: {
      js: 'import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);',
    },
  });
  const { resolve } = createRequire(join(root, "package.json"));
  await Promise.all([...wasm].map((file) => copyFile(resolve(file), join(dir, basename(file)))));
  const first = relative(root, join(dir, entry));
  const atInit = staticallyLoaded(metafile, first);
  const bytesOf = (files: readonly string[]) =>
    files.reduce((sum, file) => sum + (metafile.outputs[file]?.bytes ?? 0), 0);
  const loadedAtInit = bytesOf([...atInit]);
  return {
    dir,
    loadedAtInit,
    lazy: bytesOf(Object.keys(metafile.outputs)) - loadedAtInit,
    inputs: Object.keys(metafile.inputs),
  };
}

/** The entry and every part it reaches without a dynamic import. */
function staticallyLoaded(metafile: Metafile, first: string): ReadonlySet<string> {
  const loaded = new Set([first]);
  for (const file of loaded) {
    for (const { path, kind, external } of metafile.outputs[file]?.imports ?? []) {
      if (kind === "import-statement" && !external) loaded.add(path);
    }
  }
  return loaded;
}
