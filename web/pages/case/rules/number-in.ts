/** The case number in `/case/{number}`, as it stands there; empty where the address has none, or something else. */
export function numberIn(path: string): string {
  return /^\/case\/([0-9A-Za-z-]{1,20})$/.exec(path)?.[1] ?? "";
}
