/** A case that was opened in this tab. The code is in memory only: a reload, or the next case, forgets it. */
export interface OpenedHere {
  readonly number: string;
  readonly code: string;
  /** Where number and code went besides; undefined when nothing was sent. */
  readonly sentTo?: "email" | "mobile";
}

let last: OpenedHere | undefined;

export function rememberOpened(opened: OpenedHere | undefined): void {
  last = opened;
}

/** The case opened last in this tab. */
export const openedHere = (): OpenedHere | undefined => last;
