import { useEffect, useRef } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import { signInFor } from "../../return-to.ts";
import { type Session, useSession } from "../../session.tsx";

/** Who is signed in. Without a session: to 登入, and back to `address` afterwards. */
export function useSignedIn(address: string): Session {
  const { route } = useLocation();
  const { session } = useSession();
  const wasIn = useRef(false);
  useEffect(() => {
    if (session.state === "in") wasIn.current = true;
    // Who pressed 登出 here is on the way to the page that says so.
    if (session.state === "out" && !(session.left && wasIn.current)) route(signInFor(address), true);
  }, [session, address, route]);
  return session;
}
