import type { MyAccount } from "../../../functions/contract/schemas/my-account.ts";
import { ButtonLink } from "../../components/button/button.tsx";
import { Picture } from "../../components/picture-field/picture.tsx";
import { SummaryList } from "../../components/summary-list/summary-list.tsx";
import { myAccountWords } from "../../words/my-account.ts";
import { detailWords, shownDetailWords } from "../../words/my-details.ts";
import { pictureWords } from "../../words/picture.ts";
import { useWords } from "../../words/words.ts";
import { AccountText } from "../reset-password/new/account-text.tsx";

interface PublicDetailsProps {
  readonly account: MyAccount;
  readonly details: NonNullable<MyAccount["details"]>;
}

/** 基本資料 of 其他 (M20): what they told of themselves, and the way to change it. They have no school. */
export function PublicDetails({ account, details }: PublicDetailsProps) {
  const words = useWords(myAccountWords);
  const own = useWords(shownDetailWords);
  const labels = useWords(detailWords);
  const pictures = useWords(pictureWords);
  const none = <span class="muted">{own.none}</span>;
  return (
    <section>
      <h2>{words.basics}</h2>
      <SummaryList
        items={[
          { term: pictures.label, detail: <Picture source={account.picture} /> },
          { term: words.account, detail: <AccountText account={account.account} /> },
          { term: words.name, detail: <span translate={false}>{account.name}</span> },
          { term: own.identity, detail: own.other },
          { term: own.nickname, detail: <span translate={false}>{details.nickname}</span> },
          { term: labels.phone, detail: details.phone ? <span translate={false}>{details.phone}</span> : none },
          { term: labels.gender, detail: details.gender ? labels[details.gender] : none },
        ]}
      />
      <div class="actions">
        <ButtonLink href="/my-account/details">{own.edit}</ButtonLink>
      </div>
    </section>
  );
}
