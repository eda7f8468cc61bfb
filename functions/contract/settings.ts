import * as z from "zod/mini";
import { policies } from "./policy.ts";

/**
 * What a function is told by its surroundings. Parsed once, in `handler.ts`; the environment is read nowhere else.
 * AWS endpoints, region and credentials are the SDK's own variables (`AWS_ENDPOINT_URL_<SERVICE>` …) and not listed here.
 */
export const settingsSchema = z.object({
  /** Where people meet the site, e.g. `https://account.example.edu.tw`: the only origin whose POSTs are taken (T22). */
  SITE_ORIGIN: z.string().check(z.regex(/^https?:\/\/[^/]+$/)),
  /** Known only to our edge and the functions: a request without it did not come through the edge (T29). */
  EDGE_SECRET: z.string().check(z.minLength(16)),
  TABLE_PREFIX: z.string().check(z.regex(/^[a-z0-9-]*$/)),
  KEY_RING_SECRET_ID: z.string().check(z.minLength(1)),
  /** The secret with what is configured of each county (`contract/counties.ts`). */
  COUNTIES_SECRET_ID: z.optional(z.string().check(z.minLength(1))),
  USER_POOL_ID: z.optional(z.string().check(z.minLength(1))),
  USER_POOL_CLIENT_ID: z.optional(z.string().check(z.minLength(1))),
  /** The bucket of pictures. */
  PICTURE_BUCKET: z.optional(z.string().check(z.minLength(3))),
  MAIL_FROM: z.optional(z.string().check(z.minLength(3))),
  /** Who takes care of cases reads here (M70). */
  SERVICE_DESK_MAIL: z.optional(z.string().check(z.minLength(3))),
  SMS_SENDER: z.optional(z.string().check(z.regex(/^[A-Za-z0-9]{1,11}$/))),
  /** Shown behind the account name: `wang123@<domain>` (M16). */
  ACCOUNT_DOMAIN: z.string().check(z.minLength(3)),
  POLICY_PROFILE: z._default(z.enum(Object.keys(policies) as ["seed", "strict"]), "seed"),
  /** Address ranges of registered schools in CIDR notation, comma separated: one address there is a whole class (T05, T12). */
  SCHOOL_RANGES: z._default(z.string(), ""),
});

export type Settings = z.infer<typeof settingsSchema>;

type Optional =
  | "PICTURE_BUCKET"
  | "COUNTIES_SECRET_ID"
  | "USER_POOL_ID"
  | "USER_POOL_CLIENT_ID"
  | "MAIL_FROM"
  | "SERVICE_DESK_MAIL";

/** Parses the environment; `needed` are the optional settings this function cannot do without. Throws one sentence that names each wrong or missing variable, never its value. */
export function readSettings<N extends Optional = never>(
  environment: Record<string, string | undefined>,
  needed: readonly N[] = [],
): Settings & Required<{ [K in N]: NonNullable<Settings[K]> }> {
  const parsed = settingsSchema.safeParse(environment);
  const missing = needed.filter((name) => !environment[name]);
  if (parsed.success && missing.length === 0) return parsed.data as never;
  const wrong = parsed.success ? [] : parsed.error.issues.map((issue) => issue.path.join("."));
  throw new Error(`These settings are missing or wrong: ${[...new Set([...wrong, ...missing])].join(", ")}`);
}
