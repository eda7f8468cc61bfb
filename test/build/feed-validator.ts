import { readFileSync } from "node:fs";
import { RelaxNGValidator, XmlDocument, XmlElement } from "libxml2-wasm";
import type { FeedFormat } from "../../functions/contract/notices.ts";

const atom = { atom: "http://www.w3.org/2005/Atom" };

function schemaOf(format: FeedFormat): RelaxNGValidator {
  using schema = XmlDocument.fromBuffer(readFileSync(new URL(`feeds/${format}.rng`, import.meta.url)));
  return RelaxNGValidator.fromDoc(schema);
}
const schemas = { rss: schemaOf("rss"), atom: schemaOf("atom") };

/**
 * Validates a feed as libxml2 sees it: well-formed, as its schema asks, and what no schema can say: that ids are unique, dates exist and a
 * feed is not older than what is in it.
 * @throws an error that says what is wrong
 */
export function validateFeed(format: FeedFormat, text: string): void {
  using document = XmlDocument.fromString(text);
  schemas[format].validate(document);
  const [ids, dates] =
    format === "rss"
      ? [textsOf(document, "//item/guid"), textsOf(document, "//pubDate | //lastBuildDate")]
      : [textsOf(document, "//atom:entry/atom:id"), textsOf(document, "//atom:updated | //atom:published")];
  if (new Set(ids).size !== ids.length) throw new Error("two items have the same id");
  for (const date of dates) checkDate(format, date);
  const [feed, ...items] =
    format === "rss"
      ? [...textsOf(document, "/rss/channel/lastBuildDate"), ...textsOf(document, "//item/pubDate")]
      : textsOf(document, "/atom:feed/atom:updated | //atom:entry/atom:updated");
  const newest = Math.max(...items.map(Date.parse));
  if (feed !== undefined && Date.parse(feed) < newest) throw new Error("the feed is older than an item of it");
}

function textsOf(document: XmlDocument, path: string): string[] {
  return document.find(path, atom).map((node) => (node instanceof XmlElement ? node.content : ""));
}

/** The schema knows its letters; this knows February, and which day of the week it was. */
function checkDate(format: FeedFormat, text: string): void {
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) throw new Error(`${text} is no date`);
  if (format === "rss" && date.toUTCString() !== text) throw new Error(`${text} does not exist`);
}

/** What an item holds when it is read back: for what a reader shows. */
export function itemsOf(format: FeedFormat, text: string): { title: string; content: string; link: string }[] {
  using document = XmlDocument.fromString(text);
  const names = { atom: "http://www.w3.org/2005/Atom", content: "http://purl.org/rss/1.0/modules/content/" };
  const [item, content] = format === "rss" ? ["//item", "content:encoded"] : ["//atom:entry", "atom:content"];
  const prefix = format === "rss" ? "" : "atom:";
  return document.find(item, names).map((node) => {
    const at = (path: string) => {
      const found = (node as XmlElement).get(path, names);
      return found === null ? "" : found.content;
    };
    return {
      title: at(`${prefix}title`),
      content: at(content),
      link: format === "rss" ? at("link") : at("atom:link/@href"),
    };
  });
}
