import { changesOnceADay } from "../../../../functions/contract/reset-ways.ts";
import { ButtonLink } from "../../../components/button/button.tsx";
import { newPasswordWords } from "../../../words/reset-password.ts";
import { useWords } from "../../../words/words.ts";
import { PasswordSet } from "./password-set.tsx";
import type { DoneGrant } from "./shown.ts";

/** 密碼變更完成 (M50, M51): on to 登入, or to 忘記帳號. */
export function ResetDone({ done: { account, way } }: { readonly done: DoneGrant }) {
  const words = useWords(newPasswordWords);
  return (
    <PasswordSet account={account} words={words} heading={changesOnceADay(way) ? words.doneOnceADay : words.done}>
      <ButtonLink href="/forgot-account">{words.forgotAccount}</ButtonLink>
    </PasswordSet>
  );
}
