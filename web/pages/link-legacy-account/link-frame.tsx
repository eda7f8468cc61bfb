import { FormPage, type FormPageProps } from "../../components/form-page/form-page.tsx";
import { HelpLine } from "./help-line.tsx";

interface LinkFrameProps extends FormPageProps {
  /** Whom to ask at the platform, where the page does not say it already. */
  readonly help?: string;
}

/** One page of the way to a platform, with whom to ask below it. */
export function LinkFrame({ help, children, ...page }: LinkFrameProps) {
  return (
    <div class="wizard">
      <FormPage {...page}>
        {children}
        <HelpLine help={help} />
      </FormPage>
    </div>
  );
}
