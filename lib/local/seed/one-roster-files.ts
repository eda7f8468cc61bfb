import type { CatalogueCounty } from "../../../functions/contract/catalogue.ts";
import { csvFile } from "./csv-file.ts";
import type { SamplePlace, SampleRole, SeedPerson } from "./seed-person.ts";

/** The data files of OneRoster 1.2, in the order of the specification: a manifest names each, here or not. */
const dataFiles = [
  ["academicSessions", "categories", "classes", "classResources", "courses", "courseResources", "demographics"],
  ["enrollments", "lineItemLearningObjectiveIds", "lineItems", "lineItemScoreScales", "orgs"],
  ["resources", "resultLearningObjectiveIds", "results", "resultScoreScales", "roles", "scoreScales"],
  ["userProfiles", "userResources", "users"],
].flat();

/** Columns in the order of the specification; `metadata.…` ones are extensions and stand last. */
const columns = {
  academicSessions: "sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear",
  classes:
    "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods",
  courses:
    "sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,subjectCodes",
  enrollments:
    "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate",
  orgs: "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId",
  roles:
    "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId",
  users:
    "sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,preferredGivenName,preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns,metadata.fullName,metadata.seat",
} as const;
type DataFile = keyof typeof columns;
type Row = Readonly<Record<string, string>>;

const roleWords: Record<SampleRole, string> = { student: "student", teacher: "teacher", staff: "siteAdministrator" };
const term = "term-115-1";

interface Seat {
  readonly user: string;
  readonly person: SeedPerson;
  readonly place: SamplePlace;
}

/** A OneRoster 1.2 CSV package (bulk) of some counties, first semester of 學年度 115: file name → bytes. */
export function oneRosterFiles(
  counties: readonly CatalogueCounty[],
  persons: readonly SeedPerson[],
): Map<string, Uint8Array> {
  const seats = persons.flatMap((person, index) =>
    person.places.map((place): Seat => ({ user: `user-${index + 1}`, person, place })),
  );
  const schools = new Map(seats.map(({ place }) => [orgId(place), place]));
  const classes = new Map(seats.filter(hasClass).map(({ place }) => [classId(place), place]));
  const rows: Record<DataFile, Row[]> = {
    academicSessions: [
      session("year-115", "115", "schoolYear", "2027-08-01"),
      session(term, "115-1", "semester", "2027-02-01", "year-115"),
    ],
    classes: [...classes].map(([sourcedId, place]) => classRow(sourcedId, place)),
    courses: [...schools.keys()].map((org) => ({ sourcedId: `course-${org}`, title: "導師時間", orgSourcedId: org })),
    enrollments: seats.filter(hasClass).map(({ user, place }) => ({
      sourcedId: `enrollment-${user}`,
      classSourcedId: classId(place),
      schoolSourcedId: orgId(place),
      userSourcedId: user,
      role: "student",
    })),
    orgs: [...counties.map(countyRow), ...[...schools].map(([sourcedId, place]) => schoolRow(sourcedId, place))],
    roles: seats.map(({ user, person, place }) => ({
      sourcedId: `role-${user}-${orgId(place)}`,
      userSourcedId: user,
      roleType: place === person.places[0] ? "primary" : "secondary",
      role: roleWords[person.role],
      orgSourcedId: orgId(place),
    })),
    users: persons.map((person, index) => userRow(`user-${index + 1}`, person)),
  };
  const names = Object.keys(columns) as DataFile[];
  return new Map([
    ["manifest.csv", manifest()],
    ...names.map((name) => [`${name}.csv`, fileOf(name, rows[name])] as const),
  ]);
}

function fileOf(name: DataFile, rows: readonly Row[]): Uint8Array {
  const header = columns[name].split(",");
  return csvFile(
    header,
    rows.map((row) => header.map((column) => row[column] ?? "")),
  );
}

function manifest(): Uint8Array {
  const files = dataFiles.map((name) => [`file.${name}`, name in columns ? "bulk" : "absent"]);
  return csvFile(["propertyName", "value"], [["manifest.version", "1.0"], ["oneroster.version", "1.2"], ...files]);
}

function session(sourcedId: string, title: string, type: string, endDate: string, parentSourcedId = ""): Row {
  return { sourcedId, title, type, startDate: "2026-08-01", endDate, parentSourcedId, schoolYear: "2027" };
}

function countyRow({ id, name }: CatalogueCounty): Row {
  return { sourcedId: `county-${id}`, name, type: "district", identifier: id };
}

function schoolRow(sourcedId: string, { school, countyId }: SamplePlace): Row {
  return {
    sourcedId,
    name: school.name,
    type: "school",
    identifier: school.code,
    parentSourcedId: `county-${countyId}`,
  };
}

function classRow(sourcedId: string, place: SamplePlace): Row {
  return {
    sourcedId,
    title: `${place.grade}年${place.class}班`,
    grades: twoDigits(place.grade),
    courseSourcedId: `course-${orgId(place)}`,
    classType: "homeroom",
    schoolSourcedId: orgId(place),
    termSourcedIds: term,
  };
}

function userRow(user: string, { id, name, places: [first] }: SeedPerson): Row {
  return {
    sourcedId: user,
    enabledUser: "true",
    username: user,
    userIds: `{NID:${id}}`,
    givenName: name.given,
    familyName: name.family,
    grades: twoDigits(first?.grade),
    primaryOrgSourcedId: first ? orgId(first) : "",
    "metadata.fullName": name.whole.includes("．") ? name.whole : "",
    "metadata.seat": first?.seat === undefined ? "" : String(first.seat),
  };
}

/** One code can stand for two levels, so the level is part of the id: the importer reads it there. */
function orgId({ school }: SamplePlace): string {
  return `school-${school.code}-${school.level}`;
}

function classId(place: SamplePlace): string {
  return `class-${place.school.code}-${place.school.level}-${place.grade}-${place.class}`;
}

function hasClass({ place }: Seat): boolean {
  return place.class !== undefined;
}

function twoDigits(grade: number | undefined): string {
  return grade === undefined ? "" : String(grade).padStart(2, "0");
}
