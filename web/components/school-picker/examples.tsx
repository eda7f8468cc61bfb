import { useState } from "preact/hooks";
import type { CatalogueCounty } from "../../../functions/contract/catalogue.ts";
import { schoolPickerWords } from "../../words/school-picker.ts";
import { useWords } from "../../words/words.ts";
import type { Examples } from "../examples.ts";
import { findPicked, type ListedSchool, type Picked } from "./school-list.ts";
import { SchoolPicker } from "./school-picker.tsx";

const taipei: CatalogueCounty = {
  id: "TPE",
  name: "臺北市",
  nameEn: "Taipei City",
  districts: [
    { name: "松山區", nameEn: "Songshan District" },
    { name: "中正區", nameEn: "Zhongzheng District" },
  ],
};
const schools: readonly ListedSchool[] = [
  { code: "313601", level: "國小", name: "市立松山國小", district: "松山區" },
  { code: "313302", level: "高中職", name: "市立中崙高中", district: "松山區" },
  { code: "353301", level: "高中職", name: "市立建國中學", district: "中正區" },
];

interface ShownProps {
  readonly idPrefix: string;
  readonly first: Picked;
  readonly failed?: boolean;
  readonly wrong?: boolean;
}

function Shown({ idPrefix, first, failed = false, wrong = false }: ShownProps) {
  const words = useWords(schoolPickerWords);
  const [picked, setPicked] = useState(first);
  const county = picked.county ? taipei : undefined;
  const listed = county && !failed ? schools : undefined;
  const pick = {
    picked,
    counties: [taipei],
    county,
    schools: listed,
    school: listed && findPicked(listed, picked),
    state: failed ? "failed" : "ready",
    again: () => {},
  } as const;
  return (
    <div class="form">
      <SchoolPicker
        idPrefix={idPrefix}
        pick={pick}
        onPick={setPicked}
        errors={wrong ? { district: words.districtMissing } : {}}
      />
    </div>
  );
}

export const examples: Examples = {
  component: "school-picker",
  states: [
    { name: "nothing chosen", Show: () => <Shown idPrefix="picker-empty-" first={{}} /> },
    { name: "county chosen, wrong", Show: () => <Shown idPrefix="picker-open-" first={{ county: "臺北市" }} wrong /> },
    {
      name: "school chosen",
      Show: () => (
        <Shown
          idPrefix="picker-full-"
          first={{ county: "臺北市", district: "中正區", level: "高中職", school: "353301" }}
        />
      ),
    },
    { name: "list not loaded", Show: () => <Shown idPrefix="picker-failed-" first={{ county: "臺北市" }} failed /> },
  ],
};
