import { useState } from "preact/hooks";

/**
 * What is typed on one page of getting back in and wanted on the next, or again after 回上一頁. In memory only: a reload or the end
 * of the tab forgets it.
 */
const kept = { account: "", name: "", personId: "" };

export function useTyped(field: keyof typeof kept): [value: string, set: (value: string) => void] {
  const [value, setValue] = useState(kept[field]);
  return [
    value,
    (typed) => {
      kept[field] = typed;
      setValue(typed);
    },
  ];
}

/** When its owner has got through: the next person at this device starts with empty fields. */
export function forgetTyped(): void {
  Object.assign(kept, { account: "", name: "", personId: "" });
}
