import type { Adapter, AdapterPayload } from "oidc-provider";
import { clientMetadata } from "./client-metadata.ts";
import { grantModel } from "./grant-model.ts";
import { interactionModel } from "./interaction-model.ts";
import type { ProviderParts } from "./parts.ts";
import { sessionModel } from "./session-model.ts";
import { accessTokenModel, codeModel, refreshTokenModel } from "./token-models.ts";

type Awaitable<T> = Promise<T>;

/** What the library does with a model of its own. What is left out is never called, or has nothing to do. */
export interface Model {
  find?(id: string): Awaitable<AdapterPayload | undefined>;
  upsert?(id: string, payload: AdapterPayload, expiresIn: number): Awaitable<void>;
  consume?(id: string): Awaitable<void>;
  destroy?(id: string): Awaitable<void>;
  revokeByGrantId?(grantId: string): Awaitable<void>;
}

const unsupported = (what: string) => async (): Promise<never> => {
  throw new Error(`the provider does not keep ${what}`);
};

/** The library's storage: by model name, each as it is kept here. A model nobody switched on is refused loudly. */
export function models(parts: ProviderParts): (name: string) => Adapter {
  const all: Record<string, Model> = {
    Session: sessionModel(parts),
    Interaction: interactionModel(parts),
    Grant: grantModel(parts),
    AuthorizationCode: codeModel(parts),
    AccessToken: accessTokenModel(parts),
    RefreshToken: refreshTokenModel(parts),
    Client: {
      async find(clientId) {
        const application = await parts.applications.find(clientId);
        return application && (clientMetadata(application, parts.rules.scopesOf(application)) as AdapterPayload);
      },
    },
  };
  return (name) => {
    const model = all[name] ?? {};
    return {
      find: model.find ?? unsupported(name),
      upsert: model.upsert ?? unsupported(name),
      consume: model.consume ?? unsupported(name),
      destroy: model.destroy ?? unsupported(name),
      revokeByGrantId: model.revokeByGrantId ?? unsupported(name),
      findByUid: unsupported(`${name} by uid`),
      findByUserCode: unsupported(`${name} by user code`),
    };
  };
}
