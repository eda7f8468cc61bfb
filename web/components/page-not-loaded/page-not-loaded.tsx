import { shellWords } from "../../words/shell.ts";
import { useWords } from "../../words/words.ts";
import { Button } from "../button/button.tsx";

/** In place of a page whose program did not arrive. Without any part that would have to be fetched itself. */
export function PageNotLoaded() {
  const words = useWords(shellWords);
  return (
    <div class="page" role="alert">
      <h1>{words.notLoaded}</h1>
      <p>{words.notLoadedTodo}</p>
      <div class="actions">
        <Button kind="primary" onClick={() => location.reload()}>
          {words.reload}
        </Button>
      </div>
    </div>
  );
}
