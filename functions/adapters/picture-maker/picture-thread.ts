import { parentPort, workerData } from "node:worker_threads";
import jpegDecode, { init as initJpeg } from "@jsquash/jpeg/decode.js";
import pngDecode, { init as initPng } from "@jsquash/png/decode.js";
import resize, { initResize } from "@jsquash/resize";
import webpDecode, { init as initWebp } from "@jsquash/webp/decode.js";
import webpEncode, { init as initEncode } from "@jsquash/webp/encode.js";
import { pictureLimits } from "../../contract/schemas/pictures.ts";
import type { PictureMaker } from "../../ports/pictures.ts";
import { orientationOf } from "./exif.ts";
import { type Header, look } from "./look.ts";
import { middleSquare, type Pixels, upright } from "./pixels.ts";
import { wasmModule } from "./wasm.ts";

type Made = Awaited<ReturnType<PictureMaker["make"]>>;

const { side } = pictureLimits;
/** What the decoders in C would say on the console. */
const complaints: string[] = [];

const decoders: Record<Header["kind"], (file: ArrayBuffer) => Promise<Pixels>> = {
  async png(file) {
    await initPng(await wasmModule("png"));
    return pngDecode(file);
  },
  async jpeg(file) {
    await initJpeg(await compiledC("jpeg"));
    const pixels = await jpegDecode(file);
    // The rest of a file that ends too early would be grey.
    if (complaints.some((line) => line.includes("Premature end"))) throw new Error("the file ends too early");
    return pixels;
  },
  async webp(file) {
    await initWebp(await compiledC("webp"));
    return webpDecode(file);
  },
};

/** How a module of Emscripten's is told where its code is, and to say nothing on the console. */
async function compiledC(name: Parameters<typeof wasmModule>[0]) {
  const module = await wasmModule(name);
  return {
    instantiateWasm(imports: WebAssembly.Imports, done: (made: never) => void): WebAssembly.Exports {
      const made = new WebAssembly.Instance(module, imports);
      done(made as never);
      return made.exports;
    },
    print() {},
    printErr: (line: string) => void complaints.push(line),
  };
}

/** One picture, made anew. Whatever a decoder throws is a picture that cannot be read. */
async function make(bytes: Uint8Array<ArrayBuffer>): Promise<Made> {
  const header = look(bytes);
  if (typeof header === "string") return { ok: false, problem: header };
  const pixels = await decoders[header.kind](bytes.buffer).catch(() => undefined);
  if (pixels?.width !== header.width || pixels.height !== header.height) return { ok: false, problem: "broken" };
  return { ok: true, webp: await small(pixels, orientationOf(bytes, header.kind)) };
}

async function small(pixels: Pixels, orientation: number): Promise<Uint8Array> {
  const shorter = Math.min(pixels.width, pixels.height);
  const square = middleSquare(pixels, Math.max(1, Math.floor(shorter / (2 * side))));
  await initResize(await wasmModule("resize"));
  const scaled = await resize(square as ImageData, { width: side, height: side });
  await initEncode(await compiledC("encode"));
  return new Uint8Array(await webpEncode(upright(scaled, orientation) as ImageData));
}

parentPort?.postMessage(await make(workerData as Uint8Array<ArrayBuffer>));
