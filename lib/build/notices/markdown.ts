import { Marked, type Tokens } from "marked";
import { NoticeError } from "./notice-error.ts";

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as HTML that shows it. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);
}

/** A web page over TLS, a mail address, or a page of this site. */
const allowed = /^(?:https:\/\/[^/\\]|mailto:[^/]|\/(?![/\\]))/i;

/** Nothing invisible can turn the text of a notice into another: line feeds and tabs only. */
const invisible = /[^\P{Cc}\n\t]|\p{Bidi_Control}|\p{Cs}|[\ufffe\uffff]/u;

/**
 * The text of a notice as HTML. Tags in it are text like any other: nothing of the file reaches a page as HTML but what Markdown makes.
 * The title of the page is its one h1, so the text's headings begin at h2. `origin`, for a feed, goes before own paths.
 * @throws NoticeError at a picture, or a link to anywhere else than `allowed` says
 */
export function htmlOf(file: string, text: string, origin = ""): string {
  if (invisible.test(text)) throw new NoticeError(file, "the text has a control character");
  const marked = new Marked<string, string>({
    // Undefined is "no tag here", which leaves it to be read as text.
    tokenizer: { html: () => undefined, tag: () => undefined },
    renderer: {
      heading({ tokens, depth }) {
        const level = Math.min(Math.max(depth, 2), 3);
        return `<h${level}>${this.parser.parseInline(tokens)}</h${level}>\n`;
      },
      link({ href, tokens }: Tokens.Link) {
        if (!allowed.test(href))
          throw new NoticeError(file, `the link to "${href}" must begin with https://, mailto: or /`);
        const to = href.startsWith("/") ? `${origin}${href}` : href;
        return `<a href="${escapeHtml(to)}">${this.parser.parseInline(tokens)}</a>`;
      },
      image() {
        throw new NoticeError(file, "a notice has no pictures: say it in words");
      },
      checkbox: ({ checked }) => (checked ? "☑ " : "☐ "),
    },
  });
  return (marked.parse(text, { async: false }) as string).trim();
}

/** The first paragraph without its marks, for feeds. */
export function firstParagraph(html: string): string {
  const [, inner = ""] = /<p>([\s\S]*?)<\/p>/.exec(html) ?? [];
  return inner.replace(/<[^>]*>/g, "").replace(/\s+/g, " ");
}
