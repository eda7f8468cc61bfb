import type { CountyAccount } from "../accounts.ts";

/** The steps of the manual's county pages: 身分 → 區域 → 學校 → 班級 (pupils only); 帳號 and 密碼 follow. */
export const steps = ["role", "district", "school", "class"] as const;
export type Step = (typeof steps)[number];

/** What was chosen so far; the value of a step is also the value of its query parameter. */
export type Choice = Readonly<Partial<Record<Step, string>>>;
export interface Option {
  readonly value: string;
  readonly label: string;
}

interface Seat {
  readonly account: CountyAccount;
  readonly at: Readonly<Partial<Record<Step, Option>>>;
}

export interface Choices {
  /** As far as each value is one that the step before offers: what follows a wrong one is dropped. */
  read(parameters: URLSearchParams): Choice;
  /** The first step that is not chosen yet; undefined when it is time for account and password. */
  next(choice: Choice): Step | undefined;
  options(choice: Choice, step: Step): readonly Option[];
  labelOf(choice: Choice, step: Step): string;
  accounts(choice: Choice): readonly CountyAccount[];
}

/** The way through a county's schools, made from who has an account there: no step offers what leads to nobody. */
export function choicesOf(accounts: readonly CountyAccount[]): Choices {
  const seats = accounts.flatMap(seatsOf);
  const within = (choice: Choice) =>
    seats.filter(({ at }) => steps.every((step) => choice[step] === undefined || at[step]?.value === choice[step]));
  const options = (choice: Choice, step: Step): readonly Option[] => {
    const found = within(choice).flatMap(({ at }) => at[step] ?? []);
    const different = new Map(found.map((option) => [option.value, option]));
    return [...different.values()].sort(byLabel(step));
  };
  const next = (choice: Choice) =>
    steps.find((step) => choice[step] === undefined && within(choice).some(({ at }) => at[step] !== undefined));
  return {
    read(parameters) {
      let choice: Choice = {};
      for (const step of steps) {
        const value = parameters.get(step);
        if (value === null || next(choice) !== step) break;
        if (!options(choice, step).some((option) => option.value === value)) break;
        choice = { ...choice, [step]: value };
      }
      return choice;
    },
    next,
    options,
    labelOf: (choice, step) => options(choice, step).find(({ value }) => value === choice[step])?.label ?? "",
    accounts: (choice) => within(choice).map(({ account }) => account),
  };
}

function seatsOf(account: CountyAccount): Seat[] {
  const student = account.role === "student";
  return account.places.map(({ district, school, grade, class: className }) => {
    const group = className === undefined ? `${grade}年級` : `${grade}年${className}班`;
    return {
      account,
      at: {
        role: student ? { value: "student", label: "學生登入" } : { value: "teacher", label: "教師登入" },
        district: { value: district, label: district },
        // One code can stand for two levels.
        school: { value: `${school.code}-${school.level}`, label: `${school.name}（${school.level}）` },
        ...(student && { class: { value: `${grade}-${className ?? ""}`, label: group } }),
      },
    };
  });
}

/** Pupils first; the rest as a list in Chinese is read, 2年 before 10年. */
function byLabel(step: Step): (one: Option, other: Option) => number {
  if (step === "role") return (one, other) => one.value.localeCompare(other.value);
  const order = new Intl.Collator("zh-Hant-TW", { numeric: true });
  return (one, other) => order.compare(one.label, other.label);
}
