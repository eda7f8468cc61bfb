import { ButtonLink } from "../../../components/button/button.tsx";
import { QrPicture } from "../../../components/qr-picture/qr-picture.tsx";
import { bindWords, twoFactorWords } from "../../../words/my-two-factor.ts";
import { partWords } from "../../../words/parts.ts";
import { useWords } from "../../../words/words.ts";
import { AccountFrame } from "../account-frame.tsx";
import { appsFor } from "./apps.ts";
import { base, type System } from "./places.ts";

/** The download places of the apps for this system, each as a link and as a QR code for the phone's camera. */
export function AppStep({ system = "other" }: { readonly system: System | undefined }) {
  const words = useWords(bindWords);
  const shared = useWords(twoFactorWords);
  const parts = useWords(partWords);
  const apps = appsFor[system];
  return (
    <AccountFrame
      title={words.appTitle}
      {...(apps.length > 0 ? { lead: words.appLead } : {})}
      caption={parts.step(2, 3)}
      backHref={`${base}/device?os=${system}`}
      focusKey="app"
    >
      {apps.length > 0 && (
        <ul class="stores">
          {apps.map(({ name, store }) => (
            <li class="store" key={name}>
              <QrPicture text={store} label={words.storeQr(name)} small />
              <div>
                <h2 translate={false}>{name}</h2>
                <a class="tap" href={store} target="_blank" rel="noreferrer">
                  {words.store(name)}
                </a>
              </div>
            </li>
          ))}
        </ul>
      )}
      <p>{words.appOther}</p>
      <div class="actions actions--apart">
        <ButtonLink kind="primary" href={`${base}/scan?os=${system}`}>
          {shared.next}
        </ButtonLink>
      </div>
    </AccountFrame>
  );
}
