import { useEffect, useRef, useState } from "preact/hooks";
import type { CatalogueCounty } from "../../../functions/contract/catalogue.ts";
import { useLanguage } from "../../words/language.tsx";
import { levelNames, schoolPickerWords } from "../../words/school-picker.ts";
import { useSay, useWords } from "../../words/words.ts";
import { Field } from "../field/field.tsx";
import type { ListedSchool } from "./school-list.ts";
import { searchSchools } from "./search.ts";
import { useCombobox } from "./use-combobox.ts";

/** More than fits a screen helps nobody: the count says that there are more. */
const most = 20;

interface SchoolSearchProps {
  readonly id: string;
  readonly county: CatalogueCounty;
  readonly schools: readonly ListedSchool[];
  readonly onPick: (school: ListedSchool) => void;
}

/** Typing the school's name: an ARIA combobox over one county's schools. Each match shows county, district and level. */
export function SchoolSearch({ id, county, schools, onPick }: SchoolSearchProps) {
  const words = useWords(schoolPickerWords);
  const say = useSay();
  const { language } = useLanguage();
  const [typed, setTyped] = useState("");
  const [said, setSaid] = useState("");
  const found = searchSchools(schools, typed, county.name);
  const shown = found.slice(0, most);
  const countyName = language === "en" ? county.nameEn : county.name;

  const pick = (school: ListedSchool) => {
    setTyped(school.name);
    setSaid(words.picked(school.name));
    onPick(school);
    box.hide();
  };
  const box = useCombobox(shown.length, (place) => shown[place] && pick(shown[place]));
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[box.active]?.scrollIntoView({ block: "nearest" });
  }, [box.active]);

  const type = (text: string, composing: boolean) => {
    setTyped(text);
    // 注音 symbols of a syllable that is still being typed would find nothing: wait for the character.
    if (composing) return;
    box.show();
    const matches = searchSchools(schools, text, county.name).length;
    setSaid(text.trim() === "" ? "" : matches === 0 ? words.noMatch : words.matches(matches, Math.min(matches, most)));
  };
  return (
    <Field id={id} label={words.search} hint={words.searchHint(countyName)}>
      <div class="school-search">
        <input
          class="input"
          id={id}
          type="text"
          role="combobox"
          autocomplete="off"
          autocorrect="off"
          spellcheck={false}
          value={typed}
          aria-autocomplete="list"
          aria-expanded={box.open}
          aria-controls={`${id}-list`}
          aria-activedescendant={box.active < 0 ? undefined : `${id}-${box.active}`}
          aria-describedby={`${id}-hint ${id}-found`}
          onInput={(event) => type(event.currentTarget.value, event.isComposing)}
          onCompositionEnd={(event) => type(event.currentTarget.value, false)}
          onKeyDown={box.onKeyDown}
          onBlur={box.hide}
        />
        {/* The focus stays in the input; aria-activedescendant marks the option. */}
        <div
          class="school-search__list"
          id={`${id}-list`}
          role="listbox"
          aria-label={words.search}
          hidden={!box.open}
          ref={list}
        >
          {shown.map((school, place) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the input's
            // biome-ignore lint/a11y/useFocusableInteractive: as above
            <div
              key={`${school.code} ${school.level}`}
              id={`${id}-${place}`}
              role="option"
              aria-selected={place === box.active}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => pick(school)}
            >
              <span class="school-search__name">{school.name}</span>{" "}
              <span class="school-search__place">
                {words.place(
                  countyName,
                  districtName(county, school.district, language),
                  say(levelNames[school.level]),
                )}
              </span>
            </div>
          ))}
        </div>
      </div>
      <p class="school-search__found" id={`${id}-found`} role="status">
        {said}
      </p>
    </Field>
  );
}

/** The catalogue has English names of counties and districts; schools have none. */
export function districtName(county: CatalogueCounty, district: string, language: "zh-TW" | "en"): string {
  const english = county.districts.find(({ name }) => name === district)?.nameEn;
  return language === "en" ? (english ?? district) : district;
}
