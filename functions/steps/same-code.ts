import { timingSafeEqual } from "node:crypto";

/** Whether what was typed is this code: full width and spaces are forgiven, and the time taken says nothing. */
export function sameCode(code: string, typed: string): boolean {
  const [a, b] = [Buffer.from(code), Buffer.from(typed.normalize("NFKC").replace(/\s/g, ""))];
  return a.length === b.length && timingSafeEqual(a, b);
}
