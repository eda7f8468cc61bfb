import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawDigits, noiseNeeded } from "../../../functions/captcha/rules/picture.ts";

const everyCaptcha = Array.from({ length: 1000 }, (_, number) => String(number).padStart(3, "0"));
const noises = fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), {
  minLength: noiseNeeded,
  maxLength: noiseNeeded,
});
/** Evenly spread, as the real ones are; a property tries the extremes too. */
const evenNoises = fc.array(
  fc.noBias(fc.nat(65_535)).map((number) => number / 65_536),
  { minLength: noiseNeeded, maxLength: noiseNeeded, size: "max" },
);
const fewNoises = fc.sample(evenNoises, { numRuns: 20, seed: 25 });

/** The whole language of a picture: one box and strokes of plain numbers. What matches is well-formed, and has no place for words. */
const piece = /<path d="M-?[0-9.]+ -?[0-9.]+(?:L-?[0-9.]+ -?[0-9.]+){5}" stroke-width="[0-9.]+"\/>/g;
const frame =
  /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="160" height="56" viewBox="0 0 160 56"><rect [^<>]*fill="#d4d4d4"\/><g [^<>]*><\/g><\/svg>$/;

function piecesOf(picture: string): string[] {
  return picture.match(piece) ?? [];
}

describe("the picture of a captcha (M25)", () => {
  test("holds a grey box and strokes, and nothing else, for each of the 1,000 captchas", () => {
    for (const [number, digits] of everyCaptcha.entries()) {
      const picture = drawDigits(digits, fewNoises[number % fewNoises.length]!);
      expect(picture.replace(piece, "")).toMatch(frame);
      expect(piecesOf(picture).length).toBeGreaterThan(15);
    }
  });

  test("stays inside its box for any digits and any noise, but for the ends of the curves", () => {
    fc.assert(
      fc.property(fc.constantFrom(...everyCaptcha), noises, (digits, noise) => {
        for (const [, x, y] of drawDigits(digits, noise).matchAll(/[ML](-?[0-9.]+) (-?[0-9.]+)/g)) {
          expect(Number(x)).toBeGreaterThanOrEqual(-4);
          expect(Number(x)).toBeLessThanOrEqual(164);
          expect(Number(y)).toBeGreaterThanOrEqual(-3);
          expect(Number(y)).toBeLessThanOrEqual(59);
        }
      }),
    );
  });

  test("is the same for the same noise and shares no stroke with another of the same digits (T14)", () => {
    const [one = [], other = []] = fewNoises.slice(-2);
    expect(drawDigits("358", one)).toBe(drawDigits("358", one));
    const strokes = new Set(piecesOf(drawDigits("358", one)));
    expect(piecesOf(drawDigits("358", other)).filter((stroke) => strokes.has(stroke))).toEqual([]);
  });

  test("names no digit: the frame around the strokes is the same whatever the captcha (T14)", () => {
    const frames = everyCaptcha.map((digits) => drawDigits(digits, fewNoises[0]!).replace(piece, ""));
    expect(new Set(frames).size).toBe(1);
  });

  test("puts its strokes in an order that does not follow the digits (T14)", () => {
    const starts = fewNoises.map((noise) =>
      piecesOf(drawDigits("111", noise)).map((stroke) => Number(/M(-?[0-9.]+)/.exec(stroke)?.[1])),
    );
    const firsts = new Set(starts.map(([x = 0]) => Math.floor(x / 40)));
    expect(firsts.size).toBeGreaterThan(1);
  });

  test.each(["", "12", "1234", "1a2", "１２３", "12\n"])("is refused for %j", (digits) => {
    expect(() => drawDigits(digits, fewNoises[0]!)).toThrow(RangeError);
  });

  test("is refused with too few random numbers", () => {
    expect(() => drawDigits("123", fewNoises[0]!.slice(1))).toThrow(RangeError);
  });

  test("is small enough for a slow phone: under 5 KB", () => {
    for (const noise of fewNoises) expect(drawDigits("888", noise).length).toBeLessThan(5000);
  });
});
