/** How many digits a captcha has (M25). */
export const captchaLength = 3;

/**
 * Three digits, each of 0–9 equally likely, from random bytes passed in. A byte above 249 is passed over: 256 is no
 * multiple of 10, so taking its remainder would favour 0–5. Sixteen bytes suffice but for once in 10^20 times; too few
 * good ones throw a RangeError, and the caller draws again.
 */
export function digitsFrom(bytes: Uint8Array): string {
  const digits = [...bytes].filter((byte) => byte < 250).slice(0, captchaLength);
  if (digits.length < captchaLength) throw new RangeError("Too few random bytes for the digits of a captcha");
  return digits.map((byte) => byte % 10).join("");
}
