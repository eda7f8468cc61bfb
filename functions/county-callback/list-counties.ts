import type { Action } from "../http/request.ts";
import type { CountySetups, CountyStates } from "../ports/counties.ts";

/** M3: all 22, those that are not connected too: a person is told so in place of looking for them. */
export function listCounties({
  setups,
  states,
}: {
  setups: CountySetups;
  states: CountyStates;
}): Action<"GET /api/counties"> {
  return async () => {
    const all = await setups.all();
    const on = all.flatMap(({ profile, setup }) => (setup === undefined ? [] : [profile.id]));
    // How a county is is worth knowing, and never worth a sign-in.
    const known =
      on.length === 0 ? {} : await states.all(on).catch(() => ({}) as Awaited<ReturnType<typeof states.all>>);
    return {
      body: {
        counties: all.map(({ profile, setup }) => {
          const { id, name, nameEn, button, help } = setup?.profile ?? profile;
          const { url, phone } = help;
          return {
            id,
            name,
            nameEn,
            on: setup !== undefined,
            state: known[id] ?? "up",
            button,
            help: { name: help.name, ...(url === undefined ? {} : { url }), ...(phone === undefined ? {} : { phone }) },
          };
        }),
      },
    };
  };
}
