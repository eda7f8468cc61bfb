import type { RefObject } from "preact";
import { CaptchaField } from "../../../components/captcha-field/captcha-field.tsx";
import { type Captcha, useCaptcha } from "../../../components/captcha-field/use-captcha.ts";

interface CodeCaptchaProps {
  /** Where the page finds its answer. */
  readonly captcha: RefObject<Captcha | null>;
  readonly error: string | undefined;
}

/** Asked for only when the service says so (T09), so it is fetched only then. */
export function CodeCaptcha({ captcha, error }: CodeCaptchaProps) {
  const own = useCaptcha("verify-code");
  captcha.current = own;
  return <CaptchaField id="captcha" captcha={own} error={error} />;
}
