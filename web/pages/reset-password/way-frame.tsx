import { FormPage, type FormPageProps } from "../../components/form-page/form-page.tsx";

type WayFrameProps = Pick<FormPageProps, "title" | "lead" | "press" | "children"> & { readonly backHref: string };

/** One page of a way back in. */
export function WayFrame(props: WayFrameProps) {
  return (
    <div class="wizard">
      <FormPage {...props} />
    </div>
  );
}
