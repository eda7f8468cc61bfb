import type { ComponentChildren } from "preact";
import { shellWords } from "../../words/shell.ts";
import { useWords } from "../../words/words.ts";
import { Footer } from "./footer.tsx";
import { Header } from "./header.tsx";

/** The frame around every page: skip link, header, the page itself, footer. */
export function PageShell({ children }: { readonly children: ComponentChildren }) {
  const words = useWords(shellWords);
  return (
    <>
      {/* biome-ignore lint/a11y/useValidAnchor: it goes to a place of this page, as a skip link does */}
      <a class="skip" href="#main" onClick={skip}>
        {words.skip}
      </a>
      <Header />
      <main class="main" id="main" tabIndex={-1}>
        {children}
      </main>
      <Footer />
    </>
  );
}

/** By hand, because an address with #main would be another page to the router. */
function skip(event: Event): void {
  event.preventDefault();
  document.getElementById("main")?.focus();
}
