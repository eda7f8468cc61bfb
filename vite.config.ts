import { defineConfig, type Plugin } from "vite";
import { siteData } from "./lib/build/site-data.ts";

/** Where `npm start` serves what is built, unless it is told otherwise. */
const origin = new URL(process.env.SITE_ORIGIN || "http://localhost:8787").origin;

/** Adds the files that are made from the contract, the open data and the notices: catalogue, OpenAPI document, 最新消息 and its feeds. */
function siteFiles(): Plugin {
  let files = new Map<string, string>();
  return {
    name: "site-files",
    // First of all: a notice that cannot be published leaves the site that was built before as it is.
    buildStart() {
      files = siteData(origin);
    },
    generateBundle() {
      for (const [fileName, source] of files) this.emitFile({ type: "asset", fileName, source });
    },
  };
}

/** The gallery of components and all that only it uses go under `local/`, which need not be published. */
const isOfGallery = (ids: readonly string[]) => ids.some((id) => /\/web\/pages\/local\/|\/examples\.tsx$/.test(id));

/** What only some of the pages share: those that do not need it, 登入 first of all, do not wait for it. */
const ofSome =
  /functions\/|web\/(?:pages|styles)\/|county|(?:school-picker|application-mark|given-list|link-list|captcha-submit|moment|record-table|proof-again|qr-picture|recovery-codes|copy-button|picture-field|(?:check|choice|select|code|factor)-field|summary-list|way-list|wizard-frame|form-page|link-page|prose|notice-list|maintenance-banner)\/|password-checks|use-press|use-later-pages|save-file|static-file|footer/;
const firstWords = /words\/(?:captcha|first-errors|language|parts|password|shell|sign-in|words)\.tsx?$/;
const isOfParts = (id: string) =>
  /\/web\//.test(id) && !ofSome.test(id) && (!/\/words\//.test(id) || firstWords.test(id));

/** The fields and rules that most forms but 登入 have. */
const formParts =
  /components\/(?:(?:select|choice|check)-field|summary-list|form-page)\/|use-press|account-text|functions\/person\/(?:text|name|national-id|email|phone)|words\/fields|person-check/;
/** What the ways back in share, and the page of a code. */
const recoveryParts =
  /pages\/reset-password\/[^/]+\.tsx?$|words\/(?:recovery|code)\.ts|components\/code-field|apply\/code\/(?:attempt|code-captcha|use-code-check)/;
/** What the pages of one's own account share. */
const accountParts =
  /pages\/my-account\/[^/]+\.tsx?$|components\/(?:proof-again|moment)\/|words\/(?:times|proof-again)\.ts/;
/** What pages say of a connected application, and the field of the second factor: at their own sign-ins people wait for no more. */
const applicationParts = /components\/(?:application-mark|given-list)\/|words\/(?:applications|roles|scopes)\.ts/;
const factorParts = /components\/factor-field\/|digits-of|words\/factor\.ts/;
/** What the pages of 最新消息 share, and what they and 網站導覽 share with what every page has beside itself. */
const newsParts = /components\/notice-list\/|words\/news\.ts/;
const laterParts = /words\/days\.ts|contract\/notices\.ts|footer-menu|components\/link-list\//;
/** What forms with a new password share. */
const newPasswordParts =
  /components\/password-field\/password-checks|reset-password\/new\/new-password-fields|account\/account-errors|rules\/account-check|words\/apply-account|contract\/policy/;
/** What the pages of 其他 share, and what 查閱個人資料 shows of it. */
const publicParts =
  /pages\/public\/(?!field-errors)[^/]+\.tsx?$|pages\/public\/rules\/(?!form-check)|components\/picture-field\/|words\/public-|person\/details/;
const detailsParts = /words\/(?:my-details|picture)\.ts|picture-field\/picture\.tsx|public\/gender-field/;
const isOf = (parts: RegExp) => (id: string) => parts.test(id) && !/examples\.tsx$/.test(id);

export default defineConfig({
  root: "web",
  // Never the development form, whatever NODE_ENV says: what is measured and tested is what people get.
  oxc: { jsx: { runtime: "automatic", importSource: "preact", development: false } },
  plugins: [siteFiles()],
  build: {
    outDir: "../dist/site",
    emptyOutDir: true,
    // Cheap phones keep their browsers for years: what Android 7 and iOS 15.4 can still be updated to.
    target: ["chrome94", "edge94", "firefox93", "safari15.4"],
    // A small picture or style inside a page would need a wider content security policy.
    assetsInlineLimit: 0,
    manifest: true,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        chunkFileNames: ({ moduleIds }) => `${isOfGallery(moduleIds) ? "local/" : ""}assets/[name]-[hash].js`,
        // What several pages share comes in one file: few requests weigh more than a few bytes on a slow line.
        codeSplitting: {
          groups: [
            { name: "parts", test: isOfParts, minShareCount: 2, priority: 3 },
            { name: "forms", test: isOf(formParts), minShareCount: 2, priority: 3 },
            { name: "application", test: isOf(applicationParts), minShareCount: 2, priority: 2 },
            { name: "set", test: isOf(newPasswordParts), minShareCount: 2, priority: 2 },
            { name: "details", test: isOf(detailsParts), minShareCount: 2, priority: 3 },
            { name: "public", test: isOf(publicParts), minShareCount: 2, priority: 2 },
            { name: "factor", test: isOf(factorParts), minShareCount: 2, priority: 2 },
            { name: "news", test: isOf(newsParts), minShareCount: 2, priority: 1 },
            { name: "frame", test: isOf(laterParts), minShareCount: 2, priority: 2 },
            { name: "static-file", test: isOf(/static-file/), minShareCount: 2, priority: 3 },
            { name: "account", test: isOf(accountParts), minShareCount: 2, priority: 1 },
            { name: "recovery", test: isOf(recoveryParts), minShareCount: 2, priority: 1 },
          ],
        },
      },
    },
  },
});
