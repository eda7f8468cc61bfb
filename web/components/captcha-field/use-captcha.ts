import { useCallback, useEffect, useMemo, useState } from "preact/hooks";
import type { CaptchaAnswer, CaptchaForm } from "../../../functions/contract/schemas/parts.ts";
import { type Picture, usePicture } from "./use-picture.ts";
import { useWork, type Work } from "./use-work.ts";

export interface Captcha {
  /** Two equal ways; the person chooses, or the service asks for the proof of work. */
  readonly mode: "digits" | "work";
  readonly picture: Picture;
  readonly digits: string;
  readonly work: Work;
  /** What goes into the request as `captcha`; undefined while it is not answered. */
  readonly answer: CaptchaAnswer | undefined;
  setDigits(digits: string): void;
  speak(): Promise<boolean>;
  /** A fresh one of the same kind. Call it after every refused request, since a captcha is good for one. */
  renew(): void;
  chooseWork(): void;
  chooseDigits(): void;
}

/** The captcha of one form (M25). Give it to a CaptchaField, send `answer`, and after a problem call `renew()`. */
export function useCaptcha(form: CaptchaForm): Captcha {
  const [mode, setMode] = useState<Captcha["mode"]>("digits");
  const { picture, digits, setDigits, renewPicture, speak } = usePicture(form);
  const { work, startWork, stopWork } = useWork(form);
  useEffect(renewPicture, [renewPicture]);
  const renew = useCallback(() => (mode === "work" ? startWork() : renewPicture()), [mode, startWork, renewPicture]);
  const answer = useMemo((): CaptchaAnswer | undefined => {
    if (mode === "work") return work.state === "done" ? { proof: work.proof } : undefined;
    return picture.state === "ready" && digits !== "" ? { token: picture.token, digits } : undefined;
  }, [mode, work, picture, digits]);
  const chooseWork = useCallback(() => {
    setMode("work");
    startWork();
  }, [startWork]);
  const chooseDigits = useCallback(() => {
    stopWork();
    setMode("digits");
    renewPicture();
  }, [stopWork, renewPicture]);
  return { mode, picture, digits, work, answer, setDigits, speak, renew, chooseWork, chooseDigits };
}
