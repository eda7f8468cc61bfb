import type { Examples } from "../examples.ts";
import { Moment } from "./moment.tsx";

const now = Date.UTC(2026, 10, 21, 7, 4);
const ago = (seconds: number) => new Date(now - seconds * 1_000).toISOString();

export const examples: Examples = {
  component: "moment",
  states: [
    { name: "just now", Show: () => <Moment iso={ago(5)} now={now} /> },
    { name: "three hours ago", Show: () => <Moment iso={ago(10_800)} now={now} /> },
  ],
};
