import { useState } from "preact/hooks";
import type { ProblemCode } from "../../../api.ts";
import { call, upload } from "../../../api.ts";
import { PictureField } from "../../../components/picture-field/picture-field.tsx";
import { errorSentence } from "../../../words/first-errors.ts";
import { myDetailsWords } from "../../../words/my-details.ts";
import { useSay, useWords } from "../../../words/words.ts";

type News = "sending" | "pictureKept" | "pictureGone";

/** 個人頭像 of an account: changed as soon as one is chosen. Until the service has it, and where it does not take it, the one before stays. */
export function OwnPicture({ kept }: { readonly kept: string | undefined }) {
  const words = useWords(myDetailsWords);
  const say = useSay();
  const [picture, setPicture] = useState<Blob | string | undefined>(kept);
  const [news, setNews] = useState<News>();
  const [refused, setRefused] = useState<ProblemCode>();

  const change = async (chosen: Blob | undefined) => {
    if (news === "sending") return;
    setRefused(undefined);
    setNews("sending");
    const outcome = await (chosen
      ? upload("POST /api/my-account/picture", chosen)
      : call("POST /api/my-account/picture/remove"));
    setNews(outcome.ok ? (chosen ? "pictureKept" : "pictureGone") : undefined);
    if (outcome.ok) setPicture(outcome.answer.picture);
    else setRefused(outcome.problem.code);
  };
  return (
    <section>
      <PictureField
        id="picture"
        value={picture}
        onChange={(chosen) => void change(chosen)}
        error={refused && say(errorSentence(refused))}
        news={news && words[news]}
      />
      <p class="muted">{words.pictureLead}</p>
    </section>
  );
}
