import * as z from "zod/mini";
import { countyId } from "./schemas/county-id.ts";
import { level, role } from "./schemas/parts.ts";

export { type CountyId, countyId, countyIds } from "./schemas/county-id.ts";

const address = z.string().check(z.regex(/^https?:\/\/[^\s#]+$/));
const words = z.object({ "zh-TW": z.string().check(z.minLength(1)), en: z.string().check(z.minLength(1)) });

/**
 * Where a fact is in what a county tells: `<source>.<path>`, the sources being `id_token`, `userinfo`, the names of the profile's
 * resources, `ax` (attributes by alias) and `sreg`. `userinfo.name`, `id_token.kh_profile.fullname`, `ax.guid`.
 */
const place = z.string().check(z.regex(/^[a-z_]\w*(\.[\w$:/-]+)*$/i));

/** How a county writes the schools, roles and classes of a person: one reader each (`county-callback/rules`). */
export const schoolShapes = ["eduinfo", "kh", "tpe", "title-str", "sreg"] as const;

const mapping = z.strictObject({
  /** A claim besides the subject that names the person; when missing the subject of the protocol is the subject. */
  subject: z.optional(place),
  name: z.optional(place),
  email: z.optional(place),
  /** Lower-case hex SHA-256 of the ID number (`guid`), or the number itself: what a roster match needs (T35). */
  guid: z.optional(place),
  personId: z.optional(place),
  schools: z.strictObject({
    shape: z.enum(schoolShapes),
    /** Part by part, e.g. `{titles: "ax.titleStr", classes: "ax.classStr", school: "ax.schoolId"}`; each shape names its parts. */
    from: z.record(z.string(), place),
  }),
});

const everywhere = {
  id: countyId,
  name: z.string(),
  nameEn: z.string(),
  /** The words on the county's own button (M3, M12, M40). */
  button: words,
  /** Whom a person calls when the county's sign-in does not work. */
  help: z.object({ name: words, url: z.optional(address), phone: z.optional(z.string()) }),
  /** False: no live facts are known. Off until an operator configures it. */
  verified: z.boolean(),
  mapping,
};

const codeFlow = {
  scopes: z.array(z.string()),
  clientAuthentication: z.enum(["client_secret_basic", "client_secret_post"]),
  /** Extra answers fetched with the access token, by the name that the mapping uses. */
  resources: z.record(z.string(), address),
};

export const countyProfile = z.discriminatedUnion("protocol", [
  z.strictObject({
    ...everywhere,
    protocol: z.literal("oidc"),
    /** Discovered at `<issuer>/.well-known/openid-configuration`; the document must name this very issuer. */
    issuer: address,
    ...codeFlow,
    /** Signature algorithms that this issuer may use, and no other (T36). */
    algorithms: z.array(z.enum(["RS256", "PS256", "ES256"])).check(z.minLength(1)),
    userinfo: z.boolean(),
  }),
  z.strictObject({
    ...everywhere,
    protocol: z.literal("oauth2"),
    issuer: address,
    authorizationEndpoint: address,
    tokenEndpoint: address,
    ...codeFlow,
  }),
  z.strictObject({
    ...everywhere,
    protocol: z.literal("openid2"),
    /** The OP identifier (OpenID 2.0 §7.3.1), and the one endpoint that may assert for this county. */
    identifier: address,
    endpoint: address,
    /** Every claimed id of this county begins with this; what follows is the subject. */
    claimedIdPrefix: address,
    /** Attribute exchange: alias to type URI. */
    attributes: z.record(z.string(), z.string()),
    sreg: z.array(z.string()),
  }),
]);
/** A county's sign-in as data (M3). Schema, so that a county or an operator can write one. */
export type CountyProfile = z.infer<typeof countyProfile>;

/**
 * What an operator says of one county: that it is on, the client's id and secret, and, where the county moved, anything of the
 * profile. Kept in one secret, `{"KHH": {"clientId": "…", "clientSecret": "…"}}`: turning a county on is configuration, not code.
 */
export const countyConfiguration = z.looseObject({
  on: z._default(z.boolean(), true),
  clientId: z.optional(z.string()),
  clientSecret: z.optional(z.string()),
  /** Plain http to this machine's loopback address, for sample and test providers only. */
  test: z._default(z.boolean(), false),
});
export const countyConfigurations = z.partialRecord(countyId, countyConfiguration);
export type CountyConfigurations = z.infer<typeof countyConfigurations>;

/** A person as a county tells of them, in one normal shape for all 22. Nothing in it is proof beyond that county's own word (T35). */
export const countyIdentity = z.object({
  county: countyId,
  /** Unique and unchanging within the county, never across counties. */
  subject: z.string().check(z.minLength(1), z.maxLength(512)),
  name: z.optional(z.string()),
  /** True when the county shows `王○明` and the like: no comparison may rest on it. */
  nameMasked: z.boolean(),
  roles: z.array(role),
  schools: z.array(
    z.object({
      code: z.string(),
      level: z.optional(level),
      roles: z.array(role),
      titles: z.array(z.string()),
      grade: z.optional(z.string()),
      class: z.optional(z.string()),
      seat: z.optional(z.string()),
      /** 學年度 and semester the county speaks of: in summer it may be the next one already. */
      year: z.optional(z.number()),
      semester: z.optional(z.union([z.literal(1), z.literal(2)])),
    }),
  ),
  email: z.optional(z.string()),
  /** Lower-case hex SHA-256 of the ID number, where the county gives it. */
  personDigest: z.optional(z.string().check(z.regex(/^[0-9a-f]{64}$/))),
});
export type CountyIdentity = z.infer<typeof countyIdentity>;
export type CountySchool = CountyIdentity["schools"][number];

/** From recent outcomes: no answers, slow ones, or neither. */
export const countyState = z.enum(["up", "slow", "down"]);
export type CountyState = z.infer<typeof countyState>;

/** What a person goes to the county for: each ends differently, and one begun for one never ends as another (T10, T34). */
export const countyPurpose = z.enum(["sign-in", "apply", "forgot-account", "reset-password"]);
export type CountyPurpose = z.infer<typeof countyPurpose>;
