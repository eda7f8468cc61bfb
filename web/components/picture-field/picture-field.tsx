import { useRef, useState } from "preact/hooks";
import { pictureLimits } from "../../../functions/contract/picture-limits.ts";
import { errorSentence, hasErrorWords } from "../../words/first-errors.ts";
import { pictureWords } from "../../words/picture.ts";
import { useSay, useWords } from "../../words/words.ts";
import { Button } from "../button/button.tsx";
import { describedBy, Field } from "../field/field.tsx";
import { madeSmall, type PictureCode } from "./made-small.ts";
import { Picture } from "./picture.tsx";

interface PictureFieldProps {
  readonly id: string;
  /** What was chosen, made small; or the address of the one that is kept. */
  readonly value: Blob | string | undefined;
  /** Undefined when it was removed. What cannot be a picture is told here and changes nothing. */
  readonly onChange: (picture: Blob | undefined) => void;
  readonly error?: string | undefined;
  /** What became of it, in place of what the field itself has to say. */
  readonly news?: string | undefined;
}

type News = "preparing" | "ready" | "removed";

/** 個人頭像 (M20): chosen, made small in the browser, shown as it will be seen, and taken back. */
export function PictureField({ id, value, onChange, error, news: told }: PictureFieldProps) {
  const words = useWords(pictureWords);
  const say = useSay();
  const input = useRef<HTMLInputElement>(null);
  const [news, setNews] = useState<News>();
  const [refused, setRefused] = useState<PictureCode>();
  // The last that was chosen counts, whichever is ready first.
  const chosen = useRef<Blob>(undefined);

  const choose = async (file: File) => {
    chosen.current = file;
    setRefused(undefined);
    setNews("preparing");
    const made = await madeSmall(file);
    if (!made.ok) await hasErrorWords(made.code);
    if (chosen.current !== file) return;
    setNews(made.ok ? "ready" : undefined);
    if (made.ok) onChange(made.picture);
    else setRefused(made.code);
  };
  const remove = () => {
    chosen.current = undefined;
    setRefused(undefined);
    setNews("removed");
    onChange(undefined);
    // The button goes away with the picture.
    input.current?.focus();
  };
  const wrong = refused ? say(errorSentence(refused)) : error;
  const field = { id, label: words.label, hint: words.hint, error: wrong };
  return (
    <Field {...field}>
      <div class="picture-field">
        <Picture source={value} />
        <div class="picture-field__buttons">
          <label class="button button--secondary picture-field__pick">
            <input
              ref={input}
              class="visually-hidden"
              type="file"
              id={id}
              name={id}
              accept={pictureLimits.types.join()}
              aria-invalid={wrong ? "true" : undefined}
              aria-describedby={describedBy(field)}
              onChange={(event) => {
                const [file] = event.currentTarget.files ?? [];
                if (file) void choose(file);
                // The same one chosen again is a choice too.
                event.currentTarget.value = "";
              }}
            />
            {value === undefined ? words.choose : words.other}
          </label>
          {value !== undefined && (
            <Button kind="quiet" onClick={remove}>
              {words.remove}
            </Button>
          )}
          <p class="picture-field__news" role="status">
            {told ?? (news && !wrong && words[news])}
          </p>
        </div>
      </div>
    </Field>
  );
}
