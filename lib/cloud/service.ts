import type { App } from "aws-cdk-lib";
import type { FunctionName } from "../../functions/contract/functions.ts";
import { ApiStack } from "./stacks/api.ts";
import { DataStack } from "./stacks/data.ts";
import { EdgeLogStack } from "./stacks/edge-log.ts";
import { FirewallStack } from "./stacks/firewall.ts";
import { IdentityStack } from "./stacks/identity.ts";
import { MessagesStack } from "./stacks/messages.ts";
import { OperationsStack } from "./stacks/operations.ts";
import { PagesStack } from "./stacks/pages.ts";
import { SiteStack } from "./stacks/site.ts";
import type { StageSettings } from "./stages.ts";

/** What the stacks carry. */
export interface Built {
  readonly bundles: Readonly<Record<FunctionName, { readonly dir: string }>>;
  /** Folder of the site, with its `index.html`. */
  readonly siteDir: string;
}

export type Service = ReturnType<typeof addService>;

/**
 * The stacks of one stage. Whatever belongs to it is named `educloud-account-<stage>…`, so that stages can try each other out in one
 * account; for real people give each its own, since quotas, SMS money, SES reputation and business metrics are the account's.
 */
export function addService(app: App, stage: StageSettings, { bundles, siteDir }: Built) {
  const prefix = `educloud-account-${stage.name}`;
  const tablePrefix = `${prefix}-`;
  const account = stage.account === undefined ? {} : { account: stage.account };
  const at = (region: string) => ({ env: { ...account, region }, crossRegionReferences: true });
  const here = at(stage.region);

  const data = new DataStack(app, `${prefix}-data`, { ...here, tablePrefix });
  const identity = new IdentityStack(app, `${prefix}-identity`, { ...here, poolName: prefix });
  const messages = new MessagesStack(app, `${prefix}-messages`, { ...here, stage, prefix });
  const firewall = new FirewallStack(app, `${prefix}-firewall`, { ...at("us-east-1"), aclName: prefix });
  const site = new SiteStack(app, `${prefix}-site`, { ...here, stage, prefix, webAclArn: firewall.webAclArn });
  const { distribution, logs } = site;
  const edgeLog = new EdgeLogStack(app, `${prefix}-edge-log`, { ...at("us-east-1"), prefix, distribution, logs });
  const { userPool, client } = identity;
  const api = new ApiStack(app, `${prefix}-api`, {
    ...here,
    stage,
    prefix,
    tablePrefix,
    bundles,
    client,
    door: site.door,
    siteOrigin: site.origin,
    edgeSecret: site.edgeSecret,
    resources: {
      tables: data.tables,
      keyRing: data.keyRing,
      counties: data.counties,
      pictures: data.pictures,
      userPool,
      identity: messages.identity,
      configurationSet: messages.configurationSet,
      mail: stage.mail,
    },
  });
  const pages = new PagesStack(app, `${prefix}-pages`, {
    ...here,
    pages: site.pages,
    siteDir,
    siteOrigin: site.origin,
    stage,
  });
  pages.addStackDependency(api);
  const operations = new OperationsStack(app, `${prefix}-operations`, {
    ...here,
    stage,
    prefix,
    userPool,
    client,
    api: site.door.api,
    functions: api.functions,
  });
  return { data, identity, messages, firewall, site, edgeLog, api, pages, operations };
}
