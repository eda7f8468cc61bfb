import type { Page } from "playwright-core";

/** A photo as a camera gives it, drawn by the browser: `width` × `height`, a disc on a coloured ground. */
export async function photo(page: Page, width: number, height: number, type = "image/jpeg") {
  const bytes = await page.evaluate(
    async ([across, down, kind]) => {
      const canvas = document.createElement("canvas");
      canvas.width = across;
      canvas.height = down;
      const context = canvas.getContext("2d") as CanvasRenderingContext2D;
      context.fillStyle = "teal";
      context.fillRect(0, 0, across, down);
      context.fillStyle = "wheat";
      context.arc(across / 2, down / 2, down / 3, 0, 7);
      context.fill();
      const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, kind));
      return [...new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0))];
    },
    [width, height, type] as const,
  );
  return { name: `photo.${type.split("/")[1]}`, mimeType: type, buffer: Buffer.from(bytes) };
}
