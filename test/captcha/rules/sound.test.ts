import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { speakDigits } from "../../../functions/captcha/rules/sound.ts";
import { recordings, type SoundLanguage } from "../../../functions/captcha/sounds/recordings.ts";

const rate = 8000;
const languages: SoundLanguage[] = ["zh", "en"];
const digits = [..."0123456789"];

const wavs = (language: SoundLanguage): Record<string, Uint8Array> =>
  Object.fromEntries(Object.entries(recordings[language]).map(([digit, text]) => [digit, Buffer.from(text, "base64")]));
const samples = (file: Uint8Array) => file.subarray(44, 44 + Buffer.from(file).readUInt32LE(40));

/** Stretches of sound with at least 0.2 s of silence between: as many as an ear counts. */
function countWords(file: Uint8Array): number {
  let words = 0;
  let still = rate;
  for (const sample of samples(file)) {
    const loud = Math.abs(sample - 128) > 6;
    if (loud && still > 0.2 * rate) words += 1;
    still = loud ? 0 : still + 1;
  }
  return words;
}

describe.each(languages)("the recordings in %s (M25)", (language) => {
  test("are the ten WAV files of the folder", () => {
    for (const digit of digits) {
      const file = new URL(`../../../functions/captcha/sounds/${language}/${digit}.wav`, import.meta.url);
      expect(Buffer.from(recordings[language][digit] ?? "", "base64").equals(readFileSync(file))).toBe(true);
    }
  });

  test.each(digits)("%s is one word of a quarter to one second, loud, within 8 KB", (digit) => {
    const file = wavs(language)[digit]!;
    const sound = samples(file);
    expect(file.length).toBeLessThanOrEqual(8192);
    expect(sound.length / rate).toBeGreaterThan(0.25);
    expect(sound.length / rate).toBeLessThan(1);
    expect(Math.max(...sound)).toBeGreaterThan(200);
    expect(countWords(file)).toBe(1);
  });

  test("are ten different sounds", () => {
    expect(new Set(Object.values(recordings[language])).size).toBe(10);
  });

  test("any captcha is spoken as three words, with whatever noise", () => {
    const noise = fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { maxLength: 6 });
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{3}$/), noise, (captcha, numbers) => {
        expect(countWords(speakDigits(captcha, wavs(language), numbers))).toBe(3);
      }),
      { numRuns: 30 },
    );
  });
});

describe("the sound of a captcha (M25)", () => {
  test("is a WAV file whose header tells its true length", () => {
    for (const captcha of ["000", "158", "999", "12"]) {
      const file = Buffer.from(speakDigits(captcha, wavs("zh")));
      expect(file.toString("latin1", 0, 4)).toBe("RIFF");
      expect(file.toString("latin1", 8, 16)).toBe("WAVEfmt ");
      expect(file.readUInt32LE(4)).toBe(file.length - 8);
      expect(file.readUInt32LE(24)).toBe(rate);
      expect(file.length - 44 - file.readUInt32LE(40)).toBeLessThanOrEqual(1);
      expect(file.length % 2).toBe(0);
    }
  });

  test("holds the recordings themselves at full loudness, in the order of the digits", () => {
    const spoken = Buffer.from(speakDigits("73", wavs("en"), [0, 1, 0, 1]));
    const [seven, three] = ["7", "3"].map((digit) => Buffer.from(samples(wavs("en")[digit]!)));
    expect(spoken.indexOf(seven!)).toBeGreaterThan(44);
    expect(spoken.indexOf(three!)).toBeGreaterThan(spoken.indexOf(seven!) + seven!.length);
  });

  test("differs between two captchas of the same digits (T14)", () => {
    const [one, other] = [0.2, 0.8].map((number) => speakDigits("358", wavs("zh"), Array(6).fill(number)));
    expect(Buffer.from(one!).equals(Buffer.from(other!))).toBe(false);
  });

  test("lasts no longer than five seconds", () => {
    for (const language of languages) {
      for (const digit of digits) {
        const file = speakDigits(digit.repeat(3), wavs(language), Array(6).fill(0.999));
        expect(samples(file).length / rate).toBeLessThan(5);
      }
    }
  });
});

describe("a recording that is none", () => {
  const good = Buffer.from(recordings.en[5]!, "base64");
  const changed = (offset: number, byte: number) => Buffer.from(good).fill(byte, offset, offset + 1);

  test("is passed over when chunks of other names stand before its sound", () => {
    const list = Buffer.from("LIST\u0003\u0000\u0000\u0000abc\u0000", "latin1");
    const longer = Buffer.concat([good.subarray(0, 12), list, good.subarray(12)]);
    expect(speakDigits("5", { 5: longer })).toEqual(speakDigits("5", { 5: good }));
  });

  test.each([
    ["missing", undefined],
    ["empty", new Uint8Array()],
    ["no RIFF", changed(0, 65)],
    ["no WAVE", changed(8, 65)],
    ["compressed", changed(20, 7)],
    ["stereo", changed(22, 2)],
    ["of another rate", changed(25, 0x3e)],
    ["of 16 bits", changed(34, 16)],
    ["without a form", changed(12, 65)],
    ["without sound", changed(36, 65)],
    ["cut short", good.subarray(0, good.length - 500)],
  ])("%s: refused with a TypeError", (_, file) => {
    expect(() => speakDigits("5", file ? { 5: file } : {})).toThrow(TypeError);
  });

  test("random bytes give a TypeError and no other fault", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), fc.boolean(), (bytes, withHeader) => {
        const file = withHeader ? Buffer.concat([good.subarray(0, 12), bytes]) : bytes;
        expect(() => speakDigits("5", { 5: file })).toThrow(TypeError);
      }),
    );
  });
});
