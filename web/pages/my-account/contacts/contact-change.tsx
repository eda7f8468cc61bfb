import { useState } from "preact/hooks";
import type { MyAccount } from "../../../../functions/contract/schemas/my-account.ts";
import { trimSpaces } from "../../../../functions/person/text.ts";
import { ButtonLink } from "../../../components/button/button.tsx";
import { Notice } from "../../../components/notice/notice.tsx";
import { SummaryList } from "../../../components/summary-list/summary-list.tsx";
import { contactStepWords, contactsWords } from "../../../words/my-contacts.ts";
import { accountEmailWords } from "../../../words/my-details.ts";
import { useWords } from "../../../words/words.ts";
import { AccountFrame } from "../account-frame.tsx";
import { type Channel, ContactCode } from "./contact-code.tsx";
import { ContactForm } from "./contact-form.tsx";

/** A code that is on its way to the new contact. Moments in ms since 1970. */
export interface SentCode {
  readonly masked: string;
  readonly expiresAt: number;
  readonly resendAt: number;
}

interface ContactChangeProps {
  readonly channel: Channel;
  readonly details: MyAccount;
}

/** The new contact → 傳送驗證碼 → the code that came → 儲存變更 → 資料更新成功 (M35, T20). */
export function ContactChange({ channel, details }: ContactChangeProps) {
  const [typed, setTyped] = useState("");
  const [sent, setSent] = useState<SentCode>();
  const [saved, setSaved] = useState<string>();
  // What is known when the page opens: afterwards the account has the new one.
  const [before] = useState(channel === "email" ? details.email : details.mobile);
  // A mail has the link that takes it back; a text message has none.
  const [isTold] = useState(details.email !== undefined);
  const isAccount = channel === "email" && details.details !== undefined;
  const value = trimSpaces(typed);

  if (saved !== undefined) return <Saved channel={channel} value={saved} isTold={isTold} isAccount={isAccount} />;
  if (!sent)
    return (
      <ContactForm
        channel={channel}
        present={before?.value}
        isTold={isTold}
        isAccount={isAccount}
        typed={typed}
        onInput={setTyped}
        onSent={setSent}
      />
    );
  return (
    <ContactCode
      channel={channel}
      value={value}
      sent={sent}
      onSent={setSent}
      onChange={() => setSent(undefined)}
      onSaved={setSaved}
    />
  );
}

interface SavedProps {
  readonly channel: Channel;
  readonly value: string;
  readonly isTold: boolean;
  readonly isAccount: boolean;
}

function Saved({ channel, value, isTold, isAccount }: SavedProps) {
  const account = useWords(accountEmailWords);
  const words = useWords(contactStepWords);
  const names = useWords(contactsWords);
  return (
    <AccountFrame title={words.done} backHref={false} focusKey="done">
      <SummaryList items={[{ term: names[channel], detail: <b translate={false}>{value}</b> }]} />
      {(isTold || isAccount) && (
        <Notice>
          {isAccount && <p>{account.changed}</p>}
          {isTold && <p>{words.doneOld}</p>}
        </Notice>
      )}
      <div class="actions">
        <ButtonLink kind="primary" href="/my-account">
          {words.ok}
        </ButtonLink>
      </div>
    </AccountFrame>
  );
}
