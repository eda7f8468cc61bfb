import type { Examples } from "../examples.ts";
import { Icon, iconNames } from "./icon.tsx";

export const examples: Examples = {
  component: "icon",
  states: iconNames.map((name) => ({ name, Show: () => <Icon name={name} /> })),
};
