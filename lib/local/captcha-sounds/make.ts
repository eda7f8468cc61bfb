// Makes the digit recordings of the captcha anew: node lib/local/captcha-sounds/make.ts
// Needs espeak-ng and sox on the PATH. Run it by hand, once; the service only reads what it wrote.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const sounds = fileURLToPath(new URL("../../../functions/captcha/sounds/", import.meta.url));
/** The Lambda bundle carries the recordings as base64, and it has 400 KB in all. */
const mostBase64 = 120 * 1024;

// Mandarin is given in pinyin: espeak-ng 1.51 reads 一 and seven more of the ten characters, standing alone, as English words.
const voices = {
  zh: { voice: "cmn-latn-pinyin", speed: 105, words: "ling2 yi1 er4 san1 si4 wu3 liu4 qi1 ba1 jiu3".split(" ") },
  en: { voice: "en-us", speed: 130, words: "zero one two three four five six seven eight nine".split(" ") },
};

/** One word as a WAV file of 8 kHz, 8 bit, mono: silence cut off at both ends, as loud as it goes, edges faded against clicks. */
function record(voice: string, speed: number, word: string, target: string): void {
  const folder = mkdtempSync(join(tmpdir(), "captcha-sounds-"));
  const spoken = join(folder, "spoken.wav");
  execFileSync("espeak-ng", ["-v", voice, "-s", String(speed), "-w", spoken, word]);
  const trimStart = ["silence", "1", "0.01", "0.5%", "fade", "0.005"];
  // At 8 kHz most of an s or a q is gone; what is left of it, above 2.5 kHz, is lifted so that 四 and six keep theirs.
  const lift = ["gain", "-16", "treble", "12", "2500"];
  const effects = [...trimStart, "reverse", ...trimStart, "reverse", ...lift, "rate", "8000", "norm", "-1"];
  execFileSync("sox", [spoken, "-b", "8", "-c", "1", target, ...effects]);
  rmSync(folder, { recursive: true });
}

const lines: string[] = [];
for (const [language, { voice, speed, words }] of Object.entries(voices)) {
  mkdirSync(join(sounds, language), { recursive: true });
  lines.push(`  ${language}: {`);
  for (const [digit, word] of words.entries()) {
    const file = join(sounds, language, `${digit}.wav`);
    record(voice, speed, word, file);
    lines.push(`    ${digit}: "${readFileSync(file).toString("base64")}",`);
  }
  lines.push("  },");
}

const text = `// Made by lib/local/captcha-sounds/make.ts from the WAV files beside it: a Lambda bundle is one script, without files.
// Do not edit. Each string is a whole WAV file (8 kHz, 8 bit, mono) in base64.
export type SoundLanguage = "zh" | "en";

export const recordings: Record<SoundLanguage, Record<string, string>> = {
${lines.join("\n")}
};
`;
if (text.length > mostBase64)
  throw new Error(`The recordings take ${text.length} characters; ${mostBase64} are allowed.`);
writeFileSync(join(sounds, "recordings.ts"), text);
