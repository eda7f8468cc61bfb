import { useLayoutEffect, useState } from "preact/hooks";
import { maskEmail } from "../../../../functions/person/masks.ts";
import type { ProblemCode } from "../../../api.ts";
import { Loading } from "../../../components/loading/loading.tsx";
import { Page } from "../../../components/page/page.tsx";
import { PageNotLoaded } from "../../../components/page-not-loaded/page-not-loaded.tsx";
import { ProblemPanel } from "../../../components/problem-panel/problem-panel.tsx";
import { useOwnAddress } from "../../../own-address.ts";
import { useLaterPages } from "../../../use-later-pages.ts";
import { publicWords } from "../../../words/public-registration.ts";
import { useWords } from "../../../words/words.ts";
import { emptyForm } from "../rules/register-form.ts";
import { pageAt, registerAddresses, registerPageToShow } from "../rules/register-pages.ts";
import { hasAgreed, rememberAgreed } from "./agreed.ts";
import { ConsentStep } from "./consent-step.tsx";
import { DoneStep } from "./done-step.tsx";
import { NoRegistration } from "./no-registration.tsx";
import { useRegistration } from "./use-registration.ts";

/**
 * 其他會員註冊 (M20): 同意書 → the form → 收信啟用 → 啟用成功, each at its address. What is typed lives here, so that going back finds it
 * again, and nowhere else.
 */
export function PublicRegister() {
  const words = useWords(publicWords);
  const { path, isHere, route } = useOwnAddress(registerAddresses.consent);
  const { registration, problem, refresh, save } = useRegistration();
  const later = useLaterPages(() => import("./later-steps.ts"));
  const [form, setForm] = useState(emptyForm);
  const [picture, setPicture] = useState<Blob>();
  const [pictureNews, setPictureNews] = useState<ProblemCode | "sent">();
  // Activated on this page, before the eyes of its owner.
  const [mine, setMine] = useState<string>();

  const wanted = pageAt(path);
  const page = registerPageToShow(wanted, hasAgreed(), registration?.step ?? "sent");
  const waits = (page === "code" || page === "done") && !registration;
  const address = page === "gone" ? path : registerAddresses[page];
  // Before the page is seen: whoever presses on it at once is not called back.
  useLayoutEffect(() => {
    if (isHere && !waits && address !== path) route(address, true);
  }, [isHere, waits, address, path, route]);

  if (waits)
    return (
      <Page title={words.title}>
        {problem ? <ProblemPanel problem={problem} onRetry={() => void refresh()} /> : <Loading lines={8} />}
      </Page>
    );
  if (page === "gone") return <NoRegistration />;
  if (page === "consent") return <ConsentStep registration={registration} />;
  if (page === "done") return <DoneStep account={mine ?? maskEmail(registration?.account ?? "")} />;
  if (later === "failed") return <PageNotLoaded />;
  if (page === "form" && later)
    return (
      <later.FormStep
        registration={registration}
        form={form}
        picture={picture}
        onChange={(change) => setForm((before) => ({ ...before, ...change }))}
        onPicture={setPicture}
        onSent={(answer, refused) => {
          setPictureNews(refused);
          setMine(undefined);
          save(answer);
        }}
      />
    );
  if (!registration || !later) return <Loading lines={8} />;
  return (
    <later.CodeStep
      registration={registration}
      refresh={refresh}
      known={form.password}
      picture={pictureNews}
      onPicture={(refused) => setPictureNews(refused ?? "sent")}
      onActivated={(account) => {
        setMine(account);
        setForm(emptyForm);
        setPicture(undefined);
        setPictureNews(undefined);
        rememberAgreed(false);
      }}
    />
  );
}
