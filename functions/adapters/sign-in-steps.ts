import { PutCommand } from "@aws-sdk/lib-dynamodb";
import type { Policy } from "../contract/policy.ts";
import { setCookie } from "../http/cookies.ts";
import type { Clock } from "../ports/clock.ts";
import type { Ids } from "../ports/ids.ts";
import type { Keys } from "../ports/keys.ts";
import type { SignInStep, SignInSteps } from "../ports/sign-in-steps.ts";
import { cleanAt, type Dynamo } from "./dynamo.ts";
import { isWritten } from "./writes.ts";

type Kept = SignInStep & { readonly until: number };

/** Sealed, ended by the clock whatever the browser keeps, and used once: a used one is a row in `once`. */
export function sealedSignInSteps(parts: {
  dynamo: Dynamo;
  keys: Keys;
  clock: Clock;
  ids: Ids;
  policy: Policy;
}): SignInSteps {
  const { dynamo, keys, clock, ids, policy } = parts;
  const life = policy.secondFactor.signIn * 1_000;
  return {
    async read(cookie) {
      const kept = cookie && ((await keys.unseal("sign-in-step", cookie)) as Kept | undefined);
      if (!kept || kept.until < clock.now()) return undefined;
      const { until: _until, ...step } = kept;
      return step;
    },
    async keep(step) {
      return setCookie("step", await keys.seal("sign-in-step", { ...step, until: clock.now() + life } satisfies Kept));
    },
    async spend({ id }) {
      // Whose it is: the SDK's second try after a lost answer meets its own row (T45).
      const spentBy = ids.id();
      return isWritten(
        dynamo,
        new PutCommand({
          TableName: dynamo.name("once"),
          Item: { id: `step#${id}`, spentBy, cleanAt: cleanAt(clock.now() + 2 * life) },
          ConditionExpression: "attribute_not_exists(id) OR spentBy = :us",
          ExpressionAttributeValues: { ":us": spentBy },
        }),
      );
    },
  };
}
