import { encode } from "uqr";

export interface DrawnCode {
  /** Modules a side, the free edge that cameras want included. */
  readonly size: number;
  /** An SVG path of the dark modules. */
  readonly path: string;
}

/** A QR code of `text`: one outline for each run of dark modules of a row. */
export function drawCode(text: string): DrawnCode {
  const { data, size } = encode(text, { ecc: "M", border: 4 });
  const path = data.map((row, y) =>
    [
      ...row
        .map((dark) => (dark ? "x" : " "))
        .join("")
        .matchAll(/x+/g),
    ]
      .map(({ index, 0: { length } }) => `M${index} ${y}h${length}v1h${-length}z`)
      .join(""),
  );
  return { size, path: path.join("") };
}
