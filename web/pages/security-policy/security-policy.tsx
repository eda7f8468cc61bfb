import { Prose } from "../../components/prose/prose.tsx";
import { securityPolicyText } from "../../words/security-policy.ts";

/** 網站安全政策 (M92). */
export function SecurityPolicy() {
  return <Prose text={securityPolicyText} />;
}
