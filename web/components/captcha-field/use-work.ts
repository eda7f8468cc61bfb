import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { CaptchaForm } from "../../../functions/contract/schemas/parts.ts";
import { call } from "../../api.ts";

export type Work =
  | { readonly state: "idle" | "failed" }
  | { readonly state: "working"; readonly percent: number }
  /** `proof` is what ALTCHA calls the payload: base64 JSON of the challenge and its solution. */
  | { readonly state: "done"; readonly proof: string };

/** The silent proof of work. The solver is fetched when it is first asked for: most people never need it. */
export function useWork(form: CaptchaForm) {
  const [work, setWork] = useState<Work>({ state: "idle" });
  const running = useRef<AbortController>(undefined);

  const startWork = useCallback(async () => {
    running.current?.abort();
    const mine = new AbortController();
    running.current = mine;
    const tell = (news: Work) => {
      if (!mine.signal.aborted) setWork(news);
    };
    tell({ state: "working", percent: 0 });
    const outcome = await call("POST /api/captcha/work", { form });
    if (!outcome.ok) return tell({ state: "failed" });
    try {
      const { solveWork, expiryOf } = await import("./solve-work.ts");
      const proof = await solveWork(outcome.answer, mine.signal, (percent) => tell({ state: "working", percent }));
      tell({ state: "done", proof });
      const again = setTimeout(() => void startWork(), expiryOf(outcome.answer) - Date.now());
      mine.signal.addEventListener("abort", () => clearTimeout(again));
    } catch {
      tell({ state: "failed" });
    }
  }, [form]);

  const stopWork = useCallback(() => {
    running.current?.abort();
    setWork({ state: "idle" });
  }, []);
  useEffect(() => () => running.current?.abort(), []);

  return { work, startWork, stopWork };
}
