import { type ComponentChildren, createContext } from "preact";
import { useContext, useLayoutEffect, useMemo, useState } from "preact/hooks";
import type { Language } from "../../functions/contract/messages.ts";

export type { Language };

const storageKey = "language";
/** BCP 47 tags for `<html lang>`: a screen reader picks its voice, and a browser its glyphs, by them. */
const htmlLanguage: Readonly<Record<Language, string>> = { "zh-TW": "zh-Hant-TW", en: "en" };

export interface LanguageChoice {
  readonly language: Language;
  setLanguage(language: Language): void;
}

export const LanguageContext = createContext<LanguageChoice>({ language: "zh-TW", setLanguage: () => {} });

export function useLanguage(): LanguageChoice {
  return useContext(LanguageContext);
}

/** zh-TW first: English only where the person chose it before. A browser that forbids storage answers with an error: then zh-TW. */
export function rememberedLanguage(storage: () => Pick<Storage, "getItem">): Language {
  try {
    return storage().getItem(storageKey) === "en" ? "en" : "zh-TW";
  } catch {
    return "zh-TW";
  }
}

function remember(language: Language): void {
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // Without storage the choice lasts until the page is closed, which is all this browser allows.
  }
}

/** Holds the chosen language, keeps it in this browser and tells the document. */
export function LanguageProvider({ children }: { children: ComponentChildren }) {
  const [language, setLanguage] = useState<Language>(() => rememberedLanguage(() => localStorage));
  useLayoutEffect(() => {
    document.documentElement.lang = htmlLanguage[language];
  }, [language]);
  const choice = useMemo(
    () => ({
      language,
      setLanguage(chosen: Language) {
        remember(chosen);
        setLanguage(chosen);
      },
    }),
    [language],
  );
  return <LanguageContext.Provider value={choice}>{children}</LanguageContext.Provider>;
}
