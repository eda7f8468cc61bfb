/** Parts of the day as the manual writes times: from which hour on (M80). */
const dayParts = [
  [18, "晚間"],
  [13, "下午"],
  [12, "中午"],
  [6, "上午"],
  [0, "凌晨"],
] as const;
const months = "January February March April May June July August September October November December".split(" ");
const taipei = 8 * 3_600_000;

/**
 * A moment to the minute as people in Taiwan read it: 104年1月31日晚間11點59分, 31 January 2015, 23:59. `time`: epoch milliseconds.
 */
export function momentInWords(time: number): { readonly "zh-TW": string; readonly en: string } {
  const there = new Date(time + taipei);
  const [year, month, day] = [there.getUTCFullYear(), there.getUTCMonth(), there.getUTCDate()];
  const [hour, minute] = [there.getUTCHours(), there.getUTCMinutes()];
  const part = dayParts.find(([from]) => hour >= from)?.[1] ?? "";
  const clock = [hour, minute].map((number) => String(number).padStart(2, "0")).join(":");
  return {
    "zh-TW": `${year - 1911}年${month + 1}月${day}日${part}${hour > 12 ? hour - 12 : hour}點${minute === 0 ? "" : `${minute}分`}`,
    en: `${day} ${months[month]} ${year}, ${clock}`,
  };
}

/** The last minute before a moment: what the manual names where something works "until" then. */
export const lastMinuteBefore = (time: number) => momentInWords(time - 1);
