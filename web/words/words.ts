import type { Language } from "./language.tsx";
import { useLanguage } from "./language.tsx";

/** One sentence in every language of the site: a missing translation does not compile. */
export type Sentence = Readonly<Record<Language, string>>;
/** The sentences of one page or component; a sentence that holds values is a function of them. */
export type Words = Readonly<Record<string, Sentence | ((...values: never[]) => Sentence)>>;
export type InLanguage<T extends Words> = {
  readonly [K in keyof T]: T[K] extends (...values: infer V) => Sentence ? (...values: V) => string : string;
};

const kept = new WeakMap<Words, Partial<Record<Language, object>>>();

/** The table in one language. The same object for the same table and language, so it may be a dependency of a hook. */
export function inLanguage<T extends Words>(table: T, language: Language): InLanguage<T> {
  const made = kept.get(table) ?? {};
  kept.set(table, made);
  made[language] ??= Object.fromEntries(
    Object.entries(table).map(([key, entry]) => [
      key,
      typeof entry === "function" ? (...values: never[]) => entry(...values)[language] : entry[language],
    ]),
  );
  return made[language] as InLanguage<T>;
}

/** The sentences of `table` in the language the person reads. */
export function useWords<T extends Words>(table: T): InLanguage<T> {
  return inLanguage(table, useLanguage().language);
}

/** Turns one sentence into the language the person reads: `const say = useSay(); say(errorWords[code])`. */
export function useSay(): (sentence: Sentence) => string {
  const { language } = useLanguage();
  return (sentence) => sentence[language];
}
