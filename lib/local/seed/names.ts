import type { Random } from "./random.ts";
import type { SampleName } from "./seed-person.ts";

const surnames = [
  ..."陳林黃張李王吳劉蔡楊許鄭謝郭洪曾邱廖賴周徐蘇葉莊呂江何蕭羅高潘簡朱鍾彭游詹胡施沈余趙盧梁顏柯孫魏翁戴范宋方鄧杜傅侯曹薛丁卓馬董唐",
];
const doubleSurnames = ["歐陽", "張簡", "范姜"];
const givenSigns = [
  ..."子宇承宏彥冠品柏庭恩家佳怡雅欣婷筱思詩語晴芸安嘉俊建志明文育仁信哲翔睿廷軒妤涵琪瑜穎靜淑惠玉美秀月春芳華珊慧敏",
];
/** Outside Big5 or easily lost: names that old systems break. */
const rareSigns = ["𠮷", "堃", "喆", "犇", "𤧟", "峯"];
const indigenousParts = [
  "巴奈",
  "達瑪畢瑪",
  "伊斯立端",
  "尤命",
  "拉娃",
  "阿洛",
  "比黛",
  "都瑪斯",
  "撒韻",
  "卡造",
  "馬躍",
  "烏瑪芙",
];
const foreignNames: readonly (readonly [family: string, given: string])[] = [
  ["NGUYEN", "THI MAI"],
  ["TRAN", "VAN AN"],
  ["SARI", "DEWI"],
  ["SANTOS", "MARIA"],
  ["O'NEILL", "ANNA-MARIE"],
  ["SOMSAK", "ARUN"],
];

export function hanName(family: string, given: string): SampleName {
  return { family, given, whole: family + given };
}

/** A name in parts joined by ．: the first is the person's own, the others the house's or the parents'. */
export function indigenousName(parts: readonly string[]): SampleName {
  const [given = "", ...rest] = parts;
  return { given, family: rest.join("．"), whole: parts.join("．") };
}

export function foreignName(family: string, given: string): SampleName {
  return { family, given, whole: `${family} ${given}` };
}

/** Most names have three characters; some have what trips systems: 臺 and 台, rare characters, long indigenous names. */
export function makeName(random: Random): SampleName {
  if (random.chance(3)) return indigenousName(differentParts(random));
  const family = random.chance(2) ? random.pick(doubleSurnames) : random.pick(surnames);
  const first = random.pick(givenSigns);
  if (random.chance(2)) return hanName(family, first + random.pick(rareSigns));
  if (random.chance(2)) return hanName(family, random.pick(["臺", "台"]) + first);
  return hanName(family, random.chance(6) ? first : first + random.pick(givenSigns));
}

export function makeForeignName(random: Random): SampleName {
  return random.chance(50) ? foreignName(...random.pick(foreignNames)) : makeName(random);
}

function differentParts(random: Random): string[] {
  const start = random.below(indigenousParts.length);
  const count = 2 + random.below(3);
  return Array.from({ length: count }, (_, step) => indigenousParts[(start + step * 5) % indigenousParts.length]!);
}
