/** Of every recording and of what is made of them: WAV with 8-bit samples (unsigned, 128 is silence), one channel, 8 kHz. */
const rate = 8000;
const silence = 128;
/** Seconds. The lead-in is for headphones that wake up late; the pause between digits leaves time to type. */
const pauses = { before: 0.3, shortest: 0.45, longest: 0.75, after: 0.2 };
const softest = 0.7;

/**
 * The digits of a captcha spoken one after the other (M25), as one WAV file.
 * @param recordings a whole WAV file for each digit; one that is missing or of another form throws a TypeError
 * @param noise numbers in [0, 1), a pause and a loudness for each digit, so no two sounds are alike; 0.5 for each left out
 */
export function speakDigits(
  digits: string,
  recordings: Record<string, Uint8Array>,
  noise: number[] = [],
): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [quiet(pauses.before)];
  for (const [place, digit] of [...digits].entries()) {
    const [pause = 0.5, loudness = 0.5] = noise.slice(2 * place, 2 * place + 2);
    if (place > 0) parts.push(quiet(pauses.shortest + pause * (pauses.longest - pauses.shortest)));
    const recording = recordings[digit];
    if (!recording) throw new TypeError("There is no recording of a character of the captcha");
    const volume = softest + loudness * (1 - softest);
    parts.push(samplesOf(recording).map((sample) => Math.round(silence + (sample - silence) * volume)));
  }
  return wav([...parts, quiet(pauses.after)]);
}

function quiet(seconds: number): Uint8Array {
  return new Uint8Array(Math.round(seconds * rate)).fill(silence);
}

/** The samples inside a WAV file (RIFF, Microsoft and IBM 1991): chunks of a name, a length and that many bytes, padded to even. */
function samplesOf(file: Uint8Array): Uint8Array {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (file.length < 12 || nameAt(file, 0) !== "RIFF" || nameAt(file, 8) !== "WAVE") throw new TypeError("No WAV file");
  let rightForm = false;
  let start = 12;
  while (start + 8 <= file.length) {
    const [name, body, length] = [nameAt(file, start), start + 8, view.getUint32(start + 4, true)];
    if (body + length > file.length) throw new TypeError("A WAV file cut short");
    if (name === "fmt " && length >= 16) rightForm = hasRightForm(view, body);
    if (name === "data") {
      if (!rightForm) throw new TypeError("A WAV file of another form than 8 kHz, 8 bit, mono");
      return file.subarray(body, body + length);
    }
    start = body + length + (length % 2);
  }
  throw new TypeError("A WAV file without sound");
}

function nameAt(file: Uint8Array, start: number): string {
  return String.fromCharCode(...file.subarray(start, start + 4));
}

function hasRightForm(view: DataView, body: number): boolean {
  const [format, channels, bits] = [0, 2, 14].map((offset) => view.getUint16(body + offset, true));
  return format === 1 && channels === 1 && bits === 8 && view.getUint32(body + 4, true) === rate;
}

function wav(parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const file = new Uint8Array(44 + length + (length % 2));
  const view = new DataView(file.buffer);
  const name = (offset: number, text: string) =>
    file.set(
      [...text].map((letter) => letter.charCodeAt(0)),
      offset,
    );
  name(0, "RIFF");
  view.setUint32(4, file.length - 8, true);
  name(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  // PCM, one channel, samples a second, bytes a second, bytes a sample, bits a sample.
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  name(36, "data");
  view.setUint32(40, length, true);
  let start = 44;
  for (const part of parts) {
    file.set(part, start);
    start += part.length;
  }
  return file;
}
