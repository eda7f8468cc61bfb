import type { Finding } from "../../lib/county-check/finding.ts";

export const marksOf = (findings: readonly Finding[]): readonly Finding["mark"][] => findings.map(({ mark }) => mark);

/** The English words of one kind of finding. */
const wordsOf = (wanted: Finding["mark"]) => (findings: readonly Finding[]) =>
  findings.filter(({ mark }) => mark === wanted).map(({ en }) => en);
export const problemsIn = wordsOf("problem");
export const warningsIn = wordsOf("warning");
