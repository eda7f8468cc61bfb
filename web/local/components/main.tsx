import { render } from "preact";
import { LocationProvider } from "preact-iso/router";
import { PageShell } from "../../components/page-shell/page-shell.tsx";
import { SessionProvider } from "../../session.tsx";
import { LanguageProvider } from "../../words/language.tsx";
import { Gallery } from "./gallery.tsx";

const place = document.getElementById("site");
if (place)
  render(
    <LanguageProvider>
      <LocationProvider>
        <SessionProvider>
          <PageShell>
            <Gallery />
          </PageShell>
        </SessionProvider>
      </LocationProvider>
    </LanguageProvider>,
    place,
  );
