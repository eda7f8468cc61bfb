import { expect, it } from "vitest";
import { profileOf } from "../../functions/county-callback/counties/counties.ts";
import { listCounties } from "../../functions/county-callback/list-counties.ts";

it("counties are listed though nobody can say how they are: that is never worth a sign-in (T47)", async () => {
  const profile = profileOf("KHH");
  const setup = { profile, clientId: "c", clientSecret: "s", test: false };
  const act = listCounties({
    setups: { all: async () => [{ profile, setup }], find: async () => setup },
    states: { all: () => Promise.reject(new Error("throttled")), note: async () => undefined },
  });
  const { body } = await act({} as never);
  expect(body.counties).toMatchObject([{ id: "KHH", on: true, state: "up" }]);
});
