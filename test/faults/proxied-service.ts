import { type ServiceOptions, startService } from "../service/service.ts";
import { type RunningProxy, startProxy } from "./proxy.ts";

/** The whole service with the proxy between it and everything it keeps things in or sends things by. One a test file. */
export async function startProxiedService(options: ServiceOptions = {}) {
  let proxy: RunningProxy | undefined;
  const between = async (environment: NodeJS.ProcessEnv) => {
    proxy = await startProxy(environment);
    return proxy;
  };
  const service = await startService({ ...options, between });
  if (proxy === undefined) throw new Error("the proxy was not asked to stand between");
  return { service, proxy, lane: proxy.lane() };
}
