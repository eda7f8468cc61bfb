import { useRef } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import { isCountyId } from "../../../components/county-picker/tiles.ts";
import { CallbackPage } from "./callback-page.tsx";
import { ChoosePage } from "./choose-page.tsx";
import { LinkPage } from "./link-page.tsx";
import { OneCountyPage } from "./one-county-page.tsx";
import { PickPage } from "./pick-page.tsx";

const pages = { callback: CallbackPage, choose: ChoosePage, link: LinkPage };

/** 使用縣市帳號登入 (M31) and all that comes after it, each at its own address under `/sign-in/county`. */
export function County() {
  const { path, query } = useLocation();
  const here = useRef({ name: "", county: query.county });
  // While another page is fetched this one is still here and the address is already the other's.
  const [, part, county, name = ""] = path.split("/");
  if (part === "sign-in" && county === "county") here.current = { name, county: query.county };
  const shown = here.current;
  if (Object.hasOwn(pages, shown.name)) {
    const Shown = pages[shown.name as keyof typeof pages];
    return <Shown key={shown.name} />;
  }
  if (isCountyId(shown.county)) return <OneCountyPage key={shown.county} county={shown.county} />;
  return <PickPage key="pick" />;
}
