import type { Examples } from "../examples.ts";
import { RecoveryCodes } from "./recovery-codes.tsx";

const codes = Array.from({ length: 10 }, (_, place) => `EXMP-CDE${place}-ABCD-2345`);

export const examples: Examples = {
  component: "recovery-codes",
  states: [{ name: "ten codes", Show: () => <RecoveryCodes codes={codes} accountName="wang.ming" /> }],
};
