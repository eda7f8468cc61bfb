import { isPersonName } from "./name.ts";
import { parsePhone } from "./phone.ts";
import { trimSpaces } from "./text.ts";

interface Typed<G> {
  readonly nickname: string;
  readonly phone?: string | undefined;
  readonly gender?: G | undefined;
}

interface FieldProblem {
  readonly field: string;
  readonly problem: string;
}

/** What 其他 tell of themselves beside account and name (M20), as it is kept, with everything wrong with it. An empty phone is none. */
export function readDetails<G>({ nickname, phone = "", gender }: Typed<G>): {
  readonly details: { readonly nickname: string; readonly phone?: string; readonly gender?: G };
  readonly nameProblems: readonly FieldProblem[];
  readonly contactProblems: readonly FieldProblem[];
} {
  const parsed = trimSpaces(phone) === "" ? undefined : parsePhone(phone);
  return {
    details: {
      nickname: trimSpaces(nickname),
      ...(parsed?.ok ? { phone: parsed.phone } : {}),
      ...(gender === undefined ? {} : { gender }),
    },
    nameProblems: isPersonName(nickname) ? [] : [{ field: "nickname", problem: "characters" }],
    contactProblems: parsed === undefined || parsed.ok ? [] : [{ field: "phone", problem: parsed.reason }],
  };
}
