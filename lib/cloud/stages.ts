import type { PolicyProfile } from "../../functions/contract/policy.ts";

/** What an operator decides for one stage. Change the values below, then `npm run deploy -- --context stage=<name>`. */
export interface StageSettings {
  readonly name: "dev" | "prod";
  /** Left out: the account of the credentials that deploy. */
  readonly account?: string;
  /**
   * Named here so that synth needs no credentials. It needs SMS by SNS, which Tokyo has and Taipei (ap-east-2) does not:
   * https://docs.aws.amazon.com/sns/latest/dg/sns-supported-regions-countries.html
   */
  readonly region: string;
  /** The site's own name. Left out: CloudFront's (`d111.cloudfront.net`), whose certificate also takes TLS 1.0: not for real people. */
  readonly domain?: {
    readonly name: string /** ACM, in us-east-1 as CloudFront asks. */;
    readonly certificateArn: string;
  };
  /** Shown behind the account name: `wang123@<domain>` (M16). */
  readonly accountDomain: string;
  readonly mail: MailSettings;
  readonly sms: {
    /** Shown as the sender where the country allows it: 1 to 11 letters or digits. */
    readonly sender?: string;
    /** US dollars a calendar month; SNS stops sending near it (T48). An alarm tells at 80 %. */
    readonly monthlySpendLimit: number;
  };
  /** Address ranges of registered schools, CIDR: one address there is a whole class (T05, T12). */
  readonly schoolRanges: readonly string[];
  readonly policyProfile: PolicyProfile;
  /** Count up to replace the secret between the edge and the functions (runbook edge-secret). */
  readonly edgeSecretGeneration: number;
  /** Gets every alarm, after confirming the mail that SNS sends once. */
  readonly alarmEmail?: string;
  readonly logRetentionDays: 7 | 14 | 30 | 90 | 180 | 365;
  /** Requests a second that the API takes over all clients, and at once; more get 429 from the gateway (REL 1). */
  readonly throttle: { readonly rate: number; readonly burst: number };
}

export interface MailSettings {
  readonly from: string;
  /** Where cases go (M70). In the SES sandbox it must be verified too. */
  readonly serviceDesk: string;
  /** What SES verifies: the whole domain of `from` (DKIM by DNS), or that one address (a link in a mail). */
  readonly verify: "domain" | "address";
  /** In the SES sandbox mail goes to verified addresses only, and IAM asks for those identities too. */
  readonly sandbox: boolean;
}

export const stages: readonly [StageSettings & { name: "dev" }, ProductionSettings] = [
  {
    name: "dev",
    region: "ap-northeast-1",
    accountDomain: "dev.account.example.com",
    mail: {
      from: "no-reply@dev.account.example.com",
      serviceDesk: "service-desk@dev.account.example.com",
      verify: "address",
      sandbox: true,
    },
    sms: { monthlySpendLimit: 1 },
    schoolRanges: [],
    policyProfile: "seed",
    edgeSecretGeneration: 1,
    logRetentionDays: 14,
    throttle: { rate: 50, burst: 100 },
  },
  {
    name: "prod",
    region: "ap-northeast-1",
    accountDomain: "account.example.com",
    mail: {
      from: "no-reply@account.example.com",
      serviceDesk: "service-desk@account.example.com",
      verify: "domain",
      sandbox: false,
    },
    sms: { monthlySpendLimit: 1_000 },
    schoolRanges: [],
    policyProfile: "seed",
    edgeSecretGeneration: 1,
    logRetentionDays: 180,
    // Above Cognito's 120 sign-ins a second with the page's other calls (its default quota), below API Gateway's 10,000.
    throttle: { rate: 2_000, burst: 2_000 },
  },
];

/** Production never runs in the SES sandbox: it would reach nobody and say so nowhere (T48). */
interface ProductionSettings extends StageSettings {
  readonly name: "prod";
  readonly mail: MailSettings & { readonly sandbox: false };
}

/**
 * The stages a run of the app is about: the one that `--context stage=` names, or all.
 * @throws when the name is unknown, or none is given to a deployment
 */
export function chooseStages(context: { stage?: unknown; deploying?: unknown }): readonly StageSettings[] {
  if (context.stage === undefined && context.deploying === undefined) return stages;
  const chosen = stages.filter(({ name }) => name === context.stage);
  if (chosen.length > 0) return chosen;
  throw new Error(`Name the stage: --context stage=${stages.map(({ name }) => name).join(" or --context stage=")}`);
}
