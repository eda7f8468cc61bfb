import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * Long whatever the size of their files says, the longest first. Where no earlier run has told how long each takes, they would come
 * late, and one worker would be done long before the other.
 */
const long = [
  "legacy-commands/memory",
  "journeys/pages",
  "journeys/county-whole-way",
  "http/fuzz",
  "pictures/limits",
  "faults/activate-one-fault",
  "faults/public-registration-one-fault",
  "faults/reset-one-fault",
];

/** The order of vitest's own, but for the files that are known to be long: these begin. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const place = ({ moduleId }: TestSpecification) => {
      const at = long.findIndex((name) => moduleId.endsWith(`test/${name}.test.ts`));
      return at < 0 ? long.length : at;
    };
    return sorted.toSorted((one, other) => place(one) - place(other));
  }
}
