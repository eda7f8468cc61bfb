/** 個人頭像 (M20): what may be sent. What is kept is always made anew: WebP, square, of `side` pixels, without metadata. */
export const pictureLimits = {
  types: ["image/png", "image/jpeg", "image/webp"],
  /** Bytes. */
  largest: 2 * 1024 * 1024,
  /** Pixels of either side, and of both: what is larger is refused before it is decoded. */
  longestSide: 8_192,
  mostPixels: 25_000_000,
  side: 256,
} as const;
