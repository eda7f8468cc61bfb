import { type Glyph, glyphs } from "./digit-strokes.ts";
import { captchaLength } from "./digits.ts";

type Point = [x: number, y: number];

const width = 160;
const height = 56;
const curves = 3;
const curvePoints = 6;
const noisePerDigit = 7 + 2 * Math.max(...glyphs.map((glyph) => glyph.points.length));
const noisePerCurve = 1 + curvePoints;
const noiseForOrder = 64;
/** How many numbers in [0, 1) a picture takes. */
export const noiseNeeded = captchaLength * noisePerDigit + curves * noisePerCurve + noiseForOrder;

/**
 * The picture of a captcha (M25): an SVG of 160 × 56 with its own grey box, so it reads the same on a light and a dark
 * page. The digits are there as strokes only. Every stroke, of a digit or of the curves over them, is cut into short
 * pieces and the pieces are put in a random order, so the text of the file says nothing that looking would not. A
 * program that looks will read it (T14): solving a captcha raises no limit.
 * @param noise `noiseNeeded` numbers in [0, 1); the same numbers give the same picture
 */
export function drawDigits(digits: string, noise: number[]): string {
  if (!/^[0-9]{3}$/.test(digits)) throw new RangeError("A captcha has three digits");
  if (noise.length < noiseNeeded) throw new RangeError(`A picture takes ${noiseNeeded} random numbers`);
  const left = [...noise];
  const next = (low: number, high: number) => low + left.shift()! * (high - low);
  const pieces = [...digits].flatMap((digit, place) =>
    drawDigit(glyphs[Number(digit)]!, place, left.splice(0, noisePerDigit)),
  );
  for (let curve = 0; curve < curves; curve += 1) pieces.push(...drawCurve(next));
  const order = new Map(pieces.map((piece) => [piece, left.shift()!]));
  pieces.sort((a, b) => order.get(a)! - order.get(b)!);
  const box = `<rect width="${width}" height="${height}" rx="4" fill="#d4d4d4"/>`;
  const style = `fill="none" stroke="#2b2b2b" stroke-linecap="round" stroke-linejoin="round"`;
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${box}<g ${style}>${pieces.join("")}</g></svg>`;
}

/** One digit in its third of the box: moved, turned up to 14°, stretched, slanted, each of its points shaken. */
function drawDigit(glyph: Glyph, place: number, noise: number[]): string[] {
  const next = (low: number, high: number) => low + noise.shift()! * (high - low);
  const centre: Point = [29 + 51 * place + next(-5, 5), height / 2 + next(-4, 4)];
  const turn = next(-0.24, 0.24);
  const [wide, high, slant, stroke] = [next(20, 26), next(30, 38), next(-0.18, 0.18), next(3, 4.4)];
  const points = glyph.points.map(([x, y]): Point => {
    const [dy, shaken] = [(y - 0.5) * high + next(-1.3, 1.3), next(-1.3, 1.3)];
    const dx = (x - 0.5) * wide + shaken - slant * dy;
    return [
      centre[0] + dx * Math.cos(turn) - dy * Math.sin(turn),
      centre[1] + dx * Math.sin(turn) + dy * Math.cos(turn),
    ];
  });
  return glyph.strokes.flatMap((stops) => cut(smooth(stops.map((stop) => points[stop]!)), stroke));
}

/** A thin curve from edge to edge, across all three digits. */
function drawCurve(next: (low: number, high: number) => number): string[] {
  const stroke = next(1, 1.7);
  const step = (width + 8) / (curvePoints - 1);
  const points = Array.from({ length: curvePoints }, (_, stop): Point => [stop * step - 4, next(5, height - 5)]);
  return cut(smooth(points), stroke);
}

/** Points along the Catmull–Rom spline through `stops`, five to each span; it closes smoothly where it ends as it began. */
function smooth(stops: Point[]): Point[] {
  const last = stops.length - 1;
  const closed = stops[0] === stops[last];
  const at = (stop: number) => stops[closed ? (stop + last) % last : Math.min(Math.max(stop, 0), last)]!;
  const points: Point[] = [at(0)];
  for (let span = 0; span < last; span += 1) {
    for (const t of [0.2, 0.4, 0.6, 0.8, 1]) {
      points.push([0, 1].map((axis) => spline(t, ...([-1, 0, 1, 2].map((k) => at(span + k)[axis]) as Quad))) as Point);
    }
  }
  return points;
}

type Quad = [number, number, number, number];

function spline(t: number, ...[a, b, c, d]: Quad): number {
  return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t ** 2 + (3 * b - a - 3 * c + d) * t ** 3);
}

/** A line as pieces of at most five segments, each beginning where the one before ended. */
function cut(points: Point[], stroke: number): string[] {
  const pieces: string[] = [];
  for (let start = 0; start < points.length - 1; start += 5) {
    const stops = points.slice(start, start + 6).map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`);
    pieces.push(`<path d="M${stops.join("L")}" stroke-width="${stroke.toFixed(1)}"/>`);
  }
  return pieces;
}
