import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/** The decoders and what else works on pixels. The bundler knows these lines: it lays the files beside the bundle. */
const files = {
  png: import.meta.resolve("@jsquash/png/codec/pkg/squoosh_png_bg.wasm"),
  jpeg: import.meta.resolve("@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm"),
  webp: import.meta.resolve("@jsquash/webp/codec/dec/webp_dec.wasm"),
  encode: import.meta.resolve("@jsquash/webp/codec/enc/webp_enc_simd.wasm"),
  resize: import.meta.resolve("@jsquash/resize/lib/resize/pkg/squoosh_resize_bg.wasm"),
};

/** 384 MB in pages of 64 KB: what 25 million pixels take in the worst way of writing them, and no more whatever a file says. */
const mostPages = 6_144;
const memorySection = 5;

/** One of them, which can ask for no more memory than `mostPages`. */
export async function wasmModule(name: keyof typeof files): Promise<WebAssembly.Module> {
  return new WebAssembly.Module(bounded(await readFile(fileURLToPath(files[name]))));
}

/**
 * The module with another upper bound in its memory section (`count flags least most`):
 * https://webassembly.github.io/spec/core/binary/modules.html#memory-section
 * @throws when there is no such section
 */
export function bounded(wasm: Uint8Array, most = mostPages): Uint8Array<ArrayBuffer> {
  for (let at = 8; at < wasm.length; ) {
    const [length, from] = readNumber(wasm, at + 1);
    if (wasm[at] === memorySection) {
      const [least] = readNumber(wasm, from + 2);
      const content = [1, 1, ...written(least), ...written(most)];
      const section = [memorySection, ...written(content.length), ...content];
      return Uint8Array.from(Buffer.concat([wasm.subarray(0, at), Buffer.from(section), wasm.subarray(from + length)]));
    }
    at = from + length;
  }
  throw new Error("a module without a memory of its own");
}

/** LEB128, unsigned: the number and where it ends. */
function readNumber(bytes: Uint8Array, at: number): [value: number, end: number] {
  const byte = bytes[at] ?? 0;
  if (byte < 0x80) return [byte, at + 1];
  const [rest, end] = readNumber(bytes, at + 1);
  return [(byte & 0x7f) + rest * 0x80, end];
}

const written = (value: number): number[] =>
  value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...written(Math.floor(value / 0x80))];
