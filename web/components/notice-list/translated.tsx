import type { MaybeTranslated } from "../../../functions/contract/notices.ts";
import { useLanguage } from "../../words/language.tsx";

/** The language of a text that not everybody finds in their own: for `lang`, where it is not the page's. */
export function useTranslated(text: MaybeTranslated): { readonly text: string; readonly lang: string | undefined } {
  const { language } = useLanguage();
  const own = text[language];
  return own === undefined ? { text: text["zh-TW"], lang: "zh-Hant-TW" } : { text: own, lang: undefined };
}

export function Translated({ of }: { readonly of: MaybeTranslated }) {
  const { text, lang } = useTranslated(of);
  return <span lang={lang}>{text}</span>;
}
