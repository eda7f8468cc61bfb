import { useEffect, useRef } from "preact/hooks";
import { Button } from "../../../components/button/button.tsx";
import { Notice } from "../../../components/notice/notice.tsx";
import { SummaryList } from "../../../components/summary-list/summary-list.tsx";
import { linkAccountWords } from "../../../words/link-legacy.ts";
import { useWords } from "../../../words/words.ts";

interface OtherNameProps {
  /** Of the education account. The other one is not told: it may be another person's. */
  readonly name: string;
  readonly account: string;
  readonly busy: boolean;
  readonly onMine: () => void;
  readonly onCancel: () => void;
}

/** The names differ: whose is where, and whether to go on (M82). Takes the focus, since it stands in the place of the form. */
export function OtherName({ name, account, busy, onMine, onCancel }: OtherNameProps) {
  const words = useWords(linkAccountWords);
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <section class="form" tabIndex={-1} ref={box} aria-label={words.otherName}>
      <Notice kind="warning" heading={words.otherName}>
        <p>{words.otherNameMeans}</p>
      </Notice>
      <SummaryList
        items={[
          { term: words.yourName, detail: <b translate={false}>{name}</b> },
          { term: words.theirName, detail: words.theirNameOf(account) },
        ]}
      />
      <div class="actions">
        <Button kind="primary" onClick={onMine} busy={busy}>
          {words.mine}
        </Button>
        <Button onClick={onCancel} disabled={busy}>
          {words.cancel}
        </Button>
      </div>
    </section>
  );
}
