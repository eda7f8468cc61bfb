import { applicationWords } from "../../words/applications.ts";
import type { Sentence } from "../../words/words.ts";
import { useSay, useWords } from "../../words/words.ts";
import { ApplicationMark } from "./application-mark.tsx";

interface ApplicationHeadingProps {
  readonly application: { readonly name: Sentence; readonly owner: string; readonly logo?: string | undefined };
  /** Where it is, for people to read. */
  readonly host?: string;
}

/** Who an application is: mark, name, and who runs it. */
export function ApplicationHeading({ application: { name, owner, logo }, host }: ApplicationHeadingProps) {
  const words = useWords(applicationWords);
  const shown = useSay()(name);
  return (
    <span class="application">
      <ApplicationMark name={shown} logo={logo} />
      <span class="application__text">
        <b class="application__name">{shown}</b>
        <span class="application__owner">{words.owner(owner)}</span>
        {host && <span class="application__owner">{words.host(host)}</span>}
      </span>
    </span>
  );
}
