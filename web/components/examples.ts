import type { ComponentType } from "preact";

/** The states of one component, shown in the gallery at /local/components and checked there. */
export interface Examples {
  readonly component: string;
  readonly states: readonly { readonly name: string; readonly Show: ComponentType }[];
}
