import type { Draft } from "./registrations.ts";

/** The application of a browser, as a sealed cookie that only we can read (T10: bound to this browser). */
export interface Drafts {
  /** The live draft of a cookie, or undefined. */
  read(cookie: string | undefined): Promise<Draft | undefined>;
  /** The Set-Cookie line for a draft, with its life begun anew. */
  cookie(draft: Draft): Promise<string>;
}
