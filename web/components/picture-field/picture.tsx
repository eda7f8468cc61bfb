import { useEffect, useState } from "preact/hooks";
import { pictureWords } from "../../words/picture.ts";
import { useWords } from "../../words/words.ts";
import { Icon } from "../icon/icon.tsx";

interface PictureProps {
  /** An address, or the bytes that were just chosen; undefined where there is none. */
  readonly source: string | Blob | undefined;
}

/** 個人頭像, or its place. */
export function Picture({ source }: PictureProps) {
  const words = useWords(pictureWords);
  const address = useAddress(source);
  return (
    <span class="picture">
      {address === undefined ? (
        <>
          <Icon name="person" />
          <span class="visually-hidden">{words.none}</span>
        </>
      ) : (
        <img src={address} alt={words.alt} />
      )}
    </span>
  );
}

/** An address for bytes, as long as they are shown. */
function useAddress(source: string | Blob | undefined): string | undefined {
  const [made, setMade] = useState<string>();
  useEffect(() => {
    if (!(source instanceof Blob)) return setMade(undefined);
    const address = URL.createObjectURL(source);
    setMade(address);
    return () => URL.revokeObjectURL(address);
  }, [source]);
  return source instanceof Blob ? made : source;
}
