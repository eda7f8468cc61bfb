import { randomInt } from "node:crypto";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { pictureMaker } from "../../functions/adapters/picture-maker/picture-maker.ts";
import { bounded } from "../../functions/adapters/picture-maker/wasm.ts";
import { bundleFunctions } from "../../lib/build/bundle.ts";
import { temporaryFolder } from "../local/temporary-folder.ts";
import { jpeg, jpegByHand, png, quarters, webp } from "./files.ts";

const { pictures } = await bundleFunctions({ outDir: temporaryFolder() }, ["pictures"]);
/** As the cloud has it. */
const thread = pathToFileURL(`${pictures.dir}/picture-thread.mjs`);

const files = [
  png(60, 60, quarters(60, 60)),
  await jpeg(60, 60, quarters(60, 60)),
  await webp(60, 60, (x, y) => [x, y, (x * y) & 255]),
];

/** A file with some bytes changed, taken out or repeated. */
function mutated(file: Buffer): Buffer {
  let bytes = Buffer.from(file);
  for (let changes = randomInt(1, 6); changes > 0; changes -= 1) {
    const at = randomInt(bytes.length);
    const kind = randomInt(4);
    if (kind === 0) bytes[at] = randomInt(256);
    else if (kind === 1) bytes[at] = [0, 255, 127, 128][randomInt(4)]!;
    else if (kind === 2) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + randomInt(1, 9))]);
    else bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(Math.max(0, at - randomInt(1, 200)))]);
  }
  return bytes;
}

describe("hostile files", () => {
  it("300 mutated ones: each is made anew or refused, and none ends anything but its own thread", async () => {
    const makers = [pictureMaker({ thread }), pictureMaker({ thread })];
    const outcomes = new Map<string, number>();
    await Promise.all(
      Array.from({ length: 300 }, async (_, index) => {
        const file = mutated(files[index % files.length]!);
        const made = await makers[index % 2]!.make(file).catch((error: unknown) => {
          throw new Error(`${file.toString("base64")}`, { cause: error });
        });
        const outcome = made.ok ? "made" : made.problem;
        if (made.ok) expect(Buffer.from(made.webp).toString("latin1", 8, 12)).toBe("WEBP");
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      }),
    );
    // Some of each, or it is not the decoders that were tried.
    expect(outcomes.get("made")).toBeGreaterThan(10);
    expect(outcomes.get("broken")).toBeGreaterThan(10);
  }, 240_000);

  it("a file that keeps its decoder busy is given up, and the next one is not kept waiting by it", async () => {
    const hasty = pictureMaker({ patience: 1, thread });
    const scans = jpegByHand(5_000, 5_000, 3);
    expect(await hasty.make(scans)).toEqual({ ok: false, problem: "broken" });
    expect((await pictureMaker({ thread }).make(files[0]!)).ok).toBe(true);
  });

  it("a decoder gets no more memory than the largest picture needs", async () => {
    const memory = (most: number[]) => [5, 3 + most.length, 1, most.length === 0 ? 0 : 1, 1, ...most];
    const header = [0, 97, 115, 109, 1, 0, 0, 0];
    const exported = [7, 5, 1, 1, 109, 2, 0];
    for (const wasm of [memory([]), memory([16]), memory([0x80, 0x80, 4])].map((section) => [
      ...header,
      ...section,
      ...exported,
    ])) {
      const [, length = 0] = wasm.slice(8);
      expect(wasm[10 + length]).toBe(7);
      const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bounded(Uint8Array.from(wasm), 300)));
      const grown = exports.m as WebAssembly.Memory;
      expect(grown.grow(299)).toBe(1);
      expect(() => grown.grow(1)).toThrow(RangeError);
    }
    expect(() => bounded(Uint8Array.from(header))).toThrow("without a memory");
  });
});
