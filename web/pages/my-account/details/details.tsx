import { ButtonLink } from "../../../components/button/button.tsx";
import { myDetailsWords } from "../../../words/my-details.ts";
import { useWords } from "../../../words/words.ts";
import { AccountFrame } from "../account-frame.tsx";
import { ShownOwn } from "../shown-own.tsx";
import { useOwn } from "../use-own.ts";
import { DetailsForm } from "./details-form.tsx";
import { OwnPicture } from "./own-picture.tsx";

/** 修改 of what 其他 told of themselves (M20): picture, nickname, phone and gender. */
export function MyDetails() {
  const words = useWords(myDetailsWords);
  const own = useOwn("GET /api/my-account", "/my-account/details");
  return (
    <AccountFrame title={words.title}>
      <ShownOwn own={own} lines={10}>
        {(account) =>
          account.details ? (
            <>
              <OwnPicture kept={account.picture} />
              <DetailsForm present={account.details} />
              <p>
                {words.emailElse}{" "}
                <a class="tap" href="/my-account/contacts/email">
                  {words.emailLink}
                </a>
              </p>
            </>
          ) : (
            <>
              <p>{words.notYours}</p>
              <ButtonLink href="/my-account/school">{words.toSchool}</ButtonLink>
            </>
          )
        }
      </ShownOwn>
    </AccountFrame>
  );
}
