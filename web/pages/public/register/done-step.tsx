import { activatedWords } from "../../../words/public-activation.ts";
import { useWords } from "../../../words/words.ts";
import { Activated } from "../activated.tsx";
import { registerAddresses } from "../rules/register-pages.ts";

/** 啟用成功. On a shared computer the next person begins from here. */
export function DoneStep({ account }: { readonly account: string }) {
  const words = useWords(activatedWords);
  return (
    <Activated account={account}>
      <p>
        {words.nextExplain}{" "}
        <a class="tap" href={registerAddresses.consent}>
          {words.next}
        </a>
      </p>
    </Activated>
  );
}
