import { openSampleServer, type SampleHandler, type SampleServer } from "../sample-server.ts";

export { formOf } from "../sample-server.ts";
export type CountyHandler = SampleHandler;
export type CountyServer = SampleServer;

/** A server of a sample county, on a free port. */
export const openCountyServer = (): Promise<CountyServer> => openSampleServer("A sample county");
