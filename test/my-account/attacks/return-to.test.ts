import { expect, it } from "vitest";
import { safeReturnTo } from "../../../web/return-to.ts";

it.each([
  "/.//evil.example",
  "/x/..//evil.example",
  "/%2e//evil.example",
  "/./\\evil.example",
  "/consent/..//evil.example",
])("%s is not followed (T23)", (path) => expect(safeReturnTo(path)).toBeUndefined());
