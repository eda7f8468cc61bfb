import { useState } from "preact/hooks";

/**
 * What the person types that no address and no storage may hold: kept in memory only, so that 回上一頁 finds it again and a
 * reload or the end of the tab forgets it. The names are those of the fields.
 */
export interface Typed {
  name: string;
  personId: string;
  guardian: boolean;
  accountName: string;
  password: string;
  again: string;
  email: string;
  mobile: string;
}

const nothing: Typed = {
  name: "",
  personId: "",
  guardian: false,
  accountName: "",
  password: "",
  again: "",
  email: "",
  mobile: "",
};
const kept: Partial<Typed> = {};

/** A field's value that survives going to another page of the wizard and back. `saved` is what the service knows of it. */
export function useTyped<K extends keyof Typed>(
  field: K,
  saved?: Typed[K],
): [value: Typed[K], set: (value: Typed[K]) => void] {
  const [value, setValue] = useState<Typed[K]>(() => kept[field] ?? saved ?? nothing[field]);
  return [
    value,
    (typed) => {
      kept[field] = typed;
      setValue(typed);
    },
  ];
}

/** What was typed last, for the moment it is sent; empty after a reload. */
export function recallTyped<K extends keyof Typed>(field: K): Typed[K] {
  return kept[field] ?? nothing[field];
}

export function forgetTyped(...fields: (keyof Typed)[]): void {
  for (const field of fields.length > 0 ? fields : (Object.keys(kept) as (keyof Typed)[])) delete kept[field];
}
