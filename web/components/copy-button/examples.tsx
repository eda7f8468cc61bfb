import type { Examples } from "../examples.ts";
import { CopyButton } from "./copy-button.tsx";

export const examples: Examples = {
  component: "copy-button",
  states: [{ name: "a key", Show: () => <CopyButton text="GEZDGNBVGY3TQOJQ" /> }],
};
