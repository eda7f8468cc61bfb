import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const folder = new URL("../../web/styles/", import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
const styles = readdirSync(folder).filter((name) => name !== "tokens.css");
const valuesOf = (css: string) => [...css.matchAll(/^\s+[a-z-]+:\s*([^;{]+);/gm)].map((match) => match[1] ?? "");

describe("the look in one place", () => {
  test.each(styles)("%s names no colour of its own", (name) => {
    for (const value of valuesOf(read(name)))
      expect(value).not.toMatch(/#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch|white|black)\b/i);
  });

  test.each(styles)("%s names no size of its own: hidden text's pixel apart", (name) => {
    for (const value of valuesOf(read(name))) expect(value).not.toMatch(/(?<![\d.])(?!1px)[\d.]+(?:px|rem|pt)\b/);
  });

  test.each(styles)("every token that %s uses exists", (name) => {
    const tokens = new Set([...read("tokens.css").matchAll(/(--[a-z0-9-]+):/g)].map((match) => match[1]));
    const used = [...read(name).matchAll(/var\((--[a-z0-9-]+)/g)].map((match) => match[1]);
    expect(used.filter((token) => !tokens.has(token))).toEqual([]);
  });
});
