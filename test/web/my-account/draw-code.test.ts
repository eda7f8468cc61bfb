import { encode } from "uqr";
import { describe, expect, test } from "vitest";
import { drawCode } from "../../../web/components/qr-picture/draw-code.ts";

/** The modules that an outline of runs covers. */
function covered(path: string, size: number): boolean[][] {
  const rows = Array.from({ length: size }, () => new Array<boolean>(size).fill(false));
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
    rows[Number(y)]?.fill(true, Number(x), Number(x) + Number(length));
  return rows;
}

describe("M63: the QR code of a seed", () => {
  test.each(["otpauth://totp/a?secret=GEZDGNBVGY3TQOJQ", "教育雲端帳號", "x".repeat(300)])(
    "%s is drawn module for module",
    (text) => {
      const { size, path } = drawCode(text);
      expect(covered(path, size)).toEqual(encode(text, { ecc: "M", border: 4 }).data);
    },
  );

  test("four free modules are around it", () => {
    const { size, path } = drawCode("a");
    const rows = covered(path, size);
    const edge = [...rows.slice(0, 4), ...rows.slice(-4)].flat();
    const sides = rows.flatMap((row) => [...row.slice(0, 4), ...row.slice(-4)]);
    expect([...edge, ...sides]).not.toContain(true);
    expect(rows[4]?.[4]).toBe(true);
  });
});
