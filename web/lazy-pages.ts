import { lazyPage } from "./lazy-page.tsx";
import { applicationsStyle, applyStyle, countyStyle, newsStyle, pictureStyle, withStyle } from "./page-styles.ts";

type Others = typeof import("./other-pages.ts");
/** A page of `other-pages.ts`, which is fetched before it. */
const other = (name: keyof Others) => lazyPage(() => import("./other-pages.ts").then((pages) => pages[name]()));

// A page is fetched when it is gone to. The folder of a page is its address. Here where each is found: of those that people come to
// first. What every visit pays for is small, so all others stand in `other-pages.ts`.
export const Home = lazyPage(() => withStyle(import("./pages/home/home.tsx"), newsStyle).then((page) => page.Home));
export const SignIn = lazyPage(() => import("./pages/sign-in/sign-in.tsx").then((page) => page.SignIn));
export const County = lazyPage(() =>
  withStyle(import("./pages/sign-in/county/county.tsx"), countyStyle).then((page) => page.County),
);
export const TwoFactorSignIn = lazyPage(() =>
  import("./pages/sign-in/two-factor/two-factor.tsx").then((page) => page.TwoFactor),
);
export const Consent = lazyPage(() =>
  withStyle(import("./pages/consent/consent.tsx"), applicationsStyle).then((page) => page.Consent),
);
export const ForgotAccount = lazyPage(() =>
  withStyle(import("./pages/forgot-account/forgot-account.tsx"), countyStyle).then((page) => page.ForgotAccount),
);
export const SignOut = lazyPage(() => import("./pages/sign-out/sign-out.tsx").then((page) => page.SignOut));
export const Apply = lazyPage(() =>
  withStyle(import("./pages/apply/apply.tsx"), applyStyle).then((page) => page.Apply),
);
export const PublicRegister = lazyPage(() =>
  Promise.all([import("./pages/public/register/register.tsx"), applyStyle(), pictureStyle()]).then(
    ([page]) => page.PublicRegister,
  ),
);
export const ResetPassword = lazyPage(() =>
  import("./pages/reset-password/reset-password.tsx").then((page) => page.ResetPassword),
);
export const Activate = lazyPage(() => import("./pages/activate/activate.tsx").then((page) => page.Activate));
export const News = lazyPage(() => withStyle(import("./pages/news/news.tsx"), newsStyle).then((page) => page.News));
export const NotFound = lazyPage(() => import("./pages/not-found/not-found.tsx").then((page) => page.NotFound));

export const LinkLegacyAccount = other("LinkLegacyAccount");
export const Applications = other("Applications");
export const Authorizations = other("Authorizations");
export const ApplicationSignIns = other("ApplicationSignIns");
export const IpSignIns = other("IpSignIns");
export const MyAccount = other("MyAccount");
export const Contacts = other("Contacts");
export const MySchool = other("MySchool");
export const TwoFactor = other("TwoFactor");
export const MyDevices = other("MyDevices");
export const MyPassword = other("MyPassword");
export const MyData = other("MyData");
export const MyDetails = other("MyDetails");
export const CloseAccount = other("CloseAccount");
export const ContactUndo = other("ContactUndo");
export const PublicActivate = other("PublicActivate");
export const PublicResend = other("PublicResend");
export const ResetByCode = other("ResetByCode");
export const ResetByCounty = other("ResetByCounty");
export const ResetByPersonalData = other("ResetByPersonalData");
export const ResetByDefaultPassword = other("ResetByDefaultPassword");
export const NewPassword = other("NewPassword");
export const ActivateByCode = other("ActivateByCode");
export const ActivateByPersonalData = other("ActivateByPersonalData");
export const ActivateNew = other("ActivateNew");
export const ContactUs = other("ContactUs");
export const Case = other("Case");
export const NotMe = other("NotMe");
export const Calendar = other("Calendar");
export const Faq = other("Faq");
export const Manual = other("Manual");
export const SiteMap = other("SiteMap");
export const Privacy = other("Privacy");
export const SecurityPolicy = other("SecurityPolicy");
export const InformationSecurityPolicy = other("InformationSecurityPolicy");
export const ApiReference = other("ApiReference");
export const Components = other("Components");
