import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { shellWords } from "../../words/shell.ts";
import { useWords } from "../../words/words.ts";

interface PageProps {
  /** The heading, and with the service's name behind it the title of the document. */
  readonly title: string;
  /** Where the heading is not in the language of the page (WCAG 3.1.2). */
  readonly titleLang?: string | undefined;
  /** Another title for the tab, e.g. with 錯誤： before it or a step's number. */
  readonly documentTitle?: string;
  /** A line above the heading: 步驟 3／7. Read as part of it. */
  readonly caption?: string;
  readonly lead?: ComponentChildren;
  /** As wide as the frame, for a page that sets out its own columns. */
  readonly wide?: boolean;
  readonly children: ComponentChildren;
  /** Change it when the page becomes another question at the same address: the heading takes the focus again. */
  readonly focusKey?: string | number;
}

let first = true;

/** The frame of every page: one heading, which takes the focus when one comes here from another page, as a new document would. */
export function Page({ title, titleLang, documentTitle, caption, lead, wide, children, focusKey }: PageProps) {
  const words = useWords(shellWords);
  const heading = useRef<HTMLHeadingElement>(null);
  // With the drawing and not after it: whoever tabs or types at once is not taken away from there.
  useLayoutEffect(() => {
    document.title = `${documentTitle ?? title}｜${words.service}`;
  }, [documentTitle, title, words]);
  useLayoutEffect(() => {
    if (!first) heading.current?.focus({ preventScroll: true });
    first = false;
  }, [focusKey]);
  return (
    <div class={wide ? "page page--wide" : "page"}>
      <h1 tabIndex={-1} ref={heading}>
        {caption && <span class="page__caption">{caption} </span>}
        {titleLang ? <span lang={titleLang}>{title}</span> : title}
      </h1>
      {lead && <p class="page__lead">{lead}</p>}
      {children}
    </div>
  );
}
