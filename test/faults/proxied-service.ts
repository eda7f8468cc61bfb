import { startCountyService } from "../service/counties.ts";
import { type PartsOptions, type ServiceOptions, startService } from "../service/service.ts";
import { type RunningProxy, startProxy } from "./proxy.ts";

/** The whole service with the proxy between it and everything it keeps things in or sends things by. One a test file. */
export const startProxiedService = (options: ServiceOptions = {}) => behindProxy(startService, options);

/** The same with the sample counties, which are not behind the proxy. */
export const startProxiedCountyService = (options: ServiceOptions = {}) => behindProxy(startCountyService, options);

async function behindProxy<S>(start: (options: ServiceOptions & PartsOptions) => Promise<S>, options: ServiceOptions) {
  let proxy: RunningProxy | undefined;
  const between = async (environment: NodeJS.ProcessEnv) => {
    proxy = await startProxy(environment);
    return proxy;
  };
  const service = await start({ ...options, between });
  if (proxy === undefined) throw new Error("the proxy was not asked to stand between");
  return { service, proxy, lane: proxy.lane() };
}
