/** The digits in what was typed or pasted, six at most: 「１２３ ４５６」 is 123456. */
export function digitsOf(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[^0-9]/g, "")
    .slice(0, 6);
}
