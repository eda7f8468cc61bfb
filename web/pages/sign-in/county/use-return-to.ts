import { useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import { isForApplication, safeReturnTo } from "../../../return-to.ts";
import { useSession } from "../../../session.tsx";
import { afterSignIn } from "./rules/next-address.ts";

/**
 * Where the person wants to be afterwards. Someone who is signed in already goes straight there, a second tab or the back button:
 * but for an application that asks for a sign-in again.
 */
export function useReturnTo(): string | undefined {
  const { query, route } = useLocation();
  const { session } = useSession();
  // Kept from the start: while the next page is fetched, this one is still here and the address is already the next one.
  const [returnTo] = useState(() => safeReturnTo(query.returnTo));
  useEffect(() => {
    if (session.state === "in" && !isForApplication(returnTo)) route(afterSignIn(returnTo), true);
  }, [session.state, returnTo, route]);
  return returnTo;
}
