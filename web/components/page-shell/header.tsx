import { useState } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import { useSession } from "../../session.tsx";
import { useLanguage } from "../../words/language.tsx";
import { shellWords } from "../../words/shell.ts";
import { useWords } from "../../words/words.ts";
import { Icon } from "../icon/icon.tsx";
import { AccountMenu } from "./account-menu.tsx";
import { Mark } from "./mark.tsx";

export function Header() {
  const words = useWords(shellWords);
  const { language, setLanguage } = useLanguage();
  const other = language === "en" ? "zh-TW" : "en";
  return (
    <header class="header">
      <div class="header__inner">
        <a class="header__name" href="/">
          <Mark />
          <span>
            <span class="header__service">{words.service}</span>
            <span class="header__account">{words.account}</span>
          </span>
        </a>
        <div class="header__controls">
          <AccountMenu />
          <button
            type="button"
            class="header__control"
            lang={other === "en" ? "en" : "zh-Hant-TW"}
            onClick={() => setLanguage(other)}
          >
            <Icon name="globe" />
            {words.otherLanguage}
          </button>
          <a class="header__control header__control--roomy" href="/applications">
            {words.applications}
          </a>
          <Who />
        </div>
      </div>
    </header>
  );
}

/** 登入, or the person's name with 登出. While it is not known, the place of 登入 is kept free. */
function Who() {
  const words = useWords(shellWords);
  const { session, signOut } = useSession();
  const { route } = useLocation();
  const [failed, setFailed] = useState(false);
  if (session.state !== "in")
    return (
      <a
        class={session.state === "loading" ? "header__control header__control--waiting" : "header__control"}
        href="/sign-in"
      >
        <Icon name="enter" />
        {words.signIn}
      </a>
    );
  const leave = async () => {
    const { ok } = await signOut();
    setFailed(!ok);
    if (ok) route("/sign-out");
  };
  return (
    <>
      <a class="header__control header__person" href="/my-account">
        <Icon name="person" />
        <span class="visually-hidden">{words.signedInAs}</span>
        <span class="header__person-name">{session.name ?? session.accountName}</span>
      </a>
      <button type="button" class="header__control" onClick={leave}>
        {words.signOut}
      </button>
      {failed && (
        <p class="header__failed" role="alert">
          {words.signOutFailed}
        </p>
      )}
    </>
  );
}
