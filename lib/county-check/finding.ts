/** One thing that was looked at, in words for a county's engineer. `problem`: people cannot sign in, or not safely, until it is mended. */
export interface Finding {
  readonly mark: "good" | "note" | "warning" | "problem";
  readonly zh: string;
  readonly en: string;
}

const finding = (mark: Finding["mark"]) => (zh: string, en: string) => ({ mark, zh, en }) as const;
export const good = finding("good");
export const note = finding("note");
export const warning = finding("warning");
export const problem = finding("problem");

export const hasProblem = (findings: readonly Finding[]): boolean => findings.some(({ mark }) => mark === "problem");

const signs: Record<Finding["mark"], string> = { good: "✔", note: "·", warning: "!", problem: "✘" };

/** Two lines, Chinese first. What a county wrote itself may stand in them: control characters would reach the terminal. */
export function linesOf({ mark, zh, en }: Finding): readonly string[] {
  return [`  ${signs[mark]} ${zh}`, `    ${en}`].map((line) => line.replace(/\p{C}/gu, "�"));
}
