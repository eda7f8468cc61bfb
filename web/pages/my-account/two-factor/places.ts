import type { AnswerOf } from "../../../../functions/contract/routes.ts";

export const base = "/my-account/two-factor";

export type FactorState = AnswerOf<"GET /api/my-account/two-factor">["state"];

/** 設備系統: what the steps are written for. */
export const systems = ["ios", "android", "other"] as const;
export type System = (typeof systems)[number];

export const readSystem = (asked: string | undefined): System | undefined => systems.find((system) => system === asked);

const places: Readonly<Record<string, readonly FactorState[]>> = {
  "": ["none", "bound", "on"],
  device: ["none", "bound"],
  app: ["none", "bound"],
  scan: ["none", "bound"],
  enable: ["bound"],
  "recovery-codes": ["on"],
  unbind: ["bound", "on"],
};

/** Whether a page below 雙因子認證綁定 has something to do as the second factor stands; an address nobody knows has not. */
export function isAllowed(place: string, state: FactorState): boolean {
  return Object.hasOwn(places, place) && (places[place]?.includes(state) ?? false);
}
