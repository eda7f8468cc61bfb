import type { Language } from "./language.tsx";

const zone = "Asia/Taipei";

/** A moment as a person here reads it: 2026年11月21日 15:04, or 21 November 2026, 15:04. `iso` is UTC ISO 8601. */
export function dateTimeOf(iso: string, language: Language): string {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat(language === "en" ? "en-GB" : "zh-TW", {
      timeZone: zone,
      year: "numeric",
      month: language === "en" ? "long" : "numeric",
      day: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    })
      .formatToParts(new Date(iso))
      .map((part) => [part.type, part.value]),
  );
  const time = `${parts.hour}:${parts.minute}`;
  if (language === "en") return `${parts.day} ${parts.month} ${parts.year}, ${time}`;
  // The year is the common era's, as on the rest of the page, whatever calendar this phone is set to.
  return `${parts.year}年${parts.month}月${parts.day}日 ${time}`;
}

/** The day of a moment here, for the name of a file: 2026-11-21. */
export function dayOf(iso: string): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: zone }).format(new Date(iso));
}

const units = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
] as const;

/** How long ago it was, or is to come: 3 小時前. Within a minute: 剛剛. `now` is in ms since 1970. */
export function relativeTimeOf(iso: string, now: number, language: Language): string {
  const seconds = (Date.parse(iso) - now) / 1000;
  const unit = units.find(([, length]) => Math.abs(seconds) >= length);
  if (!unit) return language === "en" ? "just now" : "剛剛";
  const [name, length] = unit;
  return new Intl.RelativeTimeFormat(language === "en" ? "en" : "zh-TW", { numeric: "always" }).format(
    Math.trunc(seconds / length),
    name,
  );
}
