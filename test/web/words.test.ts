import { describe, expect, test } from "vitest";
import { errors } from "../../functions/contract/errors.ts";
import { errorWords } from "../../web/words/errors.ts";
import {
  accountNameWords,
  emailWords,
  fieldProblemSentence,
  mobileWords,
  passwordProblemWords,
  personIdWords,
} from "../../web/words/fields.ts";
import { rememberedLanguage } from "../../web/words/language.tsx";
import { inLanguage, type Sentence } from "../../web/words/words.ts";

describe("sentences in both languages", () => {
  const table = {
    hello: { "zh-TW": "您好", en: "Hello" },
    many: (count: number): Sentence => ({ "zh-TW": `${count} 個`, en: `${count} of them` }),
  };

  test("a plain sentence and one with a value come in the language asked for", () => {
    expect(inLanguage(table, "zh-TW").hello).toBe("您好");
    expect(inLanguage(table, "en").many(3)).toBe("3 of them");
  });

  test("the same table in the same language is the same object, so nothing is drawn again for it", () => {
    expect(inLanguage(table, "en")).toBe(inLanguage(table, "en"));
  });
});

describe("what a person is told about an error", () => {
  const all = { errorWords, accountNameWords, emailWords, mobileWords, passwordProblemWords, personIdWords };
  const sentences = Object.values<Readonly<Record<string, Sentence>>>(all).flatMap((table) => Object.values(table));

  test("every code of the API has its sentence", () => {
    expect(Object.keys(errorWords)).toEqual(expect.arrayContaining(Object.keys(errors)));
  });

  test("each is a whole sentence: Chinese in Chinese marks, English in English ones", () => {
    for (const sentence of sentences) {
      expect(sentence["zh-TW"]).toMatch(/\p{sc=Han}.*。$/u);
      expect(sentence.en).toMatch(/^[A-Z][^\p{sc=Han}]*\.$/u);
    }
  });

  test("a broken rule this page does not know is told all the same", () => {
    expect(fieldProblemSentence("password", "too-short")).toBe(passwordProblemWords["too-short"]);
    expect(fieldProblemSentence("password", "constructor").en).toMatch(/rule/);
    expect(fieldProblemSentence("nickname", "odd").en).toMatch(/rule/);
  });
});

describe("the remembered language", () => {
  const storage = (kept: string | null) => () => ({ getItem: () => kept });

  test.each([
    ["en", "en"],
    ["zh-TW", "zh-TW"],
    [null, "zh-TW"],
    ["fr", "zh-TW"],
  ])("%s was kept", (kept, language) => expect(rememberedLanguage(storage(kept))).toBe(language));

  test("a browser that forbids storage gets Chinese", () => {
    const forbidden = () => {
      throw new DOMException("no storage", "SecurityError");
    };
    expect(rememberedLanguage(forbidden)).toBe("zh-TW");
  });
});
