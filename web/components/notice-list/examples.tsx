import { exampleNotices } from "../../words/example-notices.ts";
import type { Examples } from "../examples.ts";
import { NoticesNotLoaded } from "./not-loaded.tsx";
import { NoticeList } from "./notice-list.tsx";

export const examples: Examples = {
  component: "notice-list",
  states: [
    { name: "three notices, the last in Chinese only", Show: () => <NoticeList notices={exampleNotices} /> },
    { name: "not loaded", Show: () => <NoticesNotLoaded onRetry={() => {}} /> },
  ],
};
