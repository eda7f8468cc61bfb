import { resetPasswordWords } from "../../words/reset-password.ts";
import { useWords } from "../../words/words.ts";
import type { Examples } from "../examples.ts";
import { WayList } from "./way-list.tsx";

function Shown() {
  const words = useWords(resetPasswordWords);
  return (
    <WayList
      ways={[
        { href: "/reset-password/code", icon: "mail", name: words.byCode, about: words.byCodeAbout },
        { href: "/reset-password/county", icon: "school", name: words.byCounty, about: words.byCountyAbout },
      ]}
    />
  );
}

export const examples: Examples = { component: "way-list", states: [{ name: "two ways", Show: Shown }] };
