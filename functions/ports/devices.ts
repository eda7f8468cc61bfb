/** Browsers that a person has signed in with before, in a sealed cookie of the browser itself (T03). One computer may know several people. */
export interface KnownDevice {
  readonly userId: string;
  readonly id: string;
}

export interface Devices {
  read(cookie: string | undefined): Promise<readonly KnownDevice[]>;
  /** The Set-Cookie line, newest first, older ones dropped past a small number. */
  cookie(devices: readonly KnownDevice[]): Promise<string>;
}
