import type { Problem } from "../../api.ts";
import type { Examples } from "../examples.ts";
import { ProblemPanel } from "./problem-panel.tsx";

const offline: Problem = { code: "offline", status: 0, title: "" };
const internal: Problem = { code: "internal", status: 500, title: "", id: "7KQ2-M4XD" };
const busy: Problem = { code: "try-again-later", status: 503, title: "", retryAfter: 20 };

export const examples: Examples = {
  component: "problem-panel",
  states: [
    { name: "offline", Show: () => <ProblemPanel problem={offline} onRetry={() => {}} /> },
    { name: "our fault, with a number to quote", Show: () => <ProblemPanel problem={internal} onRetry={() => {}} /> },
    { name: "busy, with a wait", Show: () => <ProblemPanel problem={busy} onRetry={() => {}} busy /> },
  ],
};
