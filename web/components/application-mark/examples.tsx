import type { Examples } from "../examples.ts";
import { ApplicationHeading } from "./application-heading.tsx";

const application = { name: { "zh-TW": "範例學習平台", en: "Sample learning platform" }, owner: "範例教育局" };
/** One pixel, as big as a logo. */
const logo =
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNgSPz/HwAEVAKAc8VgvwAAAABJRU5ErkJggg==";

export const examples: Examples = {
  component: "application-mark",
  states: [
    { name: "without a logo", Show: () => <ApplicationHeading application={application} /> },
    {
      name: "with a logo, and where it is",
      Show: () => <ApplicationHeading application={{ ...application, logo }} host="learn.example.edu.tw" />,
    },
  ],
};
