/** The parts of `openid` 2.0.18 that are used here; it brings no types. */
declare module "openid" {
  export interface Provider {
    readonly version: string;
    readonly endpoint: string;
  }
  export type Done<T> = (error: { readonly message?: string } | null | undefined, result?: T | null) => void;
  export interface Extension {
    readonly requestParams: Readonly<Record<string, string>>;
  }
  export interface Verified {
    readonly authenticated: boolean;
    readonly claimedIdentifier?: string;
  }
  interface OpenId {
    RelyingParty: new (
      returnUrl: string,
      realm: string,
      stateless: boolean,
      strict: boolean,
      extensions: readonly Extension[],
    ) => {
      authenticate(identifier: string, immediate: boolean, done: Done<string>): void;
      verifyAssertion(address: string, done: Done<Verified>): void;
    };
    AttributeExchange: new (attributes: Readonly<Record<string, "required">>) => Extension;
    SimpleRegistration: new (fields: Readonly<Record<string, "required">>) => Extension;
    loadDiscoveredInformation(claimedId: string, done: Done<Provider>): void;
    saveDiscoveredInformation(claimedId: string, provider: Provider, done: Done<never>): void;
  }
  const openid: OpenId;
  export default openid;
}

declare module "openid/http.js" {
  export type Answered = (body: string, headers: Readonly<Record<string, string>>, status: number) => void;
  interface Transport {
    get: (address: string, unused: unknown, answered: Answered) => void;
    post: (address: string, form: Readonly<Record<string, string>>, answered: Answered) => void;
  }
  const transport: Transport;
  export default transport;
}
