"""How the page looks: wide and narrow, light and dark, on paper; all colours have the contrast that AA asks for."""

STYLE = """
:root { color-scheme: light dark; --paper: #fff; --ink: #1b1b1f; --soft: #55555e; --line: #d5d5dc; --field: #f5f5f8;
  --link: #0b4fa8; --error: #a3121f; --error-field: #fde3e4; --warning: #7a4a00; --warning-field: #fdeccb;
  --suggestion: #2c5560; --suggestion-field: #dff0f3; --here: #fff6d6; }
@media (prefers-color-scheme: dark) { :root { --paper: #17171a; --ink: #ececf0; --soft: #b4b4bf; --line: #3c3c45;
  --field: #212126; --link: #8ab8ff; --error: #ff9aa2; --error-field: #4a1c21; --warning: #f5c065;
  --warning-field: #45330f; --suggestion: #8fd0df; --suggestion-field: #173a42; --here: #3a3415; } }
* { box-sizing: border-box; }
body { margin: 0; overflow-wrap: anywhere; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, sans-serif; }
header, main, footer { max-width: 76rem; margin: 0 auto; padding: 1rem 1.25rem; }
h1 { font-size: 1.5rem; margin: .5rem 0; } h2 { font-size: 1.3rem; margin: 2rem 0 .5rem; overflow-wrap: anywhere; }
h3 { font-size: 1.1rem; margin: 1.5rem 0 .5rem; } h4 { font-size: 1rem; margin: 0 0 .25rem; }
p { margin: .35rem 0; }
a { color: var(--link); }
a:focus-visible, summary:focus-visible, input:focus-visible, [tabindex]:focus-visible {
  outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -99rem; } .skip:focus { left: 1rem; top: .5rem; background: var(--paper);
  padding: .5rem; z-index: 1; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; margin: .5rem 0; } caption { text-align: left; color: var(--soft); }
th, td { overflow-wrap: break-word; text-align: left; vertical-align: top; padding: .3rem .9rem .3rem 0;
  border-bottom: 1px solid var(--line); }
ol.notes { list-style: none; margin: 0; padding: 0; }
li.note { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 0 2rem; padding: .7rem .5rem;
  border-top: 1px solid var(--line); scroll-margin-top: 1rem; }
li.note:target { background: var(--here); }
.words { font-family: Georgia, "Times New Roman", serif; overflow-wrap: anywhere; white-space: pre-line; }
.label { font-weight: 700; color: var(--soft); margin-right: .5rem; }
.findings { list-style: none; margin: 0; padding: 0; }
.finding { border-left: 4px solid var(--kind); background: var(--field); padding: .5rem .75rem; margin: 0 0 .6rem;
  overflow-wrap: anywhere; font-size: .95rem; }
.error { --kind: var(--error); --kind-field: var(--error-field); }
.warning { --kind: var(--warning); --kind-field: var(--warning-field); }
.suggestion { --kind: var(--suggestion); --kind-field: var(--suggestion-field); }
.kind { font-weight: 700; color: var(--kind); }
mark { background: var(--kind-field); color: inherit; border-bottom: 2px solid var(--kind); }
.rule { color: var(--soft); }
.evidence { margin: .25rem 0 0; padding-left: 1.1rem; }
.only { display: block; margin: 1rem 0; }
body:has(#only:checked) li.clean:not(:target) { display: none; }
svg { display: block; min-width: 40rem; width: 100%; height: auto; }
svg .axis { stroke: var(--line); } svg text { fill: var(--soft); font-size: 11px; }
svg .arc { fill: none; stroke: var(--soft); stroke-width: 1.2; } svg .wrong { stroke: var(--error); stroke-width: 2; }
svg .dot { fill: var(--soft); } svg .full { fill: var(--link); }
footer { color: var(--soft); border-top: 1px solid var(--line); margin-top: 2rem; }
@media (max-width: 52rem) { li.note { grid-template-columns: minmax(0, 1fr); gap: .5rem; } }
@media print { .only, .skip { display: none; } li.note { break-inside: avoid; } }
"""
