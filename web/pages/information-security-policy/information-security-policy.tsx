import { Prose } from "../../components/prose/prose.tsx";
import { informationSecurityPolicyText } from "../../words/information-security-policy.ts";

/** 資訊安全管理政策 (M92). */
export function InformationSecurityPolicy() {
  return <Prose text={informationSecurityPolicyText} />;
}
