import { useEffect, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import { shellWords } from "../../words/shell.ts";
import { useSay, useWords } from "../../words/words.ts";
import { Icon } from "../icon/icon.tsx";
import { accountMenu } from "./menu.ts";

/** 帳號管理: a button that opens a list of links. Escape, a click elsewhere and leaving it with Tab close it. */
export function AccountMenu() {
  const words = useWords(shellWords);
  const say = useSay();
  const { path } = useLocation();
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => setOpen(false), [path]);
  useEffect(() => {
    if (!open) return;
    const closeUnlessInside = (event: Event) => {
      if (!box.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener("click", closeUnlessInside);
    document.addEventListener("focusin", closeUnlessInside);
    return () => {
      document.removeEventListener("click", closeUnlessInside);
      document.removeEventListener("focusin", closeUnlessInside);
    };
  }, [open]);
  return (
    <nav
      class="account-menu"
      aria-label={words.menu}
      ref={box}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !open) return;
        setOpen(false);
        button.current?.focus();
      }}
    >
      <button
        type="button"
        class="header__control"
        ref={button}
        aria-expanded={open}
        aria-controls="account-menu"
        onClick={() => setOpen(!open)}
      >
        {words.menu}
        <Icon name="down" />
      </button>
      <ul id="account-menu" hidden={!open}>
        {accountMenu.map((entry) => (
          <li key={entry.href}>
            <a href={entry.href} aria-current={path === entry.href ? "page" : undefined}>
              {say(entry.words)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
