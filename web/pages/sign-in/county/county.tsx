import { isCountyId } from "../../../components/county-picker/tiles.ts";
import { useOwnAddress } from "../../../own-address.ts";
import { CallbackPage } from "./callback-page.tsx";
import { ChoosePage } from "./choose-page.tsx";
import { LinkPage } from "./link-page.tsx";
import { OneCountyPage } from "./one-county-page.tsx";
import { PickPage } from "./pick-page.tsx";

const pages = { callback: CallbackPage, choose: ChoosePage, link: LinkPage };

/** 使用縣市帳號登入 (M31) and all that comes after it, each at its own address under `/sign-in/county`. */
export function County() {
  const { path, query } = useOwnAddress("/sign-in/county");
  const name = path.split("/")[3] ?? "";
  if (Object.hasOwn(pages, name)) {
    const Shown = pages[name as keyof typeof pages];
    return <Shown key={name} />;
  }
  if (isCountyId(query.county)) return <OneCountyPage key={query.county} county={query.county} />;
  return <PickPage key="pick" />;
}
