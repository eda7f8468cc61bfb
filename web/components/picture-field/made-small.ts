import { pictureLimits } from "../../../functions/contract/picture-limits.ts";

export type PictureCode = "picture-type" | "picture-size" | "picture-broken";
export type Made = { readonly ok: true; readonly picture: Blob } | { readonly ok: false; readonly code: PictureCode };

/** Twice what the service keeps: sharp there, and some tens of KB on a phone's line. */
const mostSide = 2 * pictureLimits.side;
const quality = 0.85;

/**
 * The square in the middle of a picture, small, without what a camera wrote beside it. As it is where this browser cannot draw it, so long
 * as the service takes that many bytes.
 */
export async function madeSmall(file: Blob): Promise<Made> {
  if (!pictureLimits.types.some((type) => type === file.type)) return { ok: false, code: "picture-type" };
  const address = URL.createObjectURL(file);
  try {
    const image = await decoded(address);
    if (!image) return { ok: false, code: "picture-broken" };
    const picture = await drawn(image).catch(() => undefined);
    if (picture) return { ok: true, picture };
    return file.size <= pictureLimits.largest ? { ok: true, picture: file } : { ok: false, code: "picture-size" };
  } finally {
    URL.revokeObjectURL(address);
  }
}

async function decoded(address: string): Promise<HTMLImageElement | undefined> {
  const image = new Image();
  image.src = address;
  const isWhole = await image.decode().then(
    () => true,
    () => false,
  );
  return isWhole && image.naturalWidth > 0 && image.naturalHeight > 0 ? image : undefined;
}

async function drawn(image: HTMLImageElement): Promise<Blob | undefined> {
  const { naturalWidth: width, naturalHeight: height } = image;
  const from = Math.min(width, height);
  const side = Math.min(from, mostSide);
  const canvas = document.createElement("canvas");
  canvas.width = side;
  canvas.height = side;
  const context = canvas.getContext("2d");
  if (!context) return undefined;
  context.imageSmoothingQuality = "high";
  context.drawImage(image, (width - from) / 2, (height - from) / 2, from, from, 0, 0, side, side);
  const webp = await written(canvas, "image/webp");
  if (webp?.type === "image/webp") return webp;
  // A browser that writes no WebP writes PNG in its place, ten times as big. JPEG knows no transparency: white, and not black.
  context.globalCompositeOperation = "destination-over";
  context.fillStyle = "#fff";
  context.fillRect(0, 0, side, side);
  return written(canvas, "image/jpeg");
}

const written = (canvas: HTMLCanvasElement, type: string) =>
  new Promise<Blob | undefined>((resolve) => canvas.toBlob((blob) => resolve(blob ?? undefined), type, quality));
