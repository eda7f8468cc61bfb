import type { CountyProfile } from "../../contract/counties.ts";

type OpenId2 = Extract<CountyProfile, { protocol: "openid2" }>;

/**
 * What counties that still run OpenID 2.0 tell by attribute exchange: name and mail under the usual types, the rest under
 * `axschema.edu.tw` (type URIs seen in public clients; they are names, not addresses, and are never asked).
 */
export const attributeExchange: Pick<OpenId2, "protocol" | "attributes" | "sreg" | "mapping"> = {
  protocol: "openid2",
  attributes: {
    name: "http://axschema.org/namePerson",
    email: "http://axschema.org/contact/email",
    guid: "http://axschema.edu.tw/person/guid",
    titles: "http://axschema.edu.tw/person/titles",
    schoolId: "http://axschema.edu.tw/school/id",
    titleStr: "http://axschema.edu.tw/school/titleStr",
    classStr: "http://axschema.edu.tw/school/classStr",
  },
  sreg: [],
  mapping: {
    name: "ax.name",
    email: "ax.email",
    guid: "ax.guid",
    schools: {
      shape: "title-str",
      from: { titles: "ax.titleStr", personTitles: "ax.titles", classes: "ax.classStr", school: "ax.schoolId" },
    },
  },
};
