import { bindWords } from "../../words/my-two-factor.ts";
import { useWords } from "../../words/words.ts";
import type { Examples } from "../examples.ts";
import { QrPicture } from "./qr-picture.tsx";

/** The example seed of RFC 6238, which nobody's account has. */
const uri = "otpauth://totp/EduCloud:wang.ming?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=EduCloud";

const Shown = ({ small }: { small?: boolean }) => (
  <QrPicture text={uri} label={useWords(bindWords).qr} {...(small ? { small } : {})} />
);

export const examples: Examples = {
  component: "qr-picture",
  states: [
    { name: "of a seed", Show: () => <Shown /> },
    { name: "small", Show: () => <Shown small /> },
  ],
};
