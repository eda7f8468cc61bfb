import type { Application } from "../contract/applications.ts";

export interface RegisteredApplication extends Application {
  /** Missing for an application without one. */
  readonly clientSecret?: string;
  /**
   * Since when there is one under this client id, without having been removed in between; epoch milliseconds. Missing of what is older
   * than this field.
   */
  readonly registeredAt?: number;
}

/** Connected applications. `find` and `list` may answer from the last minute. */
export interface Applications {
  find(clientId: string): Promise<RegisteredApplication | undefined>;
  /** All, by name; without secrets. There are hundreds, not millions: one query of one partition. */
  list(): Promise<readonly Application[]>;
  /** Makes or replaces one, with an audit record. Gives the secret when one was made, since there was none: shown once. */
  save(application: Application, by: { readonly operator: string }): Promise<string | undefined>;
  /** Another secret; the one before is worth nothing, from the next minute on everywhere. Undefined when there is no application, or one that has none. */
  renewSecret(clientId: string, by: { readonly operator: string }): Promise<string | undefined>;
  /** False when there is none. */
  remove(clientId: string, by: { readonly operator: string }): Promise<boolean>;
}
