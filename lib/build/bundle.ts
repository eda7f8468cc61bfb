import { copyFile, mkdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Metafile } from "esbuild";
import { type FunctionName, functions } from "../../functions/contract/functions.ts";
import { builtinsAskedFor } from "./builtin-modules.ts";
import {
  fewMediaTypes,
  mapForCache,
  namesOfModels,
  noSharedFiles,
  ownOnlyDefine,
  wasmBeside,
} from "./bundle-plugins.ts";
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

/** Modules that a function starts as threads, by file name and not by an import: each is an entry of its own beside the handler's. */
const threads: Partial<Record<FunctionName, Readonly<Record<string, string>>>> = {
  pictures: { "picture-thread": "functions/adapters/picture-maker/picture-thread.ts" },
};

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
  const { metafile, outputFiles } = await build({
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
      mapForCache,
      fewMediaTypes,
      namesOfModels,
      noSharedFiles,
      ownOnlyDefine,
      ownRoutes(basename(dirname(handler))),
      wasmBeside(wasm),
    ],
    // Chinese as it is, not six bytes a character.
    charset: "utf8",
    external: [...neverLoaded, "@smithy/credential-provider-imds"],
    legalComments: "none",
    metafile: true,
    write: false,
    logLevel: "warning",
    // CommonJS parts of dependencies ask for Node's own modules by `require`, which an ES module does not have, and for no others. The minifier
    // does not know this line: a short name here would one day be its own too.
    banner: { js: "const require=process.getBuiltinModule;" },
  });
  await mkdir(dir, { recursive: true });
  const sizes = new Map<string, number>();
  for (const { path, text } of outputFiles) {
    const written = builtinsAskedFor(text);
    sizes.set(relative(root, path), Buffer.byteLength(written));
    await writeFile(path, written);
  }
  const { resolve } = createRequire(join(root, "package.json"));
  await Promise.all([...wasm].map((file) => copyFile(resolve(file), join(dir, basename(file)))));
  const first = relative(root, join(dir, entry));
  const atInit = staticallyLoaded(metafile, first);
  const bytesOf = (files: Iterable<string>) => [...files].reduce((sum, file) => sum + (sizes.get(file) ?? 0), 0);
  const loadedAtInit = bytesOf(atInit);
  return {
    dir,
    loadedAtInit,
    lazy: bytesOf(sizes.keys()) - loadedAtInit,
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
