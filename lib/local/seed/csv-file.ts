/** A CSV file as bytes: RFC 4180, CRLF, UTF-8. `mark` puts the byte order mark in front that Excel writes. */
export function csvFile(header: readonly string[], rows: readonly (readonly string[])[], mark = false): Uint8Array {
  const text = [header, ...rows].map((cells) => `${cells.map(quoted).join(",")}\r\n`).join("");
  return new TextEncoder().encode(mark ? `\uFEFF${text}` : text);
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
