import { useState } from "preact/hooks";
import { ErrorBoundary } from "preact-iso/lazy";
import { LocationProvider, Route, Router } from "preact-iso/router";
import { PageNotLoaded } from "./components/page-not-loaded/page-not-loaded.tsx";
import { PageShell } from "./components/page-shell/page-shell.tsx";
import * as pages from "./lazy-pages.ts";
import { SessionProvider } from "./session.tsx";
import { LanguageProvider } from "./words/language.tsx";

export function App() {
  const [pageIsThere, setPageIsThere] = useState(false);
  return (
    <LanguageProvider>
      <LocationProvider>
        <SessionProvider>
          <PageShell pageIsThere={pageIsThere}>
            <Pages onShown={() => setPageIsThere(true)} />
          </PageShell>
        </SessionProvider>
      </LocationProvider>
    </LanguageProvider>
  );
}

/** A page that breaks is replaced by one that says so: nobody is left before an empty window. */
function Pages({ onShown }: { readonly onShown: () => void }) {
  const [broken, setBroken] = useState(false);
  if (broken) return <PageNotLoaded />;
  return (
    <ErrorBoundary onError={() => setBroken(true)}>
      <Router onLoadEnd={onShown}>
        <Route path="/" component={pages.Home} />
        <Route path="/sign-in" component={pages.SignIn} />
        <Route path="/sign-in/county" component={pages.County} />
        <Route path="/sign-in/county/*" component={pages.County} />
        <Route path="/sign-in/two-factor" component={pages.TwoFactorSignIn} />
        <Route path="/consent/*" component={pages.Consent} />
        <Route path="/link-legacy-account" component={pages.LinkLegacyAccount} />
        <Route path="/link-legacy-account/*" component={pages.LinkLegacyAccount} />
        <Route path="/applications" component={pages.Applications} />
        <Route path="/my-account/applications" component={pages.Authorizations} />
        <Route path="/my-account/application-sign-ins" component={pages.ApplicationSignIns} />
        <Route path="/my-account/ip-sign-ins" component={pages.IpSignIns} />
        <Route path="/forgot-account" component={pages.ForgotAccount} />
        <Route path="/sign-out" component={pages.SignOut} />
        <Route path="/my-account" component={pages.MyAccount} />
        <Route path="/my-account/contacts" component={pages.Contacts} />
        <Route path="/my-account/contacts/email" component={pages.Contacts} />
        <Route path="/my-account/contacts/mobile" component={pages.Contacts} />
        <Route path="/my-account/school" component={pages.MySchool} />
        <Route path="/my-account/two-factor" component={pages.TwoFactor} />
        <Route path="/my-account/two-factor/*" component={pages.TwoFactor} />
        <Route path="/my-account/devices" component={pages.MyDevices} />
        <Route path="/my-account/password" component={pages.MyPassword} />
        <Route path="/my-account/data" component={pages.MyData} />
        <Route path="/my-account/details" component={pages.MyDetails} />
        <Route path="/my-account/close" component={pages.CloseAccount} />
        <Route path="/contact-undo" component={pages.ContactUndo} />
        <Route path="/apply" component={pages.Apply} />
        <Route path="/apply/*" component={pages.Apply} />
        <Route path="/public/register" component={pages.PublicRegister} />
        <Route path="/public/register/*" component={pages.PublicRegister} />
        <Route path="/public/activate" component={pages.PublicActivate} />
        <Route path="/public/resend" component={pages.PublicResend} />
        <Route path="/reset-password" component={pages.ResetPassword} />
        <Route path="/reset-password/code" component={pages.ResetByCode} />
        <Route path="/reset-password/code/enter" component={pages.ResetByCode} />
        <Route path="/reset-password/county" component={pages.ResetByCounty} />
        <Route path="/reset-password/personal-data" component={pages.ResetByPersonalData} />
        <Route path="/reset-password/personal-data/person" component={pages.ResetByPersonalData} />
        <Route path="/reset-password/default-password" component={pages.ResetByDefaultPassword} />
        <Route path="/reset-password/new" component={pages.NewPassword} />
        <Route path="/activate" component={pages.Activate} />
        <Route path="/activate/code" component={pages.ActivateByCode} />
        <Route path="/activate/code/enter" component={pages.ActivateByCode} />
        <Route path="/activate/personal-data" component={pages.ActivateByPersonalData} />
        <Route path="/activate/personal-data/person" component={pages.ActivateByPersonalData} />
        <Route path="/activate/new" component={pages.ActivateNew} />
        <Route path="/contact-us" component={pages.ContactUs} />
        <Route path="/contact-us/sent" component={pages.ContactUs} />
        <Route path="/case" component={pages.Case} />
        <Route path="/case/*" component={pages.Case} />
        <Route path="/not-me" component={pages.NotMe} />
        <Route path="/news" component={pages.News} />
        <Route path="/news/*" component={pages.News} />
        <Route path="/calendar" component={pages.Calendar} />
        <Route path="/faq" component={pages.Faq} />
        <Route path="/manual" component={pages.Manual} />
        <Route path="/site-map" component={pages.SiteMap} />
        <Route path="/privacy" component={pages.Privacy} />
        <Route path="/security-policy" component={pages.SecurityPolicy} />
        <Route path="/information-security-policy" component={pages.InformationSecurityPolicy} />
        <Route path="/api-reference" component={pages.ApiReference} />
        <Route path="/local/components" component={pages.Components} />
        <Route default component={pages.NotFound} />
      </Router>
    </ErrorBoundary>
  );
}
