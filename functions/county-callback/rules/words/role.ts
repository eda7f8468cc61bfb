import type { Role } from "../../../contract/schemas/parts.ts";

/** What a person is at a school. These decide; a post (主任) counts only where none of them is said. */
const kinds: Readonly<Record<string, Role>> = {
  學生: "student",
  stu: "student",
  student: "student",
  教師: "teacher",
  老師: "teacher",
  teacher: "teacher",
  職員: "staff",
  校長: "staff",
  工友: "staff",
  教育局人員: "staff",
  staff: "staff",
};
/** Posts by how they end. 主任, 組長 and 導師 are teachers, but for the two 主任 that the law makes civil servants. */
const posts: readonly (readonly [RegExp, Role])[] = [
  [/(?:人事|會計|主計)室?主任$/, "staff"],
  [/(?:教師|老師|導師|主任|組長|教練)$/, "teacher"],
  [/學生$/, "student"],
  [/(?:校長|職員|工友|幹事|護理師|技工|管理者|管理員|人員)$/, "staff"],
];
const parents = /(?:家長|監護人|^parent|^guardian)$/i;
const gone = /^(?:退休|離職|畢業|轉出|校友|前任)/;

/** True for the words of people who are at no school themselves: parents, and those who left. They give no place. */
export function isOutside(word: string): boolean {
  const plain = plainWord(word);
  return parents.test(plain) || gone.test(plain);
}

/** The roles that words of a county stand for, in the order student, teacher, staff. Words nobody knows stand for none. */
export function rolesOf(words: readonly string[]): Role[] {
  const inside = words.filter((word) => !isOutside(word)).map(plainWord);
  const said = inside.flatMap((word) => (Object.hasOwn(kinds, word) ? [kinds[word]!] : []));
  return inOrder(said.length > 0 ? said : inside.flatMap((word) => postOf(word) ?? []));
}

export function inOrder(roles: readonly Role[]): Role[] {
  return (["student", "teacher", "staff"] as const).filter((role) => roles.includes(role));
}

function postOf(word: string): Role | undefined {
  return posts.find(([ending]) => ending.test(word))?.[1];
}

/** `代理教師(音樂)` → `代理教師`, `Stu` → `stu`. */
function plainWord(word: string): string {
  return word.normalize("NFKC").toLowerCase().replace(/\(.*$/, "").trim();
}
