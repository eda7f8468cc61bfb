import type { CountyId } from "../../functions/contract/counties.ts";
import type { Sentence } from "./words.ts";

/** The 22 names for the gallery, which asks no service. */
export const exampleCountyNames: Readonly<Record<CountyId, Sentence>> = {
  NWT: { "zh-TW": "新北市", en: "New Taipei City" },
  ILA: { "zh-TW": "宜蘭縣", en: "Yilan County" },
  TAO: { "zh-TW": "桃園市", en: "Taoyuan City" },
  HSQ: { "zh-TW": "新竹縣", en: "Hsinchu County" },
  MIA: { "zh-TW": "苗栗縣", en: "Miaoli County" },
  TXG: { "zh-TW": "臺中市", en: "Taichung City" },
  CHA: { "zh-TW": "彰化縣", en: "Changhua County" },
  NAN: { "zh-TW": "南投縣", en: "Nantou County" },
  YUN: { "zh-TW": "雲林縣", en: "Yunlin County" },
  CYQ: { "zh-TW": "嘉義縣", en: "Chiayi County" },
  TNN: { "zh-TW": "臺南市", en: "Tainan City" },
  KHH: { "zh-TW": "高雄市", en: "Kaohsiung City" },
  PIF: { "zh-TW": "屏東縣", en: "Pingtung County" },
  TTT: { "zh-TW": "臺東縣", en: "Taitung County" },
  HUA: { "zh-TW": "花蓮縣", en: "Hualien County" },
  PEN: { "zh-TW": "澎湖縣", en: "Penghu County" },
  KEE: { "zh-TW": "基隆市", en: "Keelung City" },
  HSZ: { "zh-TW": "新竹市", en: "Hsinchu City" },
  CYI: { "zh-TW": "嘉義市", en: "Chiayi City" },
  TPE: { "zh-TW": "臺北市", en: "Taipei City" },
  KIN: { "zh-TW": "金門縣", en: "Kinmen County" },
  LIE: { "zh-TW": "連江縣", en: "Lienchiang County" },
};

export const exampleCountyWords = {
  button: (county: string): Sentence => ({ "zh-TW": `使用${county}縣市帳號`, en: `Use a ${county} account` }),
  office: (county: string): Sentence => ({ "zh-TW": `${county}政府教育局`, en: `${county} education office` }),
};
