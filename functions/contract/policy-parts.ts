export interface Window {
  readonly seconds: number;
  readonly most: number;
}

export interface PasswordRules {
  readonly minLength: number;
  readonly maxLength: number;
  readonly classes: { kind: "letters-and-digits" } | { kind: "any-of"; count: number } | { kind: "none" };
}

/** In seconds. */
export const minute = 60;
export const hour = 60 * minute;
export const day = 24 * hour;
