import { Prose } from "../../components/prose/prose.tsx";
import { privacyText } from "../../words/privacy.ts";

/** 隱私權政策 (M92). */
export function Privacy() {
  return <Prose text={privacyText} />;
}
