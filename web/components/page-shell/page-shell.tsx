import type { ComponentChildren } from "preact";
import { shellWords } from "../../words/shell.ts";
import { useWords } from "../../words/words.ts";
import { Header } from "./header.tsx";
import { useLater } from "./use-later.ts";

interface PageShellProps {
  /** Whether a page is drawn: what is beside it then follows. */
  readonly pageIsThere: boolean;
  readonly children: ComponentChildren;
}

/** The frame around every page: skip link, header, what there is to know about the service, the page itself, footer. */
export function PageShell({ pageIsThere, children }: PageShellProps) {
  const words = useWords(shellWords);
  const later = useLater(pageIsThere);
  return (
    <>
      {/* biome-ignore lint/a11y/useValidAnchor: it goes to a place of this page, as a skip link does */}
      <a class="skip" href="#main" onClick={skip}>
        {words.skip}
      </a>
      <Header />
      <main class="main" id="main" tabIndex={-1}>
        {later && <later.MaintenanceBanner />}
        {children}
      </main>
      {later && <later.Footer />}
    </>
  );
}

/** By hand, because an address with #main would be another page to the router. */
function skip(event: Event): void {
  event.preventDefault();
  document.getElementById("main")?.focus();
}
