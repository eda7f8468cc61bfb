import type { Problem } from "../../api.ts";
import type { Examples } from "../examples.ts";
import { ProofStep } from "./proof-step.tsx";

const answers = (problem?: Problem) => ({ prove: async () => problem, cancel: () => {} });

export const examples: Examples = {
  component: "proof-again",
  states: [
    { name: "with a second factor", Show: () => <ProofStep proof={answers()} accountName="wang.ming" withCode /> },
  ],
};
