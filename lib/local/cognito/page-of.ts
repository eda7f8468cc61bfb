import * as z from "zod/mini";

/** How many rows one answer of a list may hold. */
export const pageSize = z.int().check(z.minimum(1), z.maximum(60));

/** The rows after the one whose id is the token, in the order of their ids, and the token for those that follow. */
export function pageOf<Row extends { id: string }>(all: Row[], size: number, after = "") {
  const rest = all.filter((row) => row.id > after).sort((a, b) => (a.id < b.id ? -1 : 1));
  const rows = rest.slice(0, size);
  return { rows, next: rest.length > size ? rows.at(-1)?.id : undefined };
}
