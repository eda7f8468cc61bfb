import {
  accountStyle,
  applicationsStyle,
  applyStyle,
  contactStyle,
  countyStyle,
  newsStyle,
  pictureStyle,
  withStyle,
} from "./page-styles.ts";

// Where the pages are found that few people come to first. Fetched once a page is there, so that the next is one fetch away.
export const LinkLegacyAccount = () =>
  Promise.all([import("./pages/link-legacy-account/link-legacy-account.tsx"), applyStyle(), applicationsStyle()]).then(
    ([page]) => page.LinkLegacyAccount,
  );
export const Applications = () =>
  withStyle(import("./pages/applications/applications.tsx"), applicationsStyle).then((page) => page.Applications);
export const Authorizations = () =>
  withStyle(import("./pages/my-account/applications/applications.tsx"), applicationsStyle).then(
    (page) => page.Authorizations,
  );
export const ApplicationSignIns = () =>
  withStyle(import("./pages/my-account/application-sign-ins/application-sign-ins.tsx"), applicationsStyle).then(
    (page) => page.ApplicationSignIns,
  );
export const IpSignIns = () =>
  withStyle(import("./pages/my-account/ip-sign-ins/ip-sign-ins.tsx"), applicationsStyle).then((page) => page.IpSignIns);
export const MyAccount = () =>
  Promise.all([import("./pages/my-account/my-account.tsx"), accountStyle(), pictureStyle()]).then(
    ([page]) => page.MyAccount,
  );
export const Contacts = () =>
  withStyle(import("./pages/my-account/contacts/contacts.tsx"), accountStyle).then((page) => page.Contacts);
export const MySchool = () =>
  Promise.all([import("./pages/my-account/school/school.tsx"), applyStyle(), accountStyle()]).then(
    ([page]) => page.MySchool,
  );
export const TwoFactor = () =>
  withStyle(import("./pages/my-account/two-factor/two-factor.tsx"), accountStyle).then((page) => page.TwoFactor);
export const MyDevices = () =>
  withStyle(import("./pages/my-account/devices/devices.tsx"), accountStyle).then((page) => page.MyDevices);
export const MyPassword = () =>
  withStyle(import("./pages/my-account/password/password.tsx"), accountStyle).then((page) => page.MyPassword);
export const MyData = () =>
  withStyle(import("./pages/my-account/data/data.tsx"), accountStyle).then((page) => page.MyData);
export const MyDetails = () =>
  Promise.all([import("./pages/my-account/details/details.tsx"), accountStyle(), pictureStyle()]).then(
    ([page]) => page.MyDetails,
  );
export const CloseAccount = () =>
  withStyle(import("./pages/my-account/close/close.tsx"), accountStyle).then((page) => page.CloseAccount);
export const ContactUndo = () =>
  withStyle(import("./pages/contact-undo/contact-undo.tsx"), accountStyle).then((page) => page.ContactUndo);
export const PublicActivate = () => import("./pages/public/activate/activate.tsx").then((page) => page.PublicActivate);
export const PublicResend = () => import("./pages/public/resend/resend.tsx").then((page) => page.PublicResend);
export const ResetByCode = () => import("./pages/reset-password/code/code.tsx").then((page) => page.ResetByCode);
export const ResetByCounty = () =>
  withStyle(import("./pages/reset-password/county/county.tsx"), countyStyle).then((page) => page.ResetByCounty);
export const ResetByPersonalData = () =>
  withStyle(import("./pages/reset-password/personal-data/personal-data.tsx"), applyStyle).then(
    (page) => page.ResetByPersonalData,
  );
export const ResetByDefaultPassword = () =>
  import("./pages/reset-password/default-password/default-password.tsx").then((page) => page.ResetByDefaultPassword);
export const NewPassword = () => import("./pages/reset-password/new/new-password.tsx").then((page) => page.NewPassword);
export const ActivateByCode = () => import("./pages/activate/code/code.tsx").then((page) => page.ActivateByCode);
export const ActivateByPersonalData = () =>
  withStyle(import("./pages/activate/personal-data/personal-data.tsx"), applyStyle).then(
    (page) => page.ActivateByPersonalData,
  );
export const ActivateNew = () => import("./pages/activate/new/new-password.tsx").then((page) => page.ActivateNew);
export const ContactUs = () =>
  withStyle(import("./pages/contact-us/contact-us.tsx"), contactStyle).then((page) => page.ContactUs);
export const Case = () => withStyle(import("./pages/case/case.tsx"), contactStyle).then((page) => page.Case);
export const NotMe = () => withStyle(import("./pages/not-me/not-me.tsx"), contactStyle).then((page) => page.NotMe);
export const Calendar = () =>
  withStyle(import("./pages/calendar/calendar.tsx"), newsStyle).then((page) => page.Calendar);
export const Faq = () => withStyle(import("./pages/faq/faq.tsx"), newsStyle).then((page) => page.Faq);
export const Manual = () => withStyle(import("./pages/manual/manual.tsx"), newsStyle).then((page) => page.Manual);
export const SiteMap = () => import("./pages/site-map/site-map.tsx").then((page) => page.SiteMap);
export const Privacy = () => import("./pages/privacy/privacy.tsx").then((page) => page.Privacy);
export const SecurityPolicy = () =>
  import("./pages/security-policy/security-policy.tsx").then((page) => page.SecurityPolicy);
export const InformationSecurityPolicy = () =>
  import("./pages/information-security-policy/information-security-policy.tsx").then(
    (page) => page.InformationSecurityPolicy,
  );
export const ApiReference = () => import("./pages/api-reference/api-reference.tsx").then((page) => page.ApiReference);
export const Components = () => import("./pages/local/components/components.tsx").then((page) => page.Components);
