import { defineConfig, type Plugin } from "vite";
import { siteData } from "./lib/build/site-data.ts";

/** Adds the files that are made from the contract and the open data: catalogue and OpenAPI document. */
function siteFiles(): Plugin {
  return {
    name: "site-files",
    generateBundle() {
      for (const [fileName, source] of siteData()) this.emitFile({ type: "asset", fileName, source });
    },
  };
}

/** The gallery of components and all that only it uses go under `local/`, which need not be published. */
const isOfGallery = (ids: readonly string[]) => ids.some((id) => /\/web\/pages\/local\/|\/examples\.tsx$/.test(id));

/** What only some of the pages share: those that do not need it, 登入 first of all, do not wait for it. */
const ofSome =
  /functions\/|web\/pages\/|county|(?:school-picker|(?:check|choice|select|code)-field|summary-list|wizard-frame|prose)\/|password-checks/;
const firstWords = /words\/(?:captcha|first-errors|language|parts|password|shell|sign-in|words)\.tsx?$/;
const isOfParts = (id: string) =>
  /\/web\//.test(id) && !ofSome.test(id) && (!/\/words\//.test(id) || firstWords.test(id));

export default defineConfig({
  root: "web",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
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
        codeSplitting: { groups: [{ name: "parts", test: isOfParts, minShareCount: 2 }] },
      },
    },
  },
});
