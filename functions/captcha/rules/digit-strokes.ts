/**
 * How a hand draws a digit: points in a box of 1 by 1 (x to the right, y down) and the strokes that run through them.
 * A stroke is a smooth curve through its points; where two strokes share a point there is a corner.
 */
export type Glyph = { points: [x: number, y: number][]; strokes: number[][] };

/** `points`: x and y in hundredths, a comma between points. `strokes`: which points each runs through, by number. */
function glyph(points: string, strokes: number[][]): Glyph {
  const read = (point: string) =>
    point
      .trim()
      .split(" ")
      .map((part) => Number(part) / 100) as [number, number];
  return { points: points.split(",").map(read), strokes };
}

const hook = [[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 3]];

export const glyphs: readonly Glyph[] = [
  glyph("50 0, 86 16, 98 50, 86 84, 50 100, 14 84, 2 50, 14 16", [[0, 1, 2, 3, 4, 5, 6, 7, 0]]),
  glyph("18 24, 55 0, 55 100, 20 100, 90 100", [
    [0, 1],
    [1, 2],
    [3, 4],
  ]),
  glyph("5 27, 20 6, 50 0, 84 8, 95 30, 80 54, 42 78, 4 100, 100 100", [
    [0, 1, 2, 3, 4, 5, 6, 7],
    [7, 8],
  ]),
  glyph("6 14, 42 0, 82 9, 87 32, 62 46, 36 48, 78 54, 97 74, 82 94, 45 100, 3 87", [
    [0, 1, 2, 3, 4, 5],
    [5, 6, 7, 8, 9, 10],
  ]),
  glyph("70 0, 0 68, 100 68, 70 100", [
    [0, 1],
    [1, 2],
    [0, 3],
  ]),
  glyph("90 0, 20 0, 12 46, 45 37, 84 45, 98 69, 82 92, 45 100, 3 89", [
    [0, 1],
    [1, 2],
    [2, 3, 4, 5, 6, 7, 8],
  ]),
  glyph("84 3, 45 14, 14 42, 3 70, 17 93, 50 100, 84 92, 97 71, 84 51, 50 44, 20 53", hook),
  glyph("3 0, 97 0, 64 45, 40 100", [
    [0, 1],
    [1, 2, 3],
  ]),
  glyph("50 0, 84 10, 86 35, 50 47, 14 35, 16 10, 93 61, 95 88, 50 100, 5 88, 7 61", [
    [0, 1, 2, 3, 4, 5, 0],
    [3, 6, 7, 8, 9, 10, 3],
  ]),
  glyph("16 97, 55 86, 86 58, 97 30, 83 7, 50 0, 16 8, 3 29, 16 49, 50 56, 80 47", hook),
];
