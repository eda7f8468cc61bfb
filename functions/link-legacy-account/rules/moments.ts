import type { LegacyPlatform } from "../../contract/legacy.ts";
import { lastMinuteBefore } from "../../contract/legacy-moment.ts";

/** M80: refused from the moment itself on, to the millisecond. */
export const hasSignInEnded = ({ signInEnds }: LegacyPlatform, now: number): boolean => now >= Date.parse(signInEnds);

/** When joining ended, as an ISO time in UTC; undefined while it goes on: it outlives the old sign-in, for who comes back late. */
export function linkingEnded({ linkingEnds }: LegacyPlatform, now: number): string | undefined {
  return linkingEnds === undefined || now < Date.parse(linkingEnds) ? undefined : inUtc(linkingEnds);
}

/**
 * Several applications may be one platform, each with a file of its own: the earliest moments count, so that none of them holds a door open
 * that another one has shut.
 */
export function withEarliestMoments(platform: LegacyPlatform, others: readonly LegacyPlatform[]): LegacyPlatform {
  const all = [platform, ...others];
  const signInEnds = earliest(all.map((each) => each.signInEnds)) ?? platform.signInEnds;
  const linkingEnds = earliest(all.flatMap((each) => each.linkingEnds ?? []));
  return { ...platform, signInEnds, ...(linkingEnds === undefined ? {} : { linkingEnds }) };
}

const earliest = (moments: readonly string[]): string | undefined =>
  moments.toSorted((one, other) => Date.parse(one) - Date.parse(other))[0];

export const inUtc = (moment: string): string => new Date(Date.parse(moment)).toISOString();

/** M80, as the platform shows it after an old sign-in. */
export function endNotice({ signInEnds }: LegacyPlatform) {
  const last = lastMinuteBefore(Date.parse(signInEnds));
  return {
    "zh-TW": `原平台帳號登入功能將維持至${last["zh-TW"]}，之後請改由「教育雲入口網」統一登入。`,
    en: `The old sign-in works until ${last.en}. From then on, sign in with the education cloud account.`,
  };
}
