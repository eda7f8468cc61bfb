import type { CountyConfigurations } from "../../../functions/contract/counties.ts";
import type { SampleCounty } from "./accounts.ts";

/** A sample county that runs, and what the site has to know to sign people in with it. */
export interface RunningCounty {
  readonly county: SampleCounty;
  readonly title: string;
  /** Where it runs. */
  readonly origin: string;
  readonly configuration: NonNullable<CountyConfigurations[SampleCounty]>;
  stop(): Promise<void>;
}
