import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { pictureMaker } from "../../functions/adapters/picture-maker/picture-maker.ts";
import {
  blue,
  type Colour,
  chunk,
  exif,
  exifSegment,
  extendedWebp,
  green,
  jpeg,
  jpegByHand,
  png,
  pngHeader,
  pngOf,
  pngSignature,
  quarters,
  red,
  segment,
  shown,
  webp,
  white,
  withSegments,
} from "./files.ts";

const flat = {
  jpeg: await jpeg(300, 200, quarters(300, 200)),
  webp: await webp(300, 200, quarters(300, 200)),
  noisyWebp: await webp(300, 200, (x, y) => [x & 255, y & 255, (x * y) & 255]),
};
const square = { jpeg: await jpeg(320, 320, quarters(320, 320)), webp: await webp(320, 320, quarters(320, 320)) };

const maker = pictureMaker();
const make = (file: Uint8Array) => maker.make(file);

/** What was made of a file that is taken. */
async function madeOf(file: Uint8Array) {
  const made = await make(file);
  if (!made.ok) throw new Error(`refused: ${made.problem}`);
  return { webp: Buffer.from(made.webp), ...(await shown(made.webp)) };
}

/** Colours come through a lossy format. */
const isLike = (seen: Colour, meant: Colour) =>
  [0, 1, 2].every((part) => Math.abs((meant[part] ?? 0) - (seen[part] ?? 0)) < 40);
const named = (seen: Colour) =>
  Object.entries({ red: red, green: green, blue: blue, white: white }).find(([, colour]) => isLike(seen, colour))?.[0];
const corners = ({ at }: { at(x: number, y: number): Colour }) =>
  [at(40, 40), at(215, 40), at(40, 215), at(215, 215)].map(named);

const upright = ["red", "green", "blue", "white"];

describe("what is kept of a picture (M20)", () => {
  it.each([
    ["PNG", png(300, 200, quarters(300, 200))],
    ["JPEG", flat.jpeg],
    ["WebP", flat.webp],
    ["a PNG of 16 bits a colour", pngOf(pngHeader(64, 64, 16, 0), Buffer.alloc(64 * 129))],
    ["a JPEG of grey", jpegByHand(64, 64, 1, Buffer.alloc(16))],
    ["an animated PNG", png(300, 300, quarters(300, 300), [chunk("acTL", Buffer.from([0, 0, 0, 2, 0, 0, 0, 0]))])],
  ])("%s: a WebP of 256 × 256 without metadata", async (_, file) => {
    const { webp: made, width, height } = await madeOf(file);
    expect([width, height]).toEqual([256, 256]);
    expect(made.toString("latin1", 0, 4) + made.toString("latin1", 8, 15)).toBe("RIFFWEBPVP8");
    // The first chunk is the whole file: pixels, and nothing beside them.
    expect([made.readUInt32LE(4) + 8, 20 + made.readUInt32LE(16) + (made.readUInt32LE(16) % 2)]).toEqual([
      made.length,
      made.length,
    ]);
  });

  it("is the square in the middle", async () => {
    const stripes = png(900, 300, (x) => (x < 300 ? red : x < 600 ? green : blue));
    expect(corners(await madeOf(stripes))).toEqual(["green", "green", "green", "green"]);
    const tall = png(300, 900, (_, y) => (y < 300 ? red : y < 600 ? green : blue));
    expect(corners(await madeOf(tall))).toEqual(["green", "green", "green", "green"]);
  });

  it("is as large whatever came: one pixel, a line, eight thousand wide", async () => {
    for (const [width, height] of [
      [1, 1],
      [1, 8_000],
      [8_192, 1],
      [257, 255],
      [5_000, 5_000],
    ] as const) {
      const made = await madeOf(pngOf(pngHeader(width, height, 8, 0), Buffer.alloc((width + 1) * height, 0)));
      expect([width, height, made.width, made.height]).toEqual([width, height, 256, 256]);
    }
  });

  it("keeps what is clear clear, and takes no colour from it", async () => {
    const { at } = await madeOf(png(2_048, 2_048, (x) => (x % 2 === 0 ? [255, 0, 0, 0] : [0, 0, 255, 255])));
    const [r = 255, , b = 0, opacity = 0] = at(128, 128);
    expect(r).toBeLessThan(40);
    expect(b).toBeGreaterThan(215);
    expect(Math.abs(opacity - 128)).toBeLessThan(20);
  });
});

describe("a picture is upright, as its camera was held (Exif)", () => {
  /** What the four corners look like in the file when each turn is undone. */
  const turned: Record<number, string[]> = {
    1: upright,
    2: ["green", "red", "white", "blue"],
    3: ["white", "blue", "green", "red"],
    4: ["blue", "white", "red", "green"],
    5: ["red", "blue", "green", "white"],
    6: ["blue", "red", "white", "green"],
    7: ["white", "green", "blue", "red"],
    8: ["green", "white", "red", "blue"],
  };

  it.each(Object.keys(turned).map(Number))("JPEG, %i", async (orientation) => {
    const file = withSegments(square.jpeg, exifSegment(exif(orientation, orientation % 2 === 0)));
    expect(corners(await madeOf(file))).toEqual(turned[orientation]);
  });

  it("PNG and WebP say it too", async () => {
    const inPng = png(320, 320, quarters(320, 320), [chunk("eXIf", exif(6))]);
    expect(corners(await madeOf(inPng))).toEqual(turned[6]);
    const extended = { flags: 0b1000, width: 320, height: 320 };
    const inWebp = extendedWebp(square.webp, extended, ["EXIF", exif(6, true)]);
    expect(corners(await madeOf(inWebp))).toEqual(turned[6]);
  });

  it.each([
    ["no orientation there is", exif(9)],
    ["a block that ends too early", exif(6).subarray(0, 12)],
    ["a directory far away", Buffer.concat([Buffer.from("MM\0*\xff\xff\xff\xff", "latin1"), Buffer.alloc(20)])],
    ["no TIFF", Buffer.from("nothing")],
  ])("%s: as it is", async (_, block) => {
    expect(corners(await madeOf(withSegments(square.jpeg, exifSegment(block))))).toEqual(upright);
  });
});

describe("nothing of the bytes that came is kept", () => {
  const secret = "25.0330N-121.5654E-marker";
  const page = `<html><script>alert("${secret}")</script></html>`;
  const bytes = Buffer.from(page);
  const plainPng = png(80, 80, quarters(80, 80));
  const text = (name: string, value: Buffer) => chunk(name, Buffer.concat([Buffer.from("Comment\0"), value]));
  const extended = { flags: 0b1100, width: 320, height: 320 };

  it.each([
    ["a PNG with a page in its text", png(80, 80, quarters(80, 80), [text("tEXt", bytes)])],
    [
      "a PNG with a page in its compressed text",
      png(80, 80, quarters(80, 80), [text("zTXt", Buffer.concat([Buffer.from([0]), deflateSync(bytes)]))]),
    ],
    ["a PNG with a page behind its end", Buffer.concat([plainPng, bytes])],
    ["a PNG with a chunk that nobody knows", png(80, 80, quarters(80, 80), [chunk("heRe", bytes)])],
    ["a JPEG with a page in its comment", withSegments(square.jpeg, segment(0xfe, bytes))],
    [
      "a JPEG that is a script as well",
      withSegments(square.jpeg, segment(0xe0, Buffer.from(`/*${secret}*/=alert("${secret}")/*`))),
    ],
    ["a JPEG with a place in its XMP", withSegments(square.jpeg, segment(0xe1, bytes))],
    ["a JPEG with a place in its Exif", withSegments(square.jpeg, exifSegment(Buffer.concat([exif(1), bytes])))],
    [
      "a JPEG with a profile",
      withSegments(square.jpeg, segment(0xe2, Buffer.concat([Buffer.from("ICC_PROFILE\0\x01\x01", "latin1"), bytes]))),
    ],
    ["a JPEG with an archive behind its end", Buffer.concat([square.jpeg, Buffer.from("PK\x03\x04"), bytes])],
    ["a WebP with XMP", extendedWebp(square.webp, extended, ["XMP ", bytes])],
    ["a WebP with a page behind its end", Buffer.concat([square.webp, bytes])],
  ])("%s", async (_, file) => {
    expect(file.includes(secret) || file.includes(deflateSync(bytes))).toBe(true);
    const { webp: made } = await madeOf(file);
    for (const part of [secret, "alert", "html", "Exif", "ICC", "XMP", "PK\x03\x04"])
      expect(made.includes(part)).toBe(false);
  });
});

/** Behind a segment comes what one reader takes for a small frame, and another for one of 16,000 × 16,000. */
function withGap(): Buffer {
  const [small, large] = [jpegByHand(8, 8, 3), jpegByHand(16_000, 16_000, 3)];
  return Buffer.concat([
    small.subarray(0, 2),
    segment(0xe0, Buffer.alloc(6)),
    Buffer.alloc(1),
    large.subarray(2),
    small,
  ]);
}

describe("what is no picture, or none that is taken", () => {
  it.each([
    ["nothing", Buffer.alloc(0)],
    ["SVG", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    [
      "SVG behind the first letters of a PNG",
      Buffer.from("\x89PNG<svg xmlns='http://www.w3.org/2000/svg'/>", "latin1"),
    ],
    ["GIF", Buffer.from("R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=", "base64")],
    ["a page before a PNG", Buffer.concat([Buffer.from("<html>"), png(8, 8, () => red)])],
    ["HEIC", Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic", "latin1")],
    ["PDF", Buffer.from("%PDF-1.7")],
    ["an Apple PNG", Buffer.concat([pngSignature, chunk("CgBI", Buffer.alloc(4)), pngHeader(8, 8)])],
    ["an animated WebP", extendedWebp(square.webp, { flags: 0b10, width: 320, height: 320 })],
    ["a JPEG in the colours of print", jpegByHand(8, 8, 4)],
  ])("%s: type", async (_, file) => {
    expect(await make(file)).toEqual({ ok: false, problem: "type" });
  });

  it.each([
    ["30,000 × 30,000 of one colour", pngOf(pngHeader(30_000, 30_000, 1, 0), Buffer.alloc(3_751 * 30_000))],
    ["a side of 8,193", pngOf(pngHeader(8_193, 1, 8, 0), Buffer.alloc(8_194))],
    ["25 million pixels and some", pngOf(pngHeader(5_001, 5_000, 1, 0), Buffer.alloc(627 * 5_000))],
    ["a JPEG of 65,500", jpegByHand(65_500, 65_500, 1)],
    ["a WebP of 16,383", extendedWebp(square.webp, { flags: 0, width: 16_383, height: 16_383 })],
  ])("%s: size, and nothing is decoded", async (_, file) => {
    expect(file.length).toBeLessThan(2 * 1024 * 1024);
    expect(await make(file)).toEqual({ ok: false, problem: "size" });
  });

  it.each([
    ["PNG", png(300, 200, quarters(300, 200))],
    ["JPEG", flat.jpeg],
    ["WebP", flat.noisyWebp],
  ])("%s that ends too early, anywhere: broken", async (_, file) => {
    for (const part of [0.1, 0.5, 0.9]) {
      const cut = file.subarray(0, Math.floor(file.length * part));
      expect([part, await make(cut)]).toEqual([part, { ok: false, problem: "broken" }]);
    }
  });

  it.each([
    ["no pixels at all", pngOf(pngHeader(0, 10), Buffer.alloc(10))],
    ["a PNG that is called 10 × 10 and unpacks to 400 MB", pngOf(pngHeader(10, 10), Buffer.alloc(400_000_000, 7))],
    [
      "a JPEG with the header of one and the rest of another",
      Buffer.concat([jpegByHand(8, 8, 3).subarray(0, 100), Buffer.alloc(500, 0xa5)]),
    ],
    ["a JPEG with a gap before its frame, where readers differ", withGap()],
    [
      "a WebP whose frame is another size than it says",
      extendedWebp(square.webp, { flags: 0, width: 321, height: 320 }),
    ],
  ])("%s: broken", async (_, file) => {
    expect(await make(file)).toEqual({ ok: false, problem: "broken" });
  });
});
