import { useState } from "preact/hooks";
import { ErrorBoundary } from "preact-iso/lazy";
import { LocationProvider, Route, Router } from "preact-iso/router";
import { PageNotLoaded } from "./components/page-not-loaded/page-not-loaded.tsx";
import { PageShell } from "./components/page-shell/page-shell.tsx";
import { lazyPage } from "./lazy-page.tsx";
import { SessionProvider } from "./session.tsx";
import { LanguageProvider } from "./words/language.tsx";

// Some pages have a style of their own, which comes with them.
const accountStyle = () => import("./styles/account.css");
const applicationsStyle = () => import("./styles/applications.css");
const applyStyle = () => import("./styles/apply.css");
const contactStyle = () => import("./styles/contact.css");
const countyStyle = () => import("./styles/county.css");
function withStyle<P>(page: Promise<P>, style: () => Promise<unknown>): Promise<P> {
  return Promise.all([page, style()]).then(([arrived]) => arrived);
}

// A page is fetched when it is gone to. The folder of a page is its address.
const Home = lazyPage(() => import("./pages/home/home.tsx").then((page) => page.Home));
const SignIn = lazyPage(() => import("./pages/sign-in/sign-in.tsx").then((page) => page.SignIn));
const County = lazyPage(() =>
  withStyle(import("./pages/sign-in/county/county.tsx"), countyStyle).then((page) => page.County),
);
const TwoFactorSignIn = lazyPage(() =>
  import("./pages/sign-in/two-factor/two-factor.tsx").then((page) => page.TwoFactor),
);
const Consent = lazyPage(() =>
  withStyle(import("./pages/consent/consent.tsx"), applicationsStyle).then((page) => page.Consent),
);
const Applications = lazyPage(() =>
  withStyle(import("./pages/applications/applications.tsx"), applicationsStyle).then((page) => page.Applications),
);
const Authorizations = lazyPage(() =>
  withStyle(import("./pages/my-account/applications/applications.tsx"), applicationsStyle).then(
    (page) => page.Authorizations,
  ),
);
const ApplicationSignIns = lazyPage(() =>
  withStyle(import("./pages/my-account/application-sign-ins/application-sign-ins.tsx"), applicationsStyle).then(
    (page) => page.ApplicationSignIns,
  ),
);
const IpSignIns = lazyPage(() =>
  withStyle(import("./pages/my-account/ip-sign-ins/ip-sign-ins.tsx"), applicationsStyle).then((page) => page.IpSignIns),
);
const ForgotAccount = lazyPage(() =>
  withStyle(import("./pages/forgot-account/forgot-account.tsx"), countyStyle).then((page) => page.ForgotAccount),
);
const SignOut = lazyPage(() => import("./pages/sign-out/sign-out.tsx").then((page) => page.SignOut));
const MyAccount = lazyPage(() =>
  withStyle(import("./pages/my-account/my-account.tsx"), accountStyle).then((page) => page.MyAccount),
);
const Contacts = lazyPage(() =>
  withStyle(import("./pages/my-account/contacts/contacts.tsx"), accountStyle).then((page) => page.Contacts),
);
const MySchool = lazyPage(() =>
  Promise.all([
    import("./pages/my-account/school/school.tsx"),
    import("./styles/apply.css"),
    import("./styles/account.css"),
  ]).then(([page]) => page.MySchool),
);
const TwoFactor = lazyPage(() =>
  withStyle(import("./pages/my-account/two-factor/two-factor.tsx"), accountStyle).then((page) => page.TwoFactor),
);
const MyDevices = lazyPage(() =>
  withStyle(import("./pages/my-account/devices/devices.tsx"), accountStyle).then((page) => page.MyDevices),
);
const MyPassword = lazyPage(() =>
  withStyle(import("./pages/my-account/password/password.tsx"), accountStyle).then((page) => page.MyPassword),
);
const MyData = lazyPage(() =>
  withStyle(import("./pages/my-account/data/data.tsx"), accountStyle).then((page) => page.MyData),
);
const CloseAccount = lazyPage(() =>
  withStyle(import("./pages/my-account/close/close.tsx"), accountStyle).then((page) => page.CloseAccount),
);
const ContactUndo = lazyPage(() =>
  withStyle(import("./pages/contact-undo/contact-undo.tsx"), accountStyle).then((page) => page.ContactUndo),
);
const Apply = lazyPage(() => withStyle(import("./pages/apply/apply.tsx"), applyStyle).then((page) => page.Apply));
const ResetPassword = lazyPage(() =>
  import("./pages/reset-password/reset-password.tsx").then((page) => page.ResetPassword),
);
const ResetByCode = lazyPage(() => import("./pages/reset-password/code/code.tsx").then((page) => page.ResetByCode));
const ResetByCounty = lazyPage(() =>
  withStyle(import("./pages/reset-password/county/county.tsx"), countyStyle).then((page) => page.ResetByCounty),
);
const ResetByPersonalData = lazyPage(() =>
  withStyle(import("./pages/reset-password/personal-data/personal-data.tsx"), applyStyle).then(
    (page) => page.ResetByPersonalData,
  ),
);
const ResetByDefaultPassword = lazyPage(() =>
  import("./pages/reset-password/default-password/default-password.tsx").then((page) => page.ResetByDefaultPassword),
);
const NewPassword = lazyPage(() =>
  import("./pages/reset-password/new/new-password.tsx").then((page) => page.NewPassword),
);
const Activate = lazyPage(() => import("./pages/activate/activate.tsx").then((page) => page.Activate));
const ActivateByCode = lazyPage(() => import("./pages/activate/code/code.tsx").then((page) => page.ActivateByCode));
const ActivateByPersonalData = lazyPage(() =>
  withStyle(import("./pages/activate/personal-data/personal-data.tsx"), applyStyle).then(
    (page) => page.ActivateByPersonalData,
  ),
);
const ActivateNew = lazyPage(() => import("./pages/activate/new/new-password.tsx").then((page) => page.ActivateNew));
const ContactUs = lazyPage(() =>
  withStyle(import("./pages/contact-us/contact-us.tsx"), contactStyle).then((page) => page.ContactUs),
);
const Case = lazyPage(() => withStyle(import("./pages/case/case.tsx"), contactStyle).then((page) => page.Case));
const NotMe = lazyPage(() => withStyle(import("./pages/not-me/not-me.tsx"), contactStyle).then((page) => page.NotMe));
const SiteMap = lazyPage(() => import("./pages/site-map/site-map.tsx").then((page) => page.SiteMap));
const Privacy = lazyPage(() => import("./pages/privacy/privacy.tsx").then((page) => page.Privacy));
const SecurityPolicy = lazyPage(() =>
  import("./pages/security-policy/security-policy.tsx").then((page) => page.SecurityPolicy),
);
const InformationSecurityPolicy = lazyPage(() =>
  import("./pages/information-security-policy/information-security-policy.tsx").then(
    (page) => page.InformationSecurityPolicy,
  ),
);
const ApiReference = lazyPage(() =>
  import("./pages/api-reference/api-reference.tsx").then((page) => page.ApiReference),
);
const Components = lazyPage(() => import("./pages/local/components/components.tsx").then((page) => page.Components));
const NotFound = lazyPage(() => import("./pages/not-found/not-found.tsx").then((page) => page.NotFound));

export function App() {
  return (
    <LanguageProvider>
      <LocationProvider>
        <SessionProvider>
          <PageShell>
            <Pages />
          </PageShell>
        </SessionProvider>
      </LocationProvider>
    </LanguageProvider>
  );
}

/** A page that breaks is replaced by one that says so: nobody is left before an empty window. */
function Pages() {
  const [broken, setBroken] = useState(false);
  if (broken) return <PageNotLoaded />;
  return (
    <ErrorBoundary onError={() => setBroken(true)}>
      <Router>
        <Route path="/" component={Home} />
        <Route path="/sign-in" component={SignIn} />
        <Route path="/sign-in/county" component={County} />
        <Route path="/sign-in/county/*" component={County} />
        <Route path="/sign-in/two-factor" component={TwoFactorSignIn} />
        <Route path="/consent/*" component={Consent} />
        <Route path="/applications" component={Applications} />
        <Route path="/my-account/applications" component={Authorizations} />
        <Route path="/my-account/application-sign-ins" component={ApplicationSignIns} />
        <Route path="/my-account/ip-sign-ins" component={IpSignIns} />
        <Route path="/forgot-account" component={ForgotAccount} />
        <Route path="/sign-out" component={SignOut} />
        <Route path="/my-account" component={MyAccount} />
        <Route path="/my-account/contacts" component={Contacts} />
        <Route path="/my-account/contacts/email" component={Contacts} />
        <Route path="/my-account/contacts/mobile" component={Contacts} />
        <Route path="/my-account/school" component={MySchool} />
        <Route path="/my-account/two-factor" component={TwoFactor} />
        <Route path="/my-account/two-factor/*" component={TwoFactor} />
        <Route path="/my-account/devices" component={MyDevices} />
        <Route path="/my-account/password" component={MyPassword} />
        <Route path="/my-account/data" component={MyData} />
        <Route path="/my-account/close" component={CloseAccount} />
        <Route path="/contact-undo" component={ContactUndo} />
        <Route path="/apply" component={Apply} />
        <Route path="/apply/*" component={Apply} />
        <Route path="/reset-password" component={ResetPassword} />
        <Route path="/reset-password/code" component={ResetByCode} />
        <Route path="/reset-password/code/enter" component={ResetByCode} />
        <Route path="/reset-password/county" component={ResetByCounty} />
        <Route path="/reset-password/personal-data" component={ResetByPersonalData} />
        <Route path="/reset-password/personal-data/person" component={ResetByPersonalData} />
        <Route path="/reset-password/default-password" component={ResetByDefaultPassword} />
        <Route path="/reset-password/new" component={NewPassword} />
        <Route path="/activate" component={Activate} />
        <Route path="/activate/code" component={ActivateByCode} />
        <Route path="/activate/code/enter" component={ActivateByCode} />
        <Route path="/activate/personal-data" component={ActivateByPersonalData} />
        <Route path="/activate/personal-data/person" component={ActivateByPersonalData} />
        <Route path="/activate/new" component={ActivateNew} />
        <Route path="/contact-us" component={ContactUs} />
        <Route path="/contact-us/sent" component={ContactUs} />
        <Route path="/case" component={Case} />
        <Route path="/case/*" component={Case} />
        <Route path="/not-me" component={NotMe} />
        <Route path="/site-map" component={SiteMap} />
        <Route path="/privacy" component={Privacy} />
        <Route path="/security-policy" component={SecurityPolicy} />
        <Route path="/information-security-policy" component={InformationSecurityPolicy} />
        <Route path="/api-reference" component={ApiReference} />
        <Route path="/local/components" component={Components} />
        <Route default component={NotFound} />
      </Router>
    </ErrorBoundary>
  );
}
