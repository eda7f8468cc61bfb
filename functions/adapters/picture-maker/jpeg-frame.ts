export interface Frame {
  readonly width: number;
  readonly height: number;
  /** 1 is grey, 3 the colours of a screen, 4 those of print. */
  readonly components: number;
}

/** SOF: C0 to CF, without the tables DHT, JPG and DAC that stand among them. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
/** TEM, restarts, start and end of a picture, start of its pixels: none has a place before the frame. */
const isMisplaced = (marker: number) => marker <= 0x01 || (marker >= 0xd0 && marker <= 0xda);

/**
 * The frame header of a JPEG. Segments `FF marker length` must follow each other without a gap up to it: a decoder looks for the next
 * one behind a gap, and two readers that look in different places would find two different sizes.
 */
export function frameOf(bytes: Uint8Array): Frame | undefined {
  const at = (place: number) => bytes[place] ?? 0;
  const short = (place: number) => at(place) * 0x100 + at(place + 1);
  for (let place = 2; place + 9 < bytes.length; ) {
    if (at(place) !== 0xff) return undefined;
    const marker = at(place + 1);
    if (marker === 0xff) {
      // A segment may begin with more of them.
      place += 1;
      continue;
    }
    if (isFrame(marker)) return { height: short(place + 5), width: short(place + 7), components: at(place + 9) };
    if (isMisplaced(marker)) return undefined;
    place += 2 + Math.max(2, short(place + 2));
  }
  return undefined;
}
