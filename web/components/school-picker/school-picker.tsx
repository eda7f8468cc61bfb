import type { SchoolLevel } from "../../../functions/contract/catalogue.ts";
import { useLanguage } from "../../words/language.tsx";
import { partWords } from "../../words/parts.ts";
import { levelNames, schoolPickerWords } from "../../words/school-picker.ts";
import { useSay, useWords } from "../../words/words.ts";
import { Button } from "../button/button.tsx";
import { Notice } from "../notice/notice.tsx";
import { SelectField } from "../select-field/select-field.tsx";
import {
  districtsOf,
  levelsOf,
  type Picked,
  schoolsOf,
  withCounty,
  withDistrict,
  withLevel,
  withoutSchool,
  withSchool,
} from "./school-list.ts";
import { districtName, SchoolSearch } from "./school-search.tsx";
import type { SchoolPick } from "./use-school-pick.ts";

export type PickField = "county" | "district" | "level" | "school";

interface SchoolPickerProps {
  readonly pick: SchoolPick;
  readonly onPick: (picked: Picked) => void;
  /** The sentence of the list that is still open, by its id. */
  readonly errors?: Partial<Record<PickField, string>>;
  /** Before the ids `county`, `district`, `level` and `school`, where one page has several pickers. */
  readonly idPrefix?: string;
}

/** 縣市 → 行政區 → 學制 → 學校 (M10): the browser's own lists, each fed by the one before, and the name typed as the fast way. */
export function SchoolPicker({ pick, onPick, errors = {}, idPrefix = "" }: SchoolPickerProps) {
  const words = useWords(schoolPickerWords);
  const parts = useWords(partWords);
  const say = useSay();
  const { language } = useLanguage();
  const { picked, county, schools = [] } = pick;
  const inCounty = (name: string) => (county ? districtName(county, name, language) : name);
  return (
    <>
      <SelectField
        id={`${idPrefix}county`}
        label={words.county}
        value={picked.county ?? ""}
        error={errors.county}
        options={pick.counties.map(({ name, nameEn }) => ({ value: name, label: language === "en" ? nameEn : name }))}
        onChange={(name) => onPick(withCounty(picked, name))}
      />
      {pick.state === "failed" && (
        <Notice kind="warning" announce>
          <p>{words.failed}</p>
          <Button onClick={pick.again}>{parts.tryAgain}</Button>
        </Notice>
      )}
      {county && pick.schools && (
        <>
          <SchoolSearch
            key={county.id}
            id={`${idPrefix}school-search`}
            county={county}
            schools={schools}
            onPick={(school) => onPick(withSchool(picked, school))}
          />
          <p class="school-picker__or">{words.or}</p>
        </>
      )}
      <SelectField
        id={`${idPrefix}district`}
        label={words.district}
        value={picked.district ?? ""}
        error={errors.district}
        disabled={schools.length === 0}
        options={districtsOf(schools).map((name) => ({ value: name, label: inCounty(name) }))}
        onChange={(name) => onPick(withDistrict(picked, name))}
      />
      <SelectField
        id={`${idPrefix}level`}
        label={words.level}
        value={picked.level ?? ""}
        error={errors.level}
        disabled={!picked.district}
        options={levelsOf(schools, picked).map((level) => ({ value: level, label: say(levelNames[level]) }))}
        onChange={(level) => onPick(withLevel(picked, level as SchoolLevel))}
      />
      <SelectField
        id={`${idPrefix}school`}
        label={words.school}
        value={picked.school ?? ""}
        error={errors.school}
        disabled={!picked.level}
        options={schoolsOf(schools, picked).map(({ code, name }) => ({ value: code, label: name }))}
        onChange={(code) => {
          const school = schoolsOf(schools, picked).find((one) => one.code === code);
          onPick(school ? withSchool(picked, school) : withoutSchool(picked));
        }}
      />
    </>
  );
}
