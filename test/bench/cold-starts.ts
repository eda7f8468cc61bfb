import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type FunctionName, functions } from "../../functions/contract/functions.ts";
import { type Bundle, bundle, bundleFunctions } from "../../lib/build/bundle.ts";
import { quantile } from "./load.ts";

export const rounds = 20;

export interface ColdStart {
  readonly name: FunctionName;
  readonly initBytes: number;
  readonly lazyBytes: number;
  /** Milliseconds of a whole process, the median: of the function, and of a handler that only makes the same SDK clients. */
  readonly ms: number;
  readonly clientsMs: number;
}

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Bundles every function, then starts it in new processes, in turn with its clients alone and with an empty handler. */
export async function measureColdStarts(
  folder: string,
  environment: NodeJS.ProcessEnv,
): Promise<{ functions: ColdStart[]; emptyMs: number }> {
  const bundles = await bundleFunctions({ outDir: join(folder, "functions") });
  const names = Object.keys(functions) as FunctionName[];
  // Found from here as from the project's own files.
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  const started = new Map([["empty", await bundleText(folder, "empty", "export const handler = async () => ({});")]]);
  for (const name of names) {
    started.set(name, bundles[name]);
    started.set(`${name} clients`, await bundleText(folder, `${name}-clients`, clientsOnly(bundles[name])));
  }
  const times = new Map([...started.keys()].map((name) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, { dir }] of started) times.get(name)?.push(startOnce(join(dir, "index.mjs"), environment));
  }
  const median = (name: string) => {
    const sorted = (times.get(name) ?? []).toSorted((a, b) => a - b);
    return quantile(sorted, 0.5);
  };
  return {
    functions: names.map((name) => ({
      name,
      initBytes: bundles[name].loadedAtInit,
      lazyBytes: bundles[name].lazy,
      ms: median(name),
      clientsMs: median(`${name} clients`),
    })),
    emptyMs: median("empty"),
  };
}

async function bundleText(folder: string, name: string, text: string): Promise<Bundle> {
  const source = join(folder, "sources");
  mkdirSync(source, { recursive: true });
  writeFileSync(join(source, `${name}.ts`), text);
  return bundle(join(source, `${name}.ts`), join(folder, "others", name));
}

/** A handler that imports from the SDK exactly what the function's own files import, and makes the clients as they do. */
function clientsOnly({ inputs }: Bundle): string {
  const wanted = new Map<string, Set<string>>();
  for (const input of inputs.filter((path) => path.startsWith("functions/"))) {
    const text = readFileSync(join(root, input), "utf8");
    for (const [, list = "", from = ""] of text.matchAll(/import \{([^}]*)\} from "(@aws-sdk\/[^"]+)"/g)) {
      const values = list.split(",").map((name) => name.trim());
      const known = wanted.get(from) ?? new Set();
      for (const value of values) if (value !== "" && !value.startsWith("type ")) known.add(value);
      wanted.set(from, known);
    }
  }
  const all = [...wanted.values()].flatMap((values) => [...values]);
  const clients = all.filter((name) => name.endsWith("Client") && name !== "DynamoDBDocumentClient");
  return [
    ...[...wanted].map(([from, values]) => `import { ${[...values].join(", ")} } from "${from}";`),
    `const clients = [${clients.map((name) => `new ${name}({})`).join(", ")}];`,
    `export const handler = async () => [clients, ${all.join(", ")}];`,
  ].join("\n");
}

function startOnce(entry: string, environment: NodeJS.ProcessEnv): number {
  const start = performance.now();
  const { status } = spawnSync(process.execPath, [entry], { env: environment, stdio: ["ignore", "ignore", "inherit"] });
  const ms = performance.now() - start;
  if (status !== 0) throw new Error("a bundle does not start");
  return ms;
}
