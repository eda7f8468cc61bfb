import { useEffect, useState } from "preact/hooks";

/** Takes what stands behind # out of the address: whoever looks over a shoulder, copies the address or goes back must not have it. */
function take(): string | undefined {
  const fragment = location.hash.slice(1);
  if (location.hash !== "") history.replaceState(null, "", location.pathname + location.search);
  return fragment === "" ? undefined : fragment;
}

/** The secret of a mailed link, in memory only. Another link opened in the same tab loads no page: its secret takes the place of the first. */
export function useTakenFragment(): string | undefined {
  const [taken, setTaken] = useState(take);
  useEffect(() => {
    const takeNext = () => setTaken((before) => take() ?? before);
    addEventListener("hashchange", takeNext);
    return () => removeEventListener("hashchange", takeNext);
  }, []);
  return taken;
}
