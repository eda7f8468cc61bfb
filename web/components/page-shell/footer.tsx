import { service } from "../../service.ts";
import { shellWords } from "../../words/shell.ts";
import { useSay, useWords } from "../../words/words.ts";
import { footerMenu } from "./footer-menu.ts";

export function Footer() {
  const words = useWords(shellWords);
  const say = useSay();
  return (
    <footer class="footer">
      <div class="footer__inner">
        <nav aria-label={words.footer}>
          <ul>
            {footerMenu.map((entry) => (
              <li key={entry.href}>
                <a href={entry.href}>{say(entry.words)}</a>
              </li>
            ))}
          </ul>
        </nav>
        <p>
          {words.helpLine} <a href={service.helpLine.phoneLink}>{service.helpLine.phone}</a>
        </p>
        <p>{words.service}</p>
      </div>
    </footer>
  );
}
