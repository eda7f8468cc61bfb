import { Page } from "../../components/page/page.tsx";
import { myAccountWords } from "../../words/my-account.ts";
import { useWords } from "../../words/words.ts";
import { AccountDetails } from "./account-details.tsx";
import { ShownOwn } from "./shown-own.tsx";
import { useOwn } from "./use-own.ts";

/** 查閱個人資料 (M35), and the way to all that can be changed of it. */
export function MyAccount() {
  const words = useWords(myAccountWords);
  const own = useOwn("GET /api/my-account", "/my-account");
  return (
    <Page title={words.title}>
      <ShownOwn own={own} lines={12}>
        {(details) => <AccountDetails details={details} now={Date.now()} />}
      </ShownOwn>
    </Page>
  );
}
