import { useOwnAddress } from "../../../own-address.ts";
import { baseOf, type RecoveryPurpose } from "../recovery.ts";
import { AskForCode } from "./ask-for-code.tsx";
import { EnterCode } from "./enter-code.tsx";

interface CodeWayProps {
  readonly purpose: RecoveryPurpose;
  /** What the way is called. */
  readonly title: string;
}

/** By a code (M45, M55): account and captcha at `/code`, the six digits at `/code/enter`. */
export function CodeWay({ purpose, title }: CodeWayProps) {
  const { path } = useOwnAddress(`${baseOf[purpose]}/code`);
  if (path.endsWith("/enter")) return <EnterCode purpose={purpose} />;
  return <AskForCode purpose={purpose} title={title} />;
}
