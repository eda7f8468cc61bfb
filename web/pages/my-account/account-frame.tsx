import { FormPage, type FormPageProps } from "../../components/form-page/form-page.tsx";
import { ProofStep } from "../../components/proof-again/proof-step.tsx";
import type { ProofAgain } from "../../components/proof-again/use-proof-again.ts";
import { useSession } from "../../session.tsx";
import { proofAgainWords } from "../../words/proof-again.ts";
import { useWords } from "../../words/words.ts";

interface AccountFrameProps extends Omit<FormPageProps, "backHref" | "documentTitle"> {
  /** Default: 查閱個人資料. */
  readonly backHref?: string | false;
  readonly proof?: ProofAgain;
}

/** One page of one's own account, and in its place the password again where that is asked for. */
export function AccountFrame({ backHref = "/my-account", proof, ...page }: AccountFrameProps) {
  const proving = useWords(proofAgainWords);
  const { session } = useSession();
  const asking = proof?.asking ?? false;
  return (
    <div class="wizard">
      {proof && asking && <ProofStep proof={proof} accountName={session.state === "in" ? session.accountName : ""} />}
      {/* Hidden and not gone: what was typed stays. */}
      <div hidden={asking}>
        <FormPage {...page} backHref={backHref} {...(asking ? { documentTitle: proving.title } : {})} />
      </div>
    </div>
  );
}
