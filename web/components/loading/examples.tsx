import type { Examples } from "../examples.ts";
import { Loading } from "./loading.tsx";

export const examples: Examples = {
  component: "loading",
  states: [{ name: "four lines", Show: () => <Loading lines={4} /> }],
};
