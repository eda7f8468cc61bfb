/** What the gateway writes back. `headers` may repeat a name (Set-Cookie) by an array. */
export interface LocalAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: string | Buffer;
}

export function problem(status: number, code: string, title: string): LocalAnswer {
  const body = JSON.stringify({ type: "about:blank", title, status, code, id: "gateway" });
  return { status, headers: { "content-type": "application/problem+json", "cache-control": "no-store" }, body };
}
