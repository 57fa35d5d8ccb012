"""How the pages of the ontology look: in light and dark, on wide and narrow screens, on paper."""

STYLE = """
:root { color-scheme: light dark; --line: #8886; --soft: #8881; --link: #05c; --mark: #a30 }
@media (prefers-color-scheme: dark) { :root { --link: #8bf; --mark: #fa8 } }
* { box-sizing: border-box }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; padding: 0 1rem; max-width: 90rem }
a { color: var(--link) }
h1 { line-height: 1.2 }
h2 { margin-top: 3rem; border-bottom: 1px solid var(--line) }
h3 { margin: 0 0 .3rem }
h4 { margin: .8rem 0 .2rem }
code, pre { font-family: ui-monospace, monospace; font-size: .9em; overflow-wrap: anywhere }
pre { white-space: pre-wrap; margin: 0; font-family: inherit; font-size: inherit }
p { margin: 0 0 .4rem }
td p:last-child, td ul:last-child { margin-bottom: 0 }
dl > div { display: grid; grid-template-columns: 12rem 1fr; gap: 1rem; padding: .2rem 0 }
dt, th { font-weight: 600; text-align: left }
dd { margin: 0; min-width: 0 }
ul { margin: 0; padding-left: 1.2rem }
.ways { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .3rem 1.2rem }
.entity { border: 1px solid var(--line); border-radius: 4px; padding: .8rem 1rem; margin: 1rem 0 }
.entity:target { outline: 3px solid var(--link) }
table { width: 100%; table-layout: fixed; border-collapse: collapse }
th, td { padding: .25rem 0; vertical-align: top; overflow-wrap: anywhere }
table.relations { table-layout: auto }
th { width: 12rem; padding-right: 1rem }
.hover_property { color: inherit; text-decoration: none }
sup { color: var(--mark); font-size: .7em; margin-left: .15em; cursor: help }
#toc { font-size: .9rem }
#toc ul { list-style: none; padding-left: 0 }
#toc a { text-decoration: none }
#toc h3 { font-size: 1rem; margin-top: 1rem }
#toc .second { padding-left: .8rem }
#legend table { width: auto; table-layout: auto }
#legend td { padding-right: 1rem }
.picture { overflow-x: auto; border: 1px solid var(--line); border-radius: 4px; padding: .5rem }
#diagram { container-type: inline-size }
.cue { display: none; font-size: .9rem; color: var(--mark) }
.cue::after { content: " \\2192" }
@container (max-width: 55rem) { .cue { display: block } }
.classes { display: block; max-width: 100%; min-width: 54rem; height: auto; margin: auto }
.classes { font: 12px system-ui, sans-serif }
.classes a { text-decoration: none; fill: var(--link) }
.classes a:hover { text-decoration: underline }
.classes text { fill: currentColor }
.classes rect { fill: var(--soft); stroke: currentColor; stroke-width: .8 }
.classes .arrow { fill: none; stroke: currentColor; opacity: .55 }
.classes .rule { stroke: currentColor; stroke-width: .5 }
.classes marker { fill: currentColor }
.classes .top { font-weight: 700 }
.classes .defined { font-style: italic }
footer { margin: 3rem 0 1rem; border-top: 1px solid var(--line); font-size: .9rem }
@media (min-width: 70rem) {
  body:has(#toc) { display: grid; grid-template-columns: 16rem minmax(0, 1fr); gap: 0 2.5rem }
  #toc { position: sticky; top: 0; max-height: 100vh; overflow-y: auto; padding-bottom: 2rem }
  footer { grid-column: 2 }
}
@media (max-width: 40rem) {
  dl > div { grid-template-columns: 1fr; gap: 0 }
  table, tbody, tr, th, td { display: block; width: auto }
  #toc .second { display: none }
}
@media print { #toc { display: none } .entity { break-inside: avoid } }
"""
