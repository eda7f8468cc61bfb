import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { countyIds, countyProfile } from "../../functions/contract/counties.ts";
import { countyProfiles, profileOf } from "../../functions/county-callback/counties/counties.ts";

const rows: Record<string, string>[] = parse(readFileSync("functions/contract/data/counties.csv", "utf8"), {
  columns: true,
});

describe("each of the 22 counties has its own sign-in as data (M3)", () => {
  it("has one profile a county, in the order of the contract", () => {
    expect(countyProfiles.map(({ id }) => id)).toEqual([...countyIds]);
    expect(countyIds.map((id) => profileOf(id).id)).toEqual([...countyIds]);
  });

  it.each(countyProfiles.map((profile) => [profile.id, profile] as const))(
    "%s is a profile of the schema",
    (_, profile) => {
      expect(countyProfile.safeParse(profile).error?.issues ?? []).toEqual([]);
    },
  );

  it.each(rows.map((row) => [row.iso3166_2?.slice(3), row] as const))(
    "%s has the names of the catalogue",
    (id, row) => {
      const { name, nameEn } = countyProfiles.find((profile) => profile.id === id)!;
      expect({ name, nameEn }).toEqual({ name: row.county, nameEn: row.county_en });
    },
  );

  it("has a button and a help window of its own for every county (M12)", () => {
    for (const words of [countyProfiles.map(({ button }) => button), countyProfiles.map(({ help }) => help.name)]) {
      expect(new Set(words.map((word) => word["zh-TW"])).size).toBe(22);
      expect(new Set(words.map((word) => word.en)).size).toBe(22);
    }
    expect(profileOf("KHH").button["zh-TW"]).toBe("使用高雄市政府教育局 OPENID 帳號");
    expect(profileOf("TPE").button["zh-TW"]).toContain("校園單一身份驗證帳號");
  });
});

describe("profiles are safe as they stand", () => {
  it.each(countyProfiles.map((profile) => [profile.id, profile] as const))(
    "%s is asked by https only",
    (_, profile) => {
      // Type URIs of attributes are names and are never asked.
      const asked = JSON.stringify({ ...profile, attributes: undefined });
      expect(asked).toContain("https://");
      expect(asked).not.toContain("http://");
    },
  );

  it("no two counties share a host that asserts for them (T33)", () => {
    const hosts = countyProfiles.map((profile) => (profile.protocol === "openid2" ? profile.endpoint : profile.issuer));
    expect(new Set(hosts.map((address) => new URL(address).host)).size).toBe(22);
  });

  it("a county whose facts are weak stays off until an operator configures it", () => {
    const off = countyProfiles.filter(({ verified }) => !verified).map(({ id }) => id);
    expect(off).toEqual(["TPE", "TNN", "CYI", "KIN"]);
  });

  it("every mapping names only sources that the protocol brings", () => {
    for (const profile of countyProfiles) {
      const { schools, ...places } = profile.mapping;
      const named = [...Object.values(places), ...Object.values(schools.from)];
      const sources = named.map((place) => String(place).split(".")[0]);
      const resources = profile.protocol === "openid2" ? [] : Object.keys(profile.resources);
      const told = {
        oidc: ["id_token", ...("userinfo" in profile && profile.userinfo ? ["userinfo"] : []), ...resources],
        oauth2: resources,
        openid2: ["ax", "sreg"],
      }[profile.protocol];
      expect(sources.filter((source) => !told.includes(source!))).toEqual([]);
      if (profile.protocol !== "openid2") continue;
      const aliases = Object.keys(profile.attributes);
      const wanted = Object.values(schools.from).map((place) => place.replace(/^ax\./, ""));
      expect(wanted.filter((alias) => !aliases.includes(alias))).toEqual([]);
    }
  });

  it("asks Kaohsiung for its id_token's facts, with the secret in the form", () => {
    expect(profileOf("KHH")).toMatchObject({
      clientAuthentication: "client_secret_post",
      scopes: ["openid", "kh_profile", "kh_titles", "kh_classes"],
      userinfo: false,
    });
  });

  it("leaves educloudroles out where the county does not know it", () => {
    expect(profileOf("TAO")).toMatchObject({ scopes: expect.not.arrayContaining(["educloudroles"]) });
    expect(profileOf("NWT")).toMatchObject({ scopes: expect.arrayContaining(["educloudroles", "guid"]) });
  });
});
