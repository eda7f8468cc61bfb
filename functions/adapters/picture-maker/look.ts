import { PNG } from "image-size/types/png";
import { WEBP } from "image-size/types/webp";
import { pictureLimits } from "../../contract/schemas/pictures.ts";
import type { PictureProblem } from "../../ports/pictures.ts";
import { frameOf } from "./jpeg-frame.ts";

export type PictureKind = "png" | "jpeg" | "webp";

export interface Header {
  readonly kind: PictureKind;
  readonly width: number;
  readonly height: number;
}

const text = (bytes: Uint8Array, from: number, to: number) => Buffer.from(bytes.subarray(from, to)).toString("latin1");

/** What a file is by its first bytes, whatever it is called or said to be. */
function kindOf(bytes: Uint8Array): PictureKind | undefined {
  if (text(bytes, 0, 8) === "\x89PNG\r\n\x1a\n" && text(bytes, 12, 16) === "IHDR") return "png";
  if (text(bytes, 0, 3) === "\xff\xd8\xff") return "jpeg";
  if (text(bytes, 0, 4) === "RIFF" && text(bytes, 8, 15) === "WEBPVP8") return "webp";
  return undefined;
}

/**
 * Kind and size of a picture by its header, before anything of it is decoded. No type that is taken: an animated WebP, since its decoder
 * gives no frame of one (of an animated PNG the picture for those that cannot animate is taken), and a JPEG in the colours of print.
 */
export function look(bytes: Uint8Array): Header | PictureProblem {
  const kind = kindOf(bytes);
  if (kind === undefined || isAnimated(kind, bytes)) return "type";
  const { width, height, components = 3 } = sizeIn[kind](bytes) ?? { width: 0, height: 0 };
  if (components > 3) return "type";
  if (width <= 0 || height <= 0) return "broken";
  const { longestSide, mostPixels } = pictureLimits;
  return Math.max(width, height) > longestSide || width * height > mostPixels ? "size" : { kind, width, height };
}

/** VP8X: the second bit of its flags. */
const isAnimated = (kind: PictureKind, bytes: Uint8Array) =>
  kind === "webp" && text(bytes, 12, 16) === "VP8X" && ((bytes[20] ?? 0) & 0b10) !== 0;

type Size = { readonly width: number; readonly height: number; readonly components?: number };

const sizeIn: Record<PictureKind, (bytes: Uint8Array) => Size | undefined> = {
  png: (bytes) => unlessBroken(() => PNG.calculate(bytes)),
  webp: (bytes) => unlessBroken(() => WEBP.calculate(bytes)),
  jpeg: frameOf,
};

function unlessBroken(read: () => Size): Size | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
