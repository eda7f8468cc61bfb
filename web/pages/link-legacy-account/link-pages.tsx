import { useLayoutEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import type { LegacyArrival } from "../../../functions/contract/schemas/legacy.ts";
import type { ProblemCode } from "../../api.ts";
import { Loading } from "../../components/loading/loading.tsx";
import { PageNotLoaded } from "../../components/page-not-loaded/page-not-loaded.tsx";
import { useOwnAddress } from "../../own-address.ts";
import { useSession } from "../../session.tsx";
import type { LaterPages } from "../../use-later-pages.ts";
import { identityOf } from "../../words/link-legacy-form.ts";
import { useSay } from "../../words/words.ts";
import type { Own } from "../my-account/use-own.ts";
import { DonePage } from "./done-page.tsx";
import { NoticePage } from "./notice-page.tsx";
import type { PlatformForm } from "./rules/form-check.ts";
import { type Coming, type LinkPage, linkAddress, linkBase, linkPageToShow } from "./rules/link-pages.ts";

/** What is typed of the old account: in memory only, so that going back finds it again. */
export interface TypedOld {
  readonly account: string;
  readonly password: string;
  readonly email: string;
  /** A one-use password was asked for, so it may be what is typed. */
  readonly hasOneUse: boolean;
}

const nothingTyped: TypedOld = { account: "", password: "", email: "", hasOneUse: false };

/** What every page of them has. */
export interface LinkPageProps {
  readonly coming: Coming;
  readonly arrival: LegacyArrival;
  /** The signed-in account. */
  readonly account: string;
}

interface LinkPagesProps extends LinkPageProps {
  readonly wanted: LinkPage;
  readonly own: Own<LegacyArrival>;
  readonly later: LaterPages<typeof import("./later-pages.ts")>;
}

/** Refusals after which the service knows more of where the person stands than the page: it is asked again. */
const outdated: readonly ProblemCode[] = ["legacy-has-link", "legacy-linking-ended"];
/** Refusals after which another person may be signed in, or nobody. */
const otherSession: readonly ProblemCode[] = ["not-signed-in", "wrong-csrf-token"];

/** The notice, and what each of its two ways leads to; what is typed lives here. */
export function LinkPages({ wanted, own, later, coming, arrival, account }: LinkPagesProps) {
  const { route } = useLocation();
  const { isHere } = useOwnAddress(linkBase);
  const { refresh } = useSession();
  const say = useSay();
  const [typed, setTyped] = useState(nothingTyped);
  const [form, setForm] = useState<PlatformForm>(() => formOf(arrival.form, say));

  const page = linkPageToShow(wanted, arrival);
  const address = linkAddress(page, coming);
  // Before the page is seen: whoever presses on it at once is not called back.
  useLayoutEffect(() => {
    if (isHere && page !== wanted) route(address, true);
  }, [isHere, page, wanted, address, route]);

  const shared = { coming, arrival, account };
  const asksAgain = async (code: ProblemCode) => {
    if (otherSession.includes(code)) await refresh();
    if (outdated.includes(code)) await own.retry();
    return outdated.includes(code) || code === "not-signed-in";
  };
  const change = (news: Partial<TypedOld>) => setTyped((before) => ({ ...before, ...news }));
  if (page === "done") return <DonePage {...shared} />;
  if (page === "notice") return <NoticePage {...shared} />;
  if (later === "failed") return <PageNotLoaded />;
  if (later === undefined)
    return (
      <div class="wizard">
        <Loading lines={14} />
      </div>
    );
  if (page === "account")
    return (
      <later.AccountPage
        {...shared}
        typed={typed}
        onTyped={change}
        asksAgain={asksAgain}
        onLinked={(legacyAccount) => {
          setTyped(nothingTyped);
          own.put({ ...arrival, state: "linked", legacyAccount });
        }}
      />
    );
  if (page === "password")
    return <later.FindPassword {...shared} typed={typed} onTyped={change} asksAgain={asksAgain} />;
  return (
    <later.RegisterPage
      {...shared}
      form={form}
      onChange={(news) => setForm((before) => ({ ...before, ...news }))}
      asksAgain={asksAgain}
      onRegistered={() => own.put({ ...arrival, state: "registered" })}
    />
  );
}

/** Prefilled as the manual shows it; 職稱 begins as what the person is at a school. */
const formOf = (known: LegacyArrival["form"], say: ReturnType<typeof useSay>): PlatformForm => ({
  title: known.roles.length > 0 ? say(identityOf(known.roles)) : "",
  phone: known.phone ?? "",
  email: known.email ?? "",
  gender: known.gender ?? "none",
  personId: "",
  chineseName: known.name,
  englishName: "",
});
