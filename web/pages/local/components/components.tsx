import type { Examples } from "../../../components/examples.ts";
import { Page } from "../../../components/page/page.tsx";
import { galleryWords } from "../../../words/gallery.ts";
import { useWords } from "../../../words/words.ts";
import "../../../styles/gallery.css";

// As their pages do it: imported outright, each would be a file more in the list that the first page carries.
await Promise.all([
  import("../../../styles/account.css"),
  import("../../../styles/applications.css"),
  import("../../../styles/county.css"),
  import("../../../styles/news.css"),
  import("../../../styles/picture.css"),
]);

const found = import.meta.glob<{ examples: Examples }>("../../../components/*/examples.tsx", { eager: true });
const all = Object.values(found)
  .map(({ examples }) => examples)
  .sort((one, other) => one.component.localeCompare(other.component));

/** Every state of every component, for looking at and for the checks. The switch in the header changes the language of all. */
export function Components() {
  const words = useWords(galleryWords);
  return (
    <Page title={words.title} lead={words.lead}>
      {all.map(({ component, states }) => (
        <section class="gallery" key={component}>
          <h2>{component}</h2>
          {states.map(({ name, Show }) => (
            <div class="gallery__state" key={name} data-example={`${component}/${name}`}>
              <p class="gallery__name" lang="en">
                {name}
              </p>
              <Show />
            </div>
          ))}
        </section>
      ))}
    </Page>
  );
}
