import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { crc32, deflateSync } from "node:zlib";
import jpegEncode, { init as initJpeg } from "@jsquash/jpeg/encode.js";
import webpDecode, { init as initWebpDecode } from "@jsquash/webp/decode.js";
import webpEncode, { init as initWebp } from "@jsquash/webp/encode.js";

const { resolve } = createRequire(import.meta.url);

/** How an Emscripten module is told where its code is. */
const compiled = (file: string) => ({
  instantiateWasm(imports: WebAssembly.Imports, done: (made: never) => void): WebAssembly.Exports {
    const made = new WebAssembly.Instance(
      new WebAssembly.Module(Uint8Array.from(readFileSync(resolve(file)))),
      imports,
    );
    done(made as never);
    return made.exports;
  },
});
await initJpeg(compiled("@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm"));
await initWebp(compiled("@jsquash/webp/codec/enc/webp_enc_simd.wasm"));
await initWebpDecode(compiled("@jsquash/webp/codec/dec/webp_dec.wasm"));

export type Colour = readonly [red: number, green: number, blue: number, opacity?: number];
export type Paint = (x: number, y: number) => Colour;
export const red: Colour = [255, 0, 0];
export const green: Colour = [0, 255, 0];
export const blue: Colour = [0, 0, 255];
export const white: Colour = [255, 255, 255];

/** Four colours, so that every turn and mirroring of it looks another way. */
export const quarters =
  (width: number, height: number): Paint =>
  (x, y) =>
    y < height / 2 ? (x < width / 2 ? red : green) : x < width / 2 ? blue : white;

export function painted(width: number, height: number, paint: Paint): ImageData {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let at = 0; at < width * height; at += 1) {
    const [r, g, b, a = 255] = paint(at % width, Math.floor(at / width));
    data.set([r, g, b, a], at * 4);
  }
  return { data, width, height } as ImageData;
}

export const jpeg = async (width: number, height: number, paint: Paint, quality = 90) =>
  Buffer.from(await jpegEncode(painted(width, height, paint), { quality }));
export const webp = async (width: number, height: number, paint: Paint) =>
  Buffer.from(await webpEncode(painted(width, height, paint), { lossless: 1 }));

export function chunk(name: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

export const pngSignature = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");

/** `type`: 6 is red, green, blue, opacity; 0 is grey. */
export function pngHeader(width: number, height: number, depth = 8, type = 6): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([depth, type], 8);
  return chunk("IHDR", header);
}

export const pngOf = (header: Buffer, pixels: Uint8Array, more: readonly Buffer[] = []) =>
  Buffer.concat([pngSignature, header, ...more, chunk("IDAT", deflateSync(pixels)), chunk("IEND", Buffer.alloc(0))]);

export function png(width: number, height: number, paint: Paint, more: readonly Buffer[] = []): Buffer {
  const { data } = painted(width, height, paint);
  const rows = Array.from({ length: height }, (_, y) =>
    Buffer.concat([Buffer.from([0]), Buffer.from(data.buffer, y * width * 4, width * 4)]),
  );
  return pngOf(pngHeader(width, height), Buffer.concat(rows), more);
}

/** An Exif block that says nothing but the orientation. */
export function exif(orientation: number, isLittle = false): Buffer {
  const block = Buffer.alloc(26);
  block.write(isLittle ? "II*\0" : "MM\0*", "latin1");
  const short = (value: number, at: number) =>
    isLittle ? block.writeUInt16LE(value, at) : block.writeUInt16BE(value, at);
  const long = (value: number, at: number) =>
    isLittle ? block.writeUInt32LE(value, at) : block.writeUInt32BE(value, at);
  long(8, 4);
  short(1, 8);
  short(0x0112, 10);
  short(3, 12);
  long(1, 14);
  short(orientation, 18);
  return block;
}

/** A segment of a JPEG, `FF marker length data`. */
export function segment(marker: number, data: Uint8Array): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(data.length + 2);
  return Buffer.concat([Buffer.from([0xff, marker]), length, data]);
}

/** A JPEG with segments before its own. */
export const withSegments = (file: Buffer, ...segments: readonly Buffer[]) =>
  Buffer.concat([file.subarray(0, 2), ...segments, file.subarray(2)]);
export const exifSegment = (block: Buffer) => segment(0xe1, Buffer.concat([Buffer.from("Exif\0\0", "latin1"), block]));

/** A WebP made an extended one, with these flags and these chunks after its pixels. */
export function extendedWebp(
  file: Buffer,
  { flags, width, height }: { flags: number; width: number; height: number },
  ...more: readonly [name: string, data: Buffer][]
): Buffer {
  const head = Buffer.alloc(10);
  head[0] = flags;
  head.writeUIntLE(width - 1, 4, 3);
  head.writeUIntLE(height - 1, 7, 3);
  const chunks = [riff("VP8X", head), file.subarray(12), ...more.map(([name, data]) => riff(name, data))];
  return Buffer.concat([...riffHead(Buffer.concat(chunks))]);
}

const riffHead = (content: Buffer): Buffer[] => {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(content.length + 4);
  return [Buffer.from("RIFF"), length, Buffer.from("WEBP"), content];
};

function riff(name: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(data.length);
  return Buffer.concat([Buffer.from(name), length, data, Buffer.alloc(data.length % 2)]);
}

/**
 * A JPEG by hand, of grey: one Huffman code says "no change", another "no more", so a scan of noughts is as many pixels as one likes.
 * `components`: 1 is grey, 3 colours of a screen, 4 those of print.
 */
export function jpegByHand(width: number, height: number, components: number, scan = Buffer.alloc(1)): Buffer {
  const frame = Buffer.from([8, height >> 8, height & 255, width >> 8, width & 255, components]);
  const each = (bytes: (id: number) => number[]) =>
    Buffer.from(Array.from({ length: components }, (_, id) => bytes(id + 1)).flat());
  const oneCode = (table: number) => Buffer.from([table, 1, ...Array(15).fill(0), 0]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xdb, Buffer.from([0, ...Array(64).fill(1)])),
    segment(0xc0, Buffer.concat([frame, each((id) => [id, 0x11, 0])])),
    segment(0xc4, oneCode(0x00)),
    segment(0xc4, oneCode(0x10)),
    segment(0xda, Buffer.concat([Buffer.from([components]), each((id) => [id, 0]), Buffer.from([0, 63, 0])])),
    scan,
    Buffer.from([0xff, 0xd9]),
  ]);
}

/** The pixels of a WebP, to look at what was made. */
export async function shown(
  made: Uint8Array,
): Promise<{ width: number; height: number; at(x: number, y: number): Colour }> {
  const { data, width, height } = await webpDecode(Uint8Array.from(made).buffer);
  return {
    width,
    height,
    at: (x, y) => [...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4)] as unknown as Colour,
  };
}
