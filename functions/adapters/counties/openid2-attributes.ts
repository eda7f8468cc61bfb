import { type Assertion, type OpenId2Profile, refuse } from "./openid2-answer.ts";

const attributeExchange = ["http://openid.net/srv/ax/1.0"];
const simpleRegistration = ["http://openid.net/extensions/sreg/1.1", "http://openid.net/sreg/1.0"];

/**
 * What the assertion tells of the person: attributes by the profile's alias, whatever alias the county used for the type, and simple
 * registration by name. Only signed fields (T34): one that is not makes the whole answer refused.
 * @throws CountyTrouble `refused`: `unsigned`, `attributes`
 */
export function attributesOf(profile: OpenId2Profile, assertion: Assertion) {
  return { ax: exchanged(profile, assertion), sreg: registered(profile, assertion) };
}

/** Attribute Exchange 1.0 §5.2. The library's own reader builds a pattern out of the answer's alias and minds no signature. */
function exchanged({ attributes }: OpenId2Profile, assertion: Assertion): Record<string, string> {
  const alias = aliasOf(attributeExchange, assertion);
  const fields = signedUnder(alias, assertion);
  const mode = fields.get("mode");
  if (mode !== undefined && mode !== "fetch_response") refuse("attributes");
  const found: Record<string, string> = {};
  for (const [wanted, type] of Object.entries(attributes)) {
    const value = onlyValue(type, fields);
    if (value !== undefined) found[wanted] = value;
  }
  return found;
}

/** One value of the type. None was asked for in the plural, so more than one is not an answer to us. */
function onlyValue(type: string, fields: ReadonlyMap<string, string>): string | undefined {
  const names = [...fields].filter(([name, value]) => /^type\.[\w-]+$/.test(name) && value === type);
  const [first, second] = names;
  if (second) refuse("attributes");
  if (first === undefined) return undefined;
  const name = first[0].slice("type.".length);
  const count = fields.get(`count.${name}`);
  if (count === undefined) return fields.get(`value.${name}`);
  if (count !== "0" && count !== "1") refuse("attributes");
  return count === "0" ? undefined : fields.get(`value.${name}.1`);
}

/** Simple Registration 1.1 §4. Older providers do not declare it: `sreg` is then its name by custom. */
function registered({ sreg }: OpenId2Profile, assertion: Assertion): Record<string, string> {
  const custom = assertion.fields.has("ns.sreg") ? undefined : "sreg";
  const fields = signedUnder(aliasOf(simpleRegistration, assertion) ?? custom, assertion);
  return Object.fromEntries([...fields].filter(([name]) => sreg.includes(name)));
}

/** The alias of an extension (OpenID 2.0 §12), declared once. */
function aliasOf(types: readonly string[], { fields }: Assertion): string | undefined {
  const aliases = [...fields].filter(([name, value]) => /^ns\.[\w-]+$/.test(name) && types.includes(value));
  if (aliases.length > 1) refuse("attributes");
  return aliases[0]?.[0].slice("ns.".length);
}

function signedUnder(alias: string | undefined, { fields, signed }: Assertion): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  if (alias === undefined) return found;
  if (fields.has(`ns.${alias}`) && !signed.has(`ns.${alias}`)) refuse("unsigned");
  for (const [name, value] of fields) {
    if (!name.startsWith(`${alias}.`)) continue;
    if (!signed.has(name)) refuse("unsigned");
    found.set(name.slice(alias.length + 1), value);
  }
  return found;
}
