import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { feedTypes } from "../../functions/contract/notices.ts";
import { dev, everythingSet, type Synthesised, synthesise } from "./synthesised.ts";

interface Upload {
  readonly Include?: readonly string[];
  readonly SourceMarkers?: readonly Readonly<Record<string, unknown>>[];
  readonly SourceObjectKeys: readonly string[];
  readonly SystemMetadata: Readonly<Record<string, string>>;
}

const cloud = synthesise(dev);
const full = synthesise(everythingSet);
const uploadsOf = (made: Synthesised) =>
  made.ofType("pages", "Custom::CDKBucketDeployment").map(([, { Properties }]) => Properties as unknown as Upload);
const feedsOf = (made: Synthesised) => uploadsOf(made).filter(({ Include }) => Include?.[0]?.startsWith("news/"));

/** The feeds in all that is put out: path in its asset, and text. */
function published(made: Synthesised): (readonly [path: string, text: string])[] {
  const { outdir } = made.app;
  const paths = readdirSync(outdir, { recursive: true }).map(String);
  return paths
    .filter((path) => /\/news\/[^/]+\.xml$/.test(path))
    .map((path) => [path.replace(/^asset\.[0-9a-f]+\//, ""), readFileSync(join(outdir, path), "utf8")]);
}

describe("feeds in the cloud (M90)", () => {
  test("each format with its own type, asked for again each time", () => {
    expect(feedsOf(cloud).map(({ Include, SystemMetadata }) => [Include, SystemMetadata["content-type"]])).toEqual([
      [["news/rss*.xml"], `${feedTypes.rss}; charset=utf-8`],
      [["news/atom*.xml"], `${feedTypes.atom}; charset=utf-8`],
    ]);
    for (const { SystemMetadata } of feedsOf(cloud)) expect(SystemMetadata["cache-control"]).toBe("no-cache");
  });

  test("their addresses are the stage's: its domain, or the name that CloudFront made up", () => {
    const origins = (made: Synthesised) =>
      feedsOf(made).flatMap(({ SourceMarkers = [] }) =>
        SourceMarkers.flatMap((markers) => Object.values(markers).map((value) => made.meaning("pages", value))),
      );
    expect(origins(full)).toEqual(["https://account.example.com", "https://account.example.com"]);
    expect(new Set(origins(cloud))).toEqual(new Set(["https://AWS::CloudFront::Distribution distribution114A0A2A"]));
  });

  test("every address in the files is one that the upload writes; those of one machine are left out", () => {
    const files = published(cloud);
    const [marker] = Object.keys(feedsOf(cloud)[0]?.SourceMarkers?.[0] ?? {});
    expect(files.map(([path]) => path).sort()).toEqual(
      ["atom", "rss"].flatMap((format) =>
        ["-course.xml", "-other.xml", "-system.xml", ".xml"].map((end) => `news/${format}${end}`),
      ),
    );
    for (const [, text] of files) {
      const own = [...text.matchAll(/https?:\/\/[^/"<\s]+/g)].map(([origin]) => origin);
      const others = own.filter((origin) => origin !== marker && !/w3\.org|purl\.org/.test(origin));
      expect(others).toEqual([]);
      expect(own).toContain(marker);
    }
  });
});
