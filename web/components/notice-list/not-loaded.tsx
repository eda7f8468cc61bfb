import { newsWords } from "../../words/news.ts";
import { useWords } from "../../words/words.ts";
import { Button } from "../button/button.tsx";
import { Notice } from "../notice/notice.tsx";

/** In place of notices that did not come. */
export function NoticesNotLoaded({ onRetry }: { readonly onRetry: () => void }) {
  const words = useWords(newsWords);
  return (
    <Notice kind="warning" announce>
      <p>{words.failed}</p>
      <div class="actions">
        <Button onClick={onRetry}>{words.tryAgain}</Button>
      </div>
    </Notice>
  );
}
