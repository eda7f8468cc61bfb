import { type Catalogue, readCatalogue } from "../../catalogue.ts";
import { type CountyAccount, type CountyPlace, countyAccounts, countyPassword } from "../counties/accounts.ts";
import type { SampleCounties } from "../counties/counties.ts";
import { type Html, html } from "./html.ts";

type CountyPage = SampleCounties["pages"][number];

const shows = {
  pupil: { zh: "學生，名冊裡有這個人", en: "a pupil whom the roster knows" },
  hand: { zh: "職員，名冊裡有這個人（選教師登入）", en: "a member of staff whom the roster knows" },
  two: { zh: "在兩校任教的教師", en: "a teacher at two schools" },
  unknown: { zh: "名冊裡沒有這個人：查無資料", en: "the roster does not know this person" },
} as const;

/** 縣市帳號 of the page /local/: whom to try at each sample county, and what to click on the way. */
export function countyPart(counties: readonly CountyPage[]): Html {
  if (counties.length === 0) return html``;
  const catalogue = readCatalogue();
  return html`<h2 class="part" id="counties">縣市帳號</h2>
<p>四個範例縣市也在您的電腦上執行。<a href="/sign-in/county">以縣市帳號登入</a>，選擇縣市後在它的頁面照下面的順序點選。所有縣市帳號的密碼都是 <code class="id">${countyPassword}</code>。　<span lang="en">Four sample counties run here too; every account has this one password.</span></p>
<ul class="people">${counties.map((county) => countyCard(county, catalogue))}</ul>
`;
}

function countyCard({ county, name }: CountyPage, catalogue: Catalogue): Html {
  const accounts = countyAccounts(county, catalogue);
  const known = accounts.filter(({ roster }) => roster === "here");
  const [first] = known;
  const pupil = known.find(({ role, places: [place] }) => role === "student" && place?.class !== undefined);
  const chosen: (readonly [CountyAccount | undefined, keyof typeof shows])[] = [
    [pupil, "pupil"],
    [first?.role === "staff" ? first : undefined, "hand"],
    [known.find(({ places }) => places.length > 1), "two"],
    [accounts.find(({ roster }) => roster === "unknown"), "unknown"],
  ];
  const lines = chosen.map(([account, what]) => (account === undefined ? html`` : accountLine(account, what)));
  return html`<li><article><h3>${name}（範例）</h3><dl>${lines}</dl></article></li>`;
}

function accountLine({ account, name, role, places }: CountyAccount, what: keyof typeof shows): Html {
  const { zh, en } = shows[what];
  const way = role === "student" ? "學生登入" : "教師登入";
  const clicks = [way, ...clicksTo(places[0])].join(" → ");
  return html`<div><dt class="id">${account}</dt><dd>${name}：${zh}　<span lang="en">${en}</span><br>${clicks}</dd></div>`;
}

function clicksTo(place: CountyPlace | undefined): string[] {
  if (place === undefined) return [];
  const { district, school, grade, class: className, seat } = place;
  const inClass = className === undefined ? [] : [`${grade}年${className}班`, `${seat} 號`];
  return [district, school.name, ...inClass];
}
