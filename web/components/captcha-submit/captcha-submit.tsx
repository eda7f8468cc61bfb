import type { ComponentChildren } from "preact";
import type { Press } from "../../use-press.ts";
import { Button } from "../button/button.tsx";
import { CaptchaField } from "../captcha-field/captcha-field.tsx";
import type { Captcha } from "../captcha-field/use-captcha.ts";

interface CaptchaSubmitProps {
  readonly captcha: Captcha;
  readonly press: Pick<Press, "busy" | "errorOf">;
  readonly label: string;
  /** Where else one may go from here. */
  readonly children?: ComponentChildren;
}

/** How a form with a captcha ends: the captcha, then the one button (M25). */
export function CaptchaSubmit({ captcha, press, label, children }: CaptchaSubmitProps) {
  return (
    <>
      <CaptchaField id="captcha" captcha={captcha} error={press.errorOf("captcha")} />
      <div class="actions">
        <Button type="submit" kind="primary" busy={press.busy}>
          {label}
        </Button>
        {children}
      </div>
    </>
  );
}
