import { useSchoolPick } from "../../../components/school-picker/use-school-pick.ts";
import { useOwnAddress } from "../../../own-address.ts";
import { readChoice } from "../../apply/rules/choice.ts";
import { baseOf, type RecoveryPurpose } from "../recovery.ts";
import { PersonPart } from "./person-part.tsx";
import { SchoolPart } from "./school-part.tsx";

interface PersonalDataWayProps {
  readonly purpose: RecoveryPurpose;
  /** What the way is called. */
  readonly title: string;
}

/** By personal data (M48, M55): the school at its address, then name and ID at `/person`. The school is in the address, the person never is. */
export function PersonalDataWay({ purpose, title }: PersonalDataWayProps) {
  const address = `${baseOf[purpose]}/personal-data`;
  const { path, query } = useOwnAddress(address);
  const pick = useSchoolPick(readChoice(query));
  const isPerson = path.endsWith("/person");
  const isUnknown = pick.state === "ready" && !pick.school;
  if (isPerson && !isUnknown) return <PersonPart key="person" purpose={purpose} address={address} pick={pick} />;
  return <SchoolPart key="school" title={title} address={address} backHref={baseOf[purpose]} pick={pick} />;
}
