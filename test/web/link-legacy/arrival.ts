import type { LegacyArrival } from "../../../functions/contract/schemas/legacy.ts";
import type { startSite } from "../../journeys/site.ts";
import { answer, type Given, named, signedIn } from "../answers.ts";

export const client = "ups-learning";
export const uid = "V1StGXR8_Z5jdHi6B-myT";
/** The page, or one below it, with or without an application's request that waits. */
export const at = (below = "") => `/link-legacy-account${below}?interaction=${uid}&client=${client}`;
export const alone = (below = "") => `/link-legacy-account${below}?client=${client}`;
export const showIt = `GET /api/legacy/${client}`;
export const linkIt = `POST /api/legacy/${client}/link`;
export const registerIt = `POST /api/legacy/${client}/register`;
export const findIt = `POST /api/legacy/${client}/find-password`;
export const resetIt = `POST /api/legacy/${client}/one-use-password`;
export const decideIt = `POST /api/oidc/interactions/${uid}`;

export const reasonOfId = named(
  "身份証為教師傳送研習時數至「全國教師在職進修網」的重要依據。",
  "Training hours are sent by it.",
);

/** Somebody of the slides (M83) who comes to the platform of the slides before its moment. */
export const arrival = (
  more: Partial<LegacyArrival> = {},
  form: Partial<LegacyArrival["form"]> = {},
): LegacyArrival => ({
  clientId: client,
  address: "https://ups.example.edu.tw/",
  platform: {
    id: "ups",
    name: named("數位學習服務平台", "E-learning platform"),
    help: named("平台客服電話 05-2720411 分機33131", "05-2720411 ext. 33131"),
    signInEnds: "2015-01-31T16:00:00.000Z",
  },
  ended: false,
  state: "open",
  form: {
    name: "王小明",
    roles: ["teacher"],
    phone: "0912-345-678",
    email: "ming@home.test",
    personIdNeeded: false,
    ...form,
  },
  ...more,
});

type Answers = Readonly<Record<string, Given>>;

/** The page of somebody who is signed in. In English the words are, once the button is pressed. */
export async function open(
  site: Awaited<ReturnType<typeof startSite>>,
  path: string,
  answers: Answers = {},
  language: "zh-TW" | "en" = "zh-TW",
) {
  const page = await site.open("/privacy", { language });
  const asked = await answer(page, { "GET /api/session": signedIn, [showIt]: arrival(), ...answers });
  await page.goto(path);
  const bodies = (key: string) => asked.filter((one) => one.key === key).map(({ body }) => body);
  return { page, asked, bodies };
}
