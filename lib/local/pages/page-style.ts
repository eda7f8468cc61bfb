/** The style of the pages under /local/: system fonts, light and dark, one column that fits a phone. */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#f4f6f8, #14181d); --card: light-dark(#fff, #1e242b); --ink: light-dark(#1b2430, #e8edf2);
  --soft: light-dark(#4a5868, #a9b6c4); --line: light-dark(#c9d2dc, #3a4552); --accent: light-dark(#0b5c8a, #7cc4ee);
  --on-accent: light-dark(#fff, #10202c); --code: light-dark(#e7f2f9, #15303f);
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; max-width: 46rem; padding: 1.5rem 1rem 4rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.65 system-ui, "Noto Sans TC", "PingFang TC", "Microsoft JhengHei", sans-serif;
}
h1 { margin: 0; font-size: 1.75rem; line-height: 1.3; }
header p, .count { color: var(--soft); }
header p { margin: .25rem 0 1.5rem; }
a { color: var(--accent); text-underline-offset: .2em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
label { display: block; margin-bottom: .25rem; font-weight: 600; }
.row { display: flex; gap: .5rem; }
input, button { min-height: 2.75rem; border-radius: .4rem; font: inherit; }
input { flex: 1; min-width: 0; padding: 0 .75rem; border: 1px solid var(--soft); background: var(--card); color: inherit; }
button { padding: 0 1.25rem; border: 0; background: var(--accent); color: var(--on-accent); font-weight: 600; cursor: pointer; }
.links { display: flex; flex-wrap: wrap; gap: 0 1.5rem; margin: .5rem 0; }
.links a { padding: .5rem 0; }
.messages { display: grid; gap: 1rem; margin: 0; padding: 0; list-style: none; }
article {
  padding: 1rem 1.25rem 1.25rem; border: 1px solid var(--line); border-radius: .6rem; background: var(--card);
  overflow-wrap: anywhere;
}
h2 { margin: 0 0 .5rem; font-size: 1.15rem; line-height: 1.45; }
.channel {
  display: inline-block; margin-right: .35rem; padding: 0 .5rem; border: 1px solid currentColor; border-radius: 1rem;
  color: var(--soft); font-size: .8rem; font-weight: 600; vertical-align: .1em;
}
.sms .channel { color: var(--accent); }
dl { margin: 0; color: var(--soft); font-size: .925rem; }
dl div { display: flex; gap: .75rem; }
dt { flex: none; }
dd { margin: 0; min-width: 0; }
.code { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 1rem; margin: 1rem 0 0; padding: .5rem 1rem; border-radius: .4rem; background: var(--code); }
.code strong { font-size: 2.25rem; line-height: 1.3; letter-spacing: .12em; font-variant-numeric: tabular-nums; }
pre { margin: 1rem 0 0; font: inherit; white-space: pre-wrap; }
details { margin-top: 1rem; }
summary { cursor: pointer; color: var(--accent); }
details pre { padding: .75rem; max-height: 20rem; overflow: auto; border: 1px solid var(--line); font: .85rem/1.5 ui-monospace, monospace; }
h2.part { margin: 2rem 0 .5rem; font-size: 1.3rem; }
ol.steps { padding-left: 1.4rem; }
.people { display: grid; gap: .75rem; margin: 1rem 0 0; padding: 0; list-style: none; }
.people h3 { margin: 0 0 .25rem; font-size: 1.1rem; }
.people .id { font: 1.1rem/1.5 ui-monospace, monospace; user-select: all; }
.people p { margin: .25rem 0 0; color: var(--soft); font-size: .925rem; }
`;
