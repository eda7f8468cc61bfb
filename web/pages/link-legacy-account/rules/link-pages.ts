import type { LegacyArrival } from "../../../../functions/contract/schemas/legacy.ts";

/** Pages of who comes to a legacy platform, each at its address below `/link-legacy-account`. */
const addresses = {
  notice: "/link-legacy-account",
  account: "/link-legacy-account/account",
  password: "/link-legacy-account/find-password",
  register: "/link-legacy-account/register",
  done: "/link-legacy-account/done",
} as const;
export type LinkPage = keyof typeof addresses;

export const linkBase = addresses.notice;

/** Which platform, and the application's request that waits meanwhile, if one does: both stand in the address. */
export interface Coming {
  readonly client: string;
  readonly interaction?: string | undefined;
}

export function linkAddress(page: LinkPage, { client, interaction }: Coming): string {
  const query = new URLSearchParams({ ...(interaction === undefined ? {} : { interaction }), client });
  return `${addresses[page]}?${query}`;
}

/** Where signing in as somebody else leads: to the request that waits, which may ask more of the other account, or here. */
export const signedInAddress = (coming: Coming) =>
  coming.interaction === undefined ? linkAddress("notice", coming) : `/consent/${coming.interaction}`;

export function linkPageAt(path: string): LinkPage {
  const known = Object.entries(addresses).find(([, address]) => address === path);
  return (known?.[0] ?? "notice") as LinkPage;
}

/** The page to show when `wanted` is asked for: who has come already is told so, who has not sees nothing of it (M84). */
export function linkPageToShow(
  wanted: LinkPage,
  { state, linkingEnded }: Pick<LegacyArrival, "state" | "linkingEnded">,
) {
  if (state !== "open") return "done";
  if (wanted === "done") return "notice";
  return linkingEnded !== undefined && (wanted === "account" || wanted === "password") ? "notice" : wanted;
}
