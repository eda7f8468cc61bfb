import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { CaptchaForm } from "../../../functions/contract/schemas/parts.ts";
import { call } from "../../api.ts";
import { useLanguage } from "../../words/language.tsx";

export type Picture =
  | { readonly state: "loading" }
  /** `renewed`: it replaced an expired one, so the person is told that the digits changed. */
  | { readonly state: "ready"; readonly token: string; readonly source: string; readonly renewed: boolean }
  | { readonly state: "failed" };

/** So long before its end a picture is replaced: time enough to type three digits and press the button. */
const spare = 15;

/** The digits of the captcha and its picture, always one that will still be good when it is sent. */
export function usePicture(form: CaptchaForm) {
  const { language } = useLanguage();
  const [picture, setPicture] = useState<Picture>({ state: "loading" });
  const [digits, setDigits] = useState("");
  const [dueAt, setDueAt] = useState<number>();
  const asked = useRef(0);

  const load = useCallback(
    async (renewed: boolean) => {
      asked.current += 1;
      const mine = asked.current;
      setPicture({ state: "loading" });
      setDigits("");
      setDueAt(undefined);
      const outcome = await call("POST /api/captcha", { form });
      if (mine !== asked.current) return;
      if (!outcome.ok) return setPicture({ state: "failed" });
      const { token, picture: svg, expiresIn } = outcome.answer;
      setPicture({ state: "ready", token, source: `data:image/svg+xml,${encodeURIComponent(svg)}`, renewed });
      setDueAt(Date.now() + Math.max(spare, expiresIn - spare) * 1000);
    },
    [form],
  );
  const renewPicture = useCallback(() => void load(false), [load]);

  useEffect(() => {
    if (dueAt === undefined) return;
    // A page nobody looks at asks for nothing; it catches up when it is seen again.
    const renewWhenSeen = () => {
      if (!document.hidden && Date.now() >= dueAt) void load(true);
    };
    const timer = setTimeout(renewWhenSeen, dueAt - Date.now());
    document.addEventListener("visibilitychange", renewWhenSeen);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", renewWhenSeen);
    };
  }, [dueAt, load]);

  const speak = useCallback(async () => {
    if (picture.state !== "ready") return false;
    const outcome = await call("POST /api/captcha/sound", { token: picture.token, language });
    if (!outcome.ok) return false;
    const sound = new Audio(`data:audio/wav;base64,${outcome.answer.wav}`);
    return sound.play().then(
      () => true,
      () => false,
    );
  }, [picture, language]);

  return { picture, digits, setDigits, renewPicture, speak };
}
