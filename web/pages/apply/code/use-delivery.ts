import { useEffect, useState } from "preact/hooks";
import { call } from "../../../api.ts";
import type { SentTo } from "../../../words/code.ts";
import type { Sent } from "../sent-code.ts";
import { allFinal, between, patience, withNews } from "./delivery.ts";

/** Where the last code went, with what became of it (T48): asked for every 5 seconds, for two minutes or until all is known. */
export function useDelivery(sent: Sent | undefined): readonly SentTo[] {
  const [news, setNews] = useState<{ readonly of: Sent; readonly sentTo: readonly SentTo[] }>();
  useEffect(() => {
    if (!sent || allFinal(sent.sentTo)) return;
    const until = Date.now() + patience;
    let wanted = true;
    let timer = setTimeout(ask, between);
    async function ask() {
      const outcome = document.hidden ? undefined : await call("GET /api/verify-code/delivery");
      if (!wanted || !sent) return;
      // A refusal says that this application has no code any more; a dead line may come back.
      if (outcome && !outcome.ok && outcome.problem.status > 0 && outcome.problem.status < 500) return;
      if (outcome?.ok) setNews({ of: sent, sentTo: outcome.answer.sentTo });
      if (Date.now() + between > until || (outcome?.ok && allFinal(outcome.answer.sentTo))) return;
      timer = setTimeout(ask, between);
    }
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [sent]);
  if (!sent) return [];
  return news?.of === sent ? withNews(sent.sentTo, news.sentTo) : sent.sentTo;
}
