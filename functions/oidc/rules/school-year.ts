const taipei = 8 * 3_600_000;

/** The school year in 民國 years, August to July, and its semester (first to January), at a moment in epoch milliseconds. */
export function schoolTermAt(now: number): { readonly year: number; readonly semester: 1 | 2 } {
  const date = new Date(now + taipei);
  const month = date.getUTCMonth() + 1;
  const year = date.getUTCFullYear() - 1911 - (month < 8 ? 1 : 0);
  return { year, semester: month >= 8 || month === 1 ? 1 : 2 };
}
