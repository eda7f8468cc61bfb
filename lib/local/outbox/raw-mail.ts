export type RawMail = {
  to: string[];
  from: string | null;
  subject: string | null;
  text: string | null;
  html: string | null;
};

type Part = { headers: Map<string, string>; body: Buffer };

/** How deep parts may hold parts; a hostile message is not followed further. */
const maxDepth = 8;

/**
 * Reads what the outbox shows of a MIME message (RFC 5322, 2045–2047): addresses, subject, the first text and the first HTML
 * part. Attachments are passed over.
 */
export function readRawMail(source: Buffer): RawMail {
  const message = split(source);
  const leaves = leavesOf(message, maxDepth);
  const header = (name: string) => decodeWords(message.headers.get(name) ?? "");
  return {
    to: ["to", "cc", "bcc"]
      .flatMap((name) => header(name).split(","))
      .map((address) => address.trim())
      .filter(Boolean),
    from: header("from") || null,
    subject: header("subject") || null,
    text: textOf(leaves, "text/plain"),
    html: textOf(leaves, "text/html"),
  };
}

function split(source: Buffer): Part {
  // latin1 keeps each byte as one character, so cutting the text cuts the bytes.
  const raw = source.toString("latin1");
  const blank = /\r?\n\r?\n/.exec(raw);
  const head = blank === null ? raw : raw.slice(0, blank.index);
  const body = blank === null ? "" : raw.slice(blank.index + blank[0].length);
  const headers = new Map<string, string>();
  for (const line of head.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/)) {
    const colon = line.indexOf(":");
    // Header bytes outside ASCII are UTF-8 (RFC 6532).
    const value = Buffer.from(line.slice(colon + 1), "latin1")
      .toString("utf8")
      .trim();
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), value);
  }
  return { headers, body: Buffer.from(body, "latin1") };
}

const typeOf = (part: Part) => part.headers.get("content-type") ?? "text/plain; charset=utf-8";

function parameterOf(type: string, name: string): string | undefined {
  return new RegExp(`;\\s*${name}="?([^";]+)"?`, "i").exec(type)?.[1]?.trim();
}

function leavesOf(part: Part, depth: number): Part[] {
  const boundary = parameterOf(typeOf(part), "boundary");
  if (!/^multipart\//i.test(typeOf(part)) || boundary === undefined) return [part];
  if (depth === 0) return [];
  const pieces = `\r\n${part.body.toString("latin1")}`.split(`\n--${boundary}`).slice(1);
  return (
    pieces
      .filter((piece) => !piece.startsWith("--"))
      // The line break before a boundary belongs to the boundary (RFC 2046 section 5.1.1).
      .map((piece) => piece.replace(/\r$/, ""))
      .flatMap((piece) => leavesOf(split(Buffer.from(piece.replace(/^[ \t]*\r?\n/, ""), "latin1")), depth - 1))
  );
}

function textOf(leaves: Part[], type: string): string | null {
  const leaf = leaves.find(
    (part) =>
      typeOf(part).toLowerCase().startsWith(type) &&
      !part.headers.get("content-disposition")?.toLowerCase().startsWith("attachment"),
  );
  if (leaf === undefined) return null;
  const bytes = decodeTransfer(leaf.body, leaf.headers.get("content-transfer-encoding") ?? "7bit");
  return decodeCharset(bytes, parameterOf(typeOf(leaf), "charset") ?? "utf-8");
}

function decodeTransfer(body: Buffer, encoding: string): Buffer {
  if (/^base64$/i.test(encoding)) return Buffer.from(body.toString("latin1"), "base64");
  if (/^quoted-printable$/i.test(encoding)) return decodeQuoted(body.toString("latin1").replace(/=[ \t]*\r?\n/g, ""));
  return body;
}

function decodeQuoted(text: string): Buffer {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1");
}

function decodeCharset(bytes: Buffer, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return bytes.toString("utf8");
  }
}

/** RFC 2047: `=?utf-8?B?…?=` and `=?utf-8?Q?…?=`; white space between two encoded words is no part of the text. */
function decodeWords(text: string): string {
  return text
    .replace(/(\?=)\s+(?==\?)/g, "$1")
    .replace(/=\?([^?]+)\?([BQ])\?([^?]*)\?=/gi, (_, charset: string, kind: string, data: string) => {
      const bytes = kind.toUpperCase() === "B" ? Buffer.from(data, "base64") : decodeQuoted(data.replaceAll("_", " "));
      return decodeCharset(bytes, charset);
    });
}
