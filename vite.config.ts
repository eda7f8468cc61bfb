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

/** What is shared by several pages. The steps of applying have their own file, which other pages do not wait for. */
const isOfParts = (id: string) =>
  /\/(?:web|functions)\//.test(id) &&
  !/school-picker|code-field\/(?!digits-of)|check-field|choice-field|wizard-frame|words\/(?:apply|code|fields|examples)|policy\.ts/.test(
    id,
  );

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
    rolldownOptions: {
      output: {
        chunkFileNames: ({ moduleIds }) => `${isOfGallery(moduleIds) ? "local/" : ""}assets/[name]-[hash].js`,
        // What three pages or more share comes in one file: few requests weigh more than a few bytes on a slow line.
        codeSplitting: { groups: [{ name: "parts", test: isOfParts, minShareCount: 2 }] },
      },
    },
  },
});
