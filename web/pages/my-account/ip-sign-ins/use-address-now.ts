import { useEffect, useState } from "preact/hooks";
import { call } from "../../../api.ts";
import { useSession } from "../../../session.tsx";

/** The address this browser is signed in from; undefined while it is not known, and where it cannot be told. */
export function useAddressNow(): string | undefined {
  const { session } = useSession();
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (session.state !== "in") return setAddress(undefined);
    void call("GET /api/my-account/devices").then(
      (outcome) => outcome.ok && setAddress(outcome.answer.devices.find(({ current }) => current)?.address),
    );
  }, [session.state]);
  return address;
}
