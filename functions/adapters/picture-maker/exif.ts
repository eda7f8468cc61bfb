import type { PictureKind } from "./look.ts";

/** How a camera was held, as Exif says it: 1 upright … 8; 1 where nothing, or nothing readable, is said. */
export function orientationOf(bytes: Uint8Array, kind: PictureKind): number {
  try {
    const block = blocks[kind](Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    const said = block === undefined ? 1 : orientationIn(block);
    return Number.isInteger(said) && said >= 1 && said <= 8 ? said : 1;
  } catch {
    // Read past the end of a block that lies about its length.
    return 1;
  }
}

/** Where each kind keeps its Exif block, a small TIFF file. */
const blocks: Record<PictureKind, (file: Buffer) => Buffer | undefined> = {
  /** Segments `FF xx length`, until the pixels begin. */
  jpeg(file) {
    for (let at = 2; file[at] === 0xff && file[at + 1] !== 0xda; at += 2 + file.readUInt16BE(at + 2)) {
      const isExif = file[at + 1] === 0xe1 && file.toString("latin1", at + 4, at + 10) === "Exif\0\0";
      if (isExif) return file.subarray(at + 10, at + 2 + file.readUInt16BE(at + 2));
    }
    return undefined;
  },
  /** Chunks `length name data checksum`. */
  png(file) {
    for (let at = 8; at + 8 <= file.length; at += 12 + file.readUInt32BE(at)) {
      if (file.toString("latin1", at + 4, at + 8) === "eXIf")
        return file.subarray(at + 8, at + 8 + file.readUInt32BE(at));
    }
    return undefined;
  },
  /** Chunks `name length data`, padded to even. */
  webp(file) {
    for (let at = 12; at + 8 <= file.length; at += 8 + file.readUInt32LE(at + 4) + (file.readUInt32LE(at + 4) % 2)) {
      if (file.toString("latin1", at, at + 4) === "EXIF")
        return file.subarray(at + 8, at + 8 + file.readUInt32LE(at + 4));
    }
    return undefined;
  },
};

const orientationTag = 0x0112;

/** The first directory's entry `Orientation`; throws when the block is shorter than it says. */
function orientationIn(tiff: Buffer): number {
  const isLittle = tiff.toString("latin1", 0, 2) === "II";
  const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const first = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  const entries = short(first);
  for (let entry = 0; entry < entries; entry += 1) {
    const at = first + 2 + entry * 12;
    if (short(at) === orientationTag) return short(at + 8);
  }
  return 1;
}
