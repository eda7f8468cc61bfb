import { useState } from "preact/hooks";
import type { AnswerOf } from "../../../../functions/contract/routes.ts";
import { trimSpaces } from "../../../../functions/person/text.ts";
import { call } from "../../../api.ts";
import { Button, ButtonLink } from "../../../components/button/button.tsx";
import { Form } from "../../../components/form-page/form.tsx";
import { useProofAgain } from "../../../components/proof-again/use-proof-again.ts";
import { SummaryList } from "../../../components/summary-list/summary-list.tsx";
import { TextField } from "../../../components/text-field/text-field.tsx";
import { usePress } from "../../../use-press.ts";
import { closeAccountWords } from "../../../words/close-account.ts";
import { useWords } from "../../../words/words.ts";
import { AccountText } from "../../reset-password/new/account-text.tsx";
import { AccountFrame } from "../account-frame.tsx";
import { ShownOwn } from "../shown-own.tsx";
import { useOwn } from "../use-own.ts";

interface CloseFormProps {
  readonly onClosed: (closed: AnswerOf<"POST /api/my-account/close">) => void;
}

/** What closing means, and the account typed, so that nobody closes one by a slip. */
export function CloseForm({ onClosed }: CloseFormProps) {
  const words = useWords(closeAccountWords);
  const own = useOwn("GET /api/my-account", "/my-account/close");
  const press = usePress();
  const proof = useProofAgain();
  const [typed, setTyped] = useState("");
  const other = [{ id: "account", text: words.accountOther }];

  // Of an address that is an account, the part before @ is not the account (M20).
  const isEmail = own.answer?.details !== undefined;
  const close = (account: string) => {
    const accountName = trimSpaces(typed);
    const names = isEmail ? [account] : [account, account.slice(0, account.lastIndexOf("@"))];
    const isOwn = names.includes(accountName.toLowerCase());
    const found = accountName === "" ? [{ id: "account", text: words.needAccount }] : isOwn ? [] : other;
    return press.submit(found, async () => {
      const outcome = await proof.freshly(() => call("POST /api/my-account/close", { accountName }));
      if (outcome?.ok) onClosed(outcome.answer);
      if (!outcome || outcome.ok) return undefined;
      return outcome.problem.code === "bad-request" ? { errors: other } : { problem: outcome.problem };
    });
  };
  return (
    <AccountFrame title={words.title} lead={words.lead} press={press} proof={proof}>
      <section>
        <h2>{words.what}</h2>
        <ul class="bullets">
          <li>{words.disabled}</li>
          <li>{words.applications}</li>
          <li>{words.back}</li>
          <li>{words.erased}</li>
        </ul>
        <p>
          {words.download}{" "}
          <a class="tap" href="/my-account/data">
            {words.downloadLink}
          </a>
        </p>
      </section>
      <section>
        <h2>{words.sure}</h2>
        <ShownOwn own={own} lines={6}>
          {({ account }) => (
            <Form onSubmit={() => void close(account)}>
              <SummaryList items={[{ term: words.yours, detail: <AccountText account={account} /> }]} />
              <TextField
                id="account"
                label={words.accountName}
                hint={isEmail ? words.emailHint : words.accountHint}
                value={typed}
                onInput={setTyped}
                plain
                error={press.errorOf("account")}
              />
              <div class="actions">
                <Button type="submit" kind="primary" busy={press.busy}>
                  {words.submit}
                </Button>
                <ButtonLink href="/my-account">{words.keep}</ButtonLink>
              </div>
            </Form>
          )}
        </ShownOwn>
      </section>
    </AccountFrame>
  );
}
