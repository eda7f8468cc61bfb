import * as z from "zod/mini";

/** The 22 counties and cities by ISO 3166-2 without `TW-`, as in `contract/data/counties.csv` (M3). */
export const countyIds = [
  "NWT",
  "TPE",
  "TAO",
  "TXG",
  "TNN",
  "KHH",
  "ILA",
  "HSQ",
  "MIA",
  "CHA",
  "NAN",
  "YUN",
  "CYQ",
  "PIF",
  "TTT",
  "HUA",
  "PEN",
  "KEE",
  "HSZ",
  "CYI",
  "KIN",
  "LIE",
] as const;
export const countyId = z.enum(countyIds);
export type CountyId = z.infer<typeof countyId>;
