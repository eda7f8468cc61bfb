import type { Examples } from "../examples.ts";
import { PageNotLoaded } from "./page-not-loaded.tsx";

export const examples: Examples = { component: "page-not-loaded", states: [{ name: "shown", Show: PageNotLoaded }] };
