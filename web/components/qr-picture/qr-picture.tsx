import { useEffect, useState } from "preact/hooks";
import type { DrawnCode } from "./draw-code.ts";

interface QrPictureProps {
  readonly text: string;
  /** What it is for, to whoever cannot see it. */
  readonly label: string;
  /** As big as it needs to be beside others, and not as the one thing of the page. */
  readonly small?: boolean;
}

/** Its place while what draws it is fetched, which few people ever need. */
const empty: DrawnCode = { size: 1, path: "" };

/** A QR code, drawn here: what stands in it goes to nobody. Dark on light in the dark too, as cameras want it. */
export function QrPicture({ text, label, small }: QrPictureProps) {
  const [drawn, setDrawn] = useState(empty);
  useEffect(() => {
    let wanted = true;
    setDrawn(empty);
    import("./draw-code.ts").then(
      ({ drawCode }) => wanted && setDrawn(drawCode(text)),
      // The place stays empty: whoever cannot scan has the text beside it.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [text]);
  const { size, path } = drawn;
  return (
    <svg class={small ? "qr qr--small" : "qr"} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <path class="qr__ground" d={`M0 0h${size}v${size}h${-size}z`} />
      <path class="qr__dots" d={path} />
    </svg>
  );
}
