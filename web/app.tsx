import { useState } from "preact/hooks";
import { ErrorBoundary } from "preact-iso/lazy";
import { LocationProvider, Route, Router } from "preact-iso/router";
import { PageNotLoaded } from "./components/page-not-loaded/page-not-loaded.tsx";
import { PageShell } from "./components/page-shell/page-shell.tsx";
import { lazyPage } from "./lazy-page.tsx";
import { SessionProvider } from "./session.tsx";
import { LanguageProvider } from "./words/language.tsx";

// A page is fetched when it is gone to. The folder of a page is its address.
const Home = lazyPage(() => import("./pages/home/home.tsx").then((page) => page.Home));
const SignIn = lazyPage(() => import("./pages/sign-in/sign-in.tsx").then((page) => page.SignIn));
const County = lazyPage(() =>
  Promise.all([import("./pages/sign-in/county/county.tsx"), import("./styles/county.css")]).then(
    ([page]) => page.County,
  ),
);
const ForgotAccount = lazyPage(() =>
  Promise.all([import("./pages/forgot-account/forgot-account.tsx"), import("./styles/county.css")]).then(
    ([page]) => page.ForgotAccount,
  ),
);
const SignOut = lazyPage(() => import("./pages/sign-out/sign-out.tsx").then((page) => page.SignOut));
const MyAccount = lazyPage(() => import("./pages/my-account/my-account.tsx").then((page) => page.MyAccount));
const Apply = lazyPage(() =>
  Promise.all([import("./pages/apply/apply.tsx"), import("./styles/apply.css")]).then(([page]) => page.Apply),
);
const ResetPassword = lazyPage(() =>
  import("./pages/reset-password/reset-password.tsx").then((page) => page.ResetPassword),
);
const ResetByCode = lazyPage(() => import("./pages/reset-password/code/code.tsx").then((page) => page.ResetByCode));
const ResetByCounty = lazyPage(() =>
  Promise.all([import("./pages/reset-password/county/county.tsx"), import("./styles/county.css")]).then(
    ([page]) => page.ResetByCounty,
  ),
);
const ResetByPersonalData = lazyPage(() =>
  Promise.all([import("./pages/reset-password/personal-data/personal-data.tsx"), import("./styles/apply.css")]).then(
    ([page]) => page.ResetByPersonalData,
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
  Promise.all([import("./pages/activate/personal-data/personal-data.tsx"), import("./styles/apply.css")]).then(
    ([page]) => page.ActivateByPersonalData,
  ),
);
const ActivateNew = lazyPage(() => import("./pages/activate/new/new-password.tsx").then((page) => page.ActivateNew));
const ContactUs = lazyPage(() =>
  Promise.all([import("./pages/contact-us/contact-us.tsx"), import("./styles/contact.css")]).then(
    ([page]) => page.ContactUs,
  ),
);
const Case = lazyPage(() =>
  Promise.all([import("./pages/case/case.tsx"), import("./styles/contact.css")]).then(([page]) => page.Case),
);
const NotMe = lazyPage(() =>
  Promise.all([import("./pages/not-me/not-me.tsx"), import("./styles/contact.css")]).then(([page]) => page.NotMe),
);
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
        <Route path="/forgot-account" component={ForgotAccount} />
        <Route path="/sign-out" component={SignOut} />
        <Route path="/my-account" component={MyAccount} />
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
