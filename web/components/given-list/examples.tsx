import type { Examples } from "../examples.ts";
import { GivenList } from "./given-list.tsx";

const scopes = [
  { scope: "openid", claims: ["sub"] },
  {
    scope: "eduinfo",
    claims: ["schoolid", "titles", "classinfo"],
    reason: { "zh-TW": "把您排進您的班級。", en: "To put you into your class." },
  },
  { scope: "offline_access", claims: [] },
  { scope: "of-tomorrow", claims: ["unknown"] },
];

export const examples: Examples = {
  component: "given-list",
  states: [{ name: "with and without a reason, and one without words yet", Show: () => <GivenList scopes={scopes} /> }],
};
