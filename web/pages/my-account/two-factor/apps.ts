import type { System } from "./places.ts";

export interface AuthenticatorApp {
  readonly name: string;
  /** Its page at the store of the system's maker. */
  readonly store: string;
}

const google = "Google Authenticator";
const microsoft = "Microsoft Authenticator";

/** Free apps in Chinese and English that take any TOTP seed (RFC 6238). */
export const appsFor: Readonly<Record<System, readonly AuthenticatorApp[]>> = {
  ios: [
    { name: google, store: "https://apps.apple.com/tw/app/google-authenticator/id388497605" },
    { name: microsoft, store: "https://apps.apple.com/tw/app/microsoft-authenticator/id983156458" },
  ],
  android: [
    { name: google, store: "https://play.google.com/store/apps/details?id=com.google.android.apps.authenticator2" },
    { name: microsoft, store: "https://play.google.com/store/apps/details?id=com.azure.authenticator" },
  ],
  other: [],
};
