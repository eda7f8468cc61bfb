import { termsVersion } from "../../../../functions/contract/terms.ts";

const storageKey = "public.agreed";

/** Whether this very version was agreed to in this tab: a reload of the form does not ask again. Nothing personal is stored (T21). */
export function hasAgreed(): boolean {
  try {
    return sessionStorage.getItem(storageKey) === termsVersion;
  } catch {
    return false;
  }
}

export function rememberAgreed(agreed: boolean): void {
  try {
    if (agreed) sessionStorage.setItem(storageKey, termsVersion);
    else sessionStorage.removeItem(storageKey);
  } catch {
    // Without storage a reload asks once more.
  }
}
