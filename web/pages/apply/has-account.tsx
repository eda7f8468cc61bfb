import { ButtonLink } from "../../components/button/button.tsx";
import { useCountyProof } from "../../components/county-picker/county-proof.ts";
import { Notice } from "../../components/notice/notice.tsx";
import { signInFor } from "../../return-to.ts";
import { applyWords, personWords } from "../../words/apply.ts";
import { countyWayWords } from "../../words/county-way.ts";
import { partWords } from "../../words/parts.ts";
import { useWords } from "../../words/words.ts";

/** M14: who has an account already is told so, and where to go with it: 忘記帳號, 忘記密碼. A proved county account is linked on the way. */
export function HasAccount() {
  const words = useWords(personWords);
  const apply = useWords(applyWords);
  const way = useWords(countyWayWords);
  const parts = useWords(partWords);
  const [proof] = useCountyProof();
  const isProved = proof.state === "ready" && proof.proof.county !== undefined;
  return (
    <Notice kind="info" heading={words.hasAccountTitle}>
      <p>{words.hasAccountExplain}</p>
      <div class="actions">
        <ButtonLink href={isProved ? signInFor("/sign-in/county/link") : "/sign-in"}>
          {isProved ? way.signInAndLink : apply.signIn}
        </ButtonLink>
        <ButtonLink href="/forgot-account">{words.forgotAccount}</ButtonLink>
        <ButtonLink href="/reset-password">{words.forgotPassword}</ButtonLink>
        <ButtonLink href="/contact-us?about=unknown-account" kind="quiet">
          {parts.contactUs}
        </ButtonLink>
      </div>
    </Notice>
  );
}
