import { builtinModules } from "node:module";

/** One import of a bundle, as the minifier writes it: default or namespace, names, and from where. */
const imported = /\bimport(?:\s+([\w$]+)|\s*\*\s*as\s+([\w$]+))?\s*,?\s*(?:\{([^{}]*)\})?\s*from\s*"([\w:/]+)";/g;

/**
 * A bundle whose imports of Node's own modules are `process.getBuiltinModule` instead. An ES import of such a module reads all its exports,
 * the lazy ones too, and each loads what is behind it: `node:http` alone has `fetch` and worker threads behind it (measured: 3 to 12 % of a
 * cold start). So only what is asked for is read, before anything of the bundle runs. Throws when one is imported in another form.
 */
export function builtinsAskedFor(text: string): string {
  const asked: string[] = [];
  const rest = text.replace(imported, (line, whole?: string, namespace?: string, names?: string, from = "") => {
    if (!isBuiltin(from)) return line;
    const module = `process.getBuiltinModule("${from}")`;
    for (const name of [whole, namespace]) if (name !== undefined) asked.push(`const ${name}=${module};`);
    if (names !== undefined) asked.push(`const{${names.replaceAll(" as ", ":")}}=${module};`);
    return "";
  });
  const missed = /\bimport\b[^;()"]*"node:[^"]*"/.exec(rest)?.[0];
  if (missed !== undefined) throw new Error(`an import of Node's own in another form: ${missed}`);
  return asked.join("") + rest;
}

const isBuiltin = (from: string) => from.startsWith("node:") || builtinModules.includes(from);
