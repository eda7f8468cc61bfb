import { partWords } from "../../words/parts.ts";
import { useWords } from "../../words/words.ts";

/**
 * The place of what is still on its way, as high as it will be: nothing jumps when it comes, nothing moves while it waits.
 * `lines` is how many lines of text will stand here.
 */
export function Loading({ lines = 3 }: { readonly lines?: number }) {
  const words = useWords(partWords);
  return (
    <div class="loading" role="status">
      <span class="visually-hidden">{words.loading}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span class="loading__line" key={line} aria-hidden="true" />
      ))}
    </div>
  );
}
