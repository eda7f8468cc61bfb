/** Pixels in rows, four bytes each: red, green, blue, opacity. */
export interface Pixels {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/**
 * The square in the middle, every `by` × `by` pixels of it made one, each by its opacity: a colour that nobody sees tints nothing. Whole
 * steps only, so that the slow and fine way to the last size has few pixels left.
 */
export function middleSquare({ data, width, height }: Pixels, by: number): Pixels {
  const side = Math.max(1, Math.floor(Math.min(width, height) / by));
  const left = Math.floor((width - side * by) / 2);
  const top = Math.floor((height - side * by) / 2);
  const made = new Uint8ClampedArray(side * side * 4);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      let [red, green, blue, opacity] = [0, 0, 0, 0];
      for (let row = 0; row < by; row += 1) {
        let from = ((top + y * by + row) * width + left + x * by) * 4;
        for (let column = 0; column < by; column += 1, from += 4) {
          const seen = data[from + 3] ?? 0;
          red += (data[from] ?? 0) * seen;
          green += (data[from + 1] ?? 0) * seen;
          blue += (data[from + 2] ?? 0) * seen;
          opacity += seen;
        }
      }
      const to = (y * side + x) * 4;
      if (opacity > 0) {
        made[to] = red / opacity;
        made[to + 1] = green / opacity;
        made[to + 2] = blue / opacity;
      }
      made[to + 3] = opacity / (by * by);
    }
  }
  return { data: made, width: side, height: side };
}

/** Where the pixel at x, y of an upright square of `last + 1` comes from, by Exif's orientation. */
const turns: Record<number, (x: number, y: number, last: number) => readonly [x: number, y: number]> = {
  2: (x, y, last) => [last - x, y],
  3: (x, y, last) => [last - x, last - y],
  4: (x, y, last) => [x, last - y],
  5: (x, y) => [y, x],
  6: (x, y, last) => [y, last - x],
  7: (x, y, last) => [last - y, last - x],
  8: (x, y, last) => [last - y, x],
};

/** A square as it is seen when the camera's turn is undone. */
export function upright(square: Pixels, orientation: number): Pixels {
  const turn = turns[orientation];
  if (turn === undefined) return square;
  const { data, width: side } = square;
  const from = new Uint32Array(data.buffer, data.byteOffset, side * side);
  const to = new Uint32Array(side * side);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const [fromX, fromY] = turn(x, y, side - 1);
      to[y * side + x] = from[fromY * side + fromX] ?? 0;
    }
  }
  return { ...square, data: new Uint8ClampedArray(to.buffer) };
}
