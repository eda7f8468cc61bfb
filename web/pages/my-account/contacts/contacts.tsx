import type { MyAccount } from "../../../../functions/contract/schemas/my-account.ts";
import { Notice } from "../../../components/notice/notice.tsx";
import { WayList } from "../../../components/way-list/way-list.tsx";
import { useOwnAddress } from "../../../own-address.ts";
import { contactsWords } from "../../../words/my-contacts.ts";
import { accountEmailWords } from "../../../words/my-details.ts";
import { useWords } from "../../../words/words.ts";
import { AccountFrame } from "../account-frame.tsx";
import { ShownOwn } from "../shown-own.tsx";
import { useOwn } from "../use-own.ts";
import { ContactChange } from "./contact-change.tsx";
import type { Channel } from "./contact-code.tsx";

const base = "/my-account/contacts";
const channels: Readonly<Record<string, Channel>> = { [`${base}/email`]: "email", [`${base}/mobile`]: "sms" };

/** 修改備用電子郵件信箱/行動電話 (M35): which of the two, and each at its own address. */
export function Contacts() {
  const words = useWords(contactsWords);
  const account = useWords(accountEmailWords);
  const { path } = useOwnAddress(base);
  const own = useOwn("GET /api/my-account", path);
  const channel = channels[path];
  if (channel && own.answer) return <ContactChange key={channel} channel={channel} details={own.answer} />;
  return (
    <AccountFrame title={words.title} lead={words.lead} focusKey={path}>
      <ShownOwn own={own} lines={6}>
        {({ email, mobile, details }) => (
          <>
            <WayList
              ways={[
                { href: `${base}/email`, icon: "mail", name: words.email, about: present(words, email) },
                { href: `${base}/mobile`, icon: "phone", name: words.sms, about: present(words, mobile) },
              ]}
            />
            {details && (
              <Notice>
                <p>{account.contacts}</p>
              </Notice>
            )}
          </>
        )}
      </ShownOwn>
    </AccountFrame>
  );
}

function present(words: ReturnType<typeof useWords<typeof contactsWords>>, contact: MyAccount["email"]): string {
  if (!contact) return words.none;
  return contact.proved ? words.now(contact.value) : words.unproved(contact.value);
}
