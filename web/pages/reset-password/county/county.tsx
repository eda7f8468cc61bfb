import { CountyChoice } from "../../../components/county-picker/county-choice.tsx";
import { resetPasswordWords } from "../../../words/reset-password.ts";
import { useWords } from "../../../words/words.ts";
import { WayFrame } from "../way-frame.tsx";

/** 使用縣市帳號重設 (M47): county, its button, its sign-in page; then 重設密碼. */
export function ResetByCounty() {
  const words = useWords(resetPasswordWords);
  return (
    <WayFrame title={words.byCounty} lead={words.byCountyExplain} backHref="/reset-password">
      <CountyChoice purpose="reset-password" />
    </WayFrame>
  );
}
