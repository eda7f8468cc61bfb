/** A county's look, apart from the site's own: a band on top, big things to press, one column that fits 320 px, light and dark. */
export const loginStyle = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#f6f5f1, #17191b); --card: light-dark(#fff, #212529); --ink: light-dark(#23272b, #eceff1);
  --soft: light-dark(#555f68, #b0b9c0); --line: light-dark(#7b8790, #7f8b94); --accent: light-dark(#1f6b4f, #7fd1ae);
  --on-accent: light-dark(#fff, #0f2019); --wrong: light-dark(#a3261b, #ff9c90); --note: light-dark(#fff3d6, #3b2f12);
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--paper); color: var(--ink); overflow-wrap: anywhere;
  font: 1.125rem/1.6 "Noto Sans TC", "PingFang TC", "Microsoft JhengHei", system-ui, sans-serif;
}
header, main { max-width: 34rem; margin: 0 auto; padding: 0 1rem; }
header { padding-top: 1rem; border-top: .5rem solid var(--accent); }
header p { margin: 0; }
.county { font-weight: 700; font-size: 1.25rem; }
.sample { margin-top: .5rem; padding: .5rem .75rem; border-radius: .4rem; background: var(--note); font-size: 1rem; }
main { padding-bottom: 3rem; }
h1 { margin: 1.5rem 0 .75rem; font-size: 1.5rem; line-height: 1.35; }
h1 [lang] { display: block; color: var(--soft); font-size: 1rem; font-weight: 400; }
a { color: var(--accent); text-underline-offset: .2em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.chosen { margin: 1rem 0 0; padding: 0; list-style: none; }
.chosen li { display: flex; align-items: center; justify-content: space-between; gap: 0 1rem; }
.chosen a { flex: none; min-height: 2.75rem; padding: .4rem 0; }
.options { display: grid; gap: .6rem; margin: 0; padding: 0; list-style: none; }
.options a {
  display: block; min-height: 2.75rem; padding: .6rem 1rem; border: 1px solid var(--line); border-radius: .5rem;
  background: var(--card); font-weight: 600;
}
label { display: block; margin: 1rem 0 .25rem; font-weight: 600; }
label [lang] { color: var(--soft); font-weight: 400; }
input, select, button { width: 100%; min-height: 2.9rem; border-radius: .5rem; font: inherit; }
input, select { padding: 0 .75rem; border: 1px solid var(--line); background: var(--card); color: inherit; }
button { margin-top: 1.5rem; padding: 0 1.25rem; border: 0; background: var(--accent); color: var(--on-accent); font-weight: 600; cursor: pointer; }
.cancel button { border: 1px solid var(--line); background: transparent; color: inherit; }
.wrong { padding: .75rem 1rem; border: 2px solid var(--wrong); border-radius: .5rem; color: var(--wrong); font-weight: 600; }
`;
