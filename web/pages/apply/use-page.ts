import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import { PageNotLoaded } from "../../components/page-not-loaded/page-not-loaded.tsx";
import { IdentityPage } from "./identity/identity-page.tsx";
import { PersonPage } from "./person/person-page.tsx";
import { type ApplyPage, applyPages } from "./rules/steps.ts";
import { SchoolPage } from "./school/school-page.tsx";

type Shown = () => VNode | null;

/** The pages that are fetched, each when it is gone to; whoever only looks in does not wait for them. */
const later: Partial<Record<ApplyPage, () => Promise<Shown>>> = {
  confirm: () => import("./confirm/confirm-page.tsx").then((page) => page.ConfirmPage),
  consent: () => import("./consent/consent-page.tsx").then((page) => page.ConsentPage),
  account: () => import("./account/account-page.tsx").then((page) => page.AccountPage),
  code: () => import("./code/code-page.tsx").then((page) => page.CodePage),
  review: () => import("./review/review-page.tsx").then((page) => page.ReviewPage),
  done: () => import("./done/done-page.tsx").then((page) => page.DonePage),
};
const here: Partial<Record<ApplyPage, Shown>> = { identity: IdentityPage, school: SchoolPage, person: PersonPage };

async function fetchPage(page: ApplyPage | undefined): Promise<void> {
  const load = page && !here[page] ? later[page] : undefined;
  if (page && load) here[page] = await load();
}

/** The page of a step, or undefined while it is on its way. The one after it is fetched meanwhile, so that nobody waits for it. */
export function usePage(page: ApplyPage | undefined): Shown | undefined {
  const [, setArrivals] = useState(0);
  const [failed, setFailed] = useState<ApplyPage>();
  useEffect(() => {
    if (page === undefined) return;
    let wanted = true;
    fetchPage(page).then(
      () => wanted && setArrivals((count) => count + 1),
      () => wanted && setFailed(page),
    );
    // Should this one fail, it is asked for again when it is gone to.
    fetchPage(applyPages[applyPages.indexOf(page) + 1]).catch(() => undefined);
    return () => {
      wanted = false;
    };
  }, [page]);
  if (page === undefined) return undefined;
  return here[page] ?? (failed === page ? PageNotLoaded : undefined);
}
