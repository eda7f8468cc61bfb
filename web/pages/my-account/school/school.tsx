import { useEffect, useState } from "preact/hooks";
import type { AnswerOf } from "../../../../functions/contract/routes.ts";
import { isAccountEmail } from "../../../../functions/person/account-name.ts";
import { trimSpaces } from "../../../../functions/person/text.ts";
import { call } from "../../../api.ts";
import { useProofAgain } from "../../../components/proof-again/use-proof-again.ts";
import { useSchoolPick } from "../../../components/school-picker/use-school-pick.ts";
import { useOwnAddress } from "../../../own-address.ts";
import { refusedBy, usePress } from "../../../use-press.ts";
import { mySchoolWords } from "../../../words/my-school.ts";
import { useSay, useWords } from "../../../words/words.ts";
import { type Choice, isSchoolChosen, readChoice, writeChoice } from "../../apply/rules/choice.ts";
import { useSignedIn } from "../use-signed-in.ts";
import { SchoolCompare } from "./school-compare.tsx";
import { SchoolDone } from "./school-done.tsx";
import { SchoolForm } from "./school-form.tsx";
import { useMissing } from "./use-missing.ts";

const base = "/my-account/school";
type Found = AnswerOf<"POST /api/my-account/school/look">;

/** 更新個人資料 (M36): school and ID → 目前資料 beside 來源資料 → 更新 → 更新成功. The school is in the address, the person never is. */
export function MySchool() {
  const { query, route } = useOwnAddress(base);
  const asked = readChoice(query);
  const pick = useSchoolPick(asked);
  const choice: Choice = { ...pick.picked, ...(asked.role ? { role: asked.role } : {}) };
  const session = useSignedIn(`${base}${writeChoice(choice)}`);
  // 其他 have no school: what they told themselves is what they update (M20).
  const isOther = session.state === "in" && isAccountEmail(session.accountName);
  useEffect(() => {
    if (isOther) route("/my-account/details", true);
  }, [isOther, route]);
  const say = useSay();
  const words = useWords(mySchoolWords);
  const press = usePress();
  const proof = useProofAgain();
  const missing = useMissing();
  const [personId, setPersonId] = useState("");
  const [isUnknown, setIsUnknown] = useState(false);
  const [found, setFound] = useState<Found>();
  const [updated, setUpdated] = useState<AnswerOf<"POST /api/my-account/school">>();

  const body = () => {
    if (!isSchoolChosen(choice)) return undefined;
    const school = { code: choice.school, level: choice.level };
    return { personId: trimSpaces(personId), school, role: choice.role };
  };
  const look = () =>
    press.submit(missing(choice, pick, personId), async () => {
      setIsUnknown(false);
      const wanted = body();
      if (!wanted) return undefined;
      const outcome = await proof.freshly(() => call("POST /api/my-account/school/look", wanted));
      if (outcome?.ok) setFound(outcome.answer);
      if (!outcome || outcome.ok) return undefined;
      if (outcome.problem.code === "person-not-found") {
        setIsUnknown(true);
        return { errors: [{ id: "personId", text: words.notFoundCheck }] };
      }
      return refusedBy(outcome.problem, say);
    });
  const update = () =>
    press.submit([], async () => {
      const wanted = body();
      if (!wanted) return undefined;
      const outcome = await proof.freshly(() => call("POST /api/my-account/school", wanted));
      if (outcome?.ok) setUpdated(outcome.answer);
      return outcome && !outcome.ok ? { problem: outcome.problem } : undefined;
    });

  if (updated) return <SchoolDone enrolments={updated.enrolments} />;
  if (found)
    return (
      <SchoolCompare
        found={found}
        choice={choice}
        press={press}
        proof={proof}
        onUpdate={() => void update()}
        onBack={() => setFound(undefined)}
      />
    );
  return (
    <SchoolForm
      choice={choice}
      pick={pick}
      personId={personId}
      isUnknown={isUnknown}
      press={press}
      proof={proof}
      onChoice={(next) => route(`${base}${writeChoice(next)}`, true)}
      onPersonId={setPersonId}
      onLook={() => void look()}
    />
  );
}
