import type { TestEvidence } from './evidence.ts'
import type { JudgedControl } from './judge-control.ts'
import type { Report } from './make-report.ts'
import {
  clauseSentence,
  controlsByColor,
  exceptionSentence,
  headline,
  runSentences,
  summarySentences,
} from './report-sentences.ts'

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const list = (items: readonly string[]): string =>
  items.length === 0 ? '' : `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`

const style = `
:root { color-scheme: light dark; --line: #d5d9e0; --muted: #5a6472; --green: #0b6b3a; --partly: #7a5200; --red: #b3261e; }
@media (prefers-color-scheme: dark) {
  :root { --line: #3a414d; --muted: #a5aebb; --green: #6fd19b; --partly: #e6b964; --red: #ff9b92; }
}
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .25rem; }
p, ul { margin: .25rem 0; }
ul { padding-inline-start: 1.25rem; }
.muted { color: var(--muted); font-size: .875rem; }
.numbers { display: flex; flex-wrap: wrap; gap: 1.5rem; margin: 1rem 0; padding: 0; list-style: none; }
.numbers b { display: block; font-size: 1.75rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
nav { margin: 1rem 0; } nav a { color: inherit; display: inline-block; min-width: 2.25rem; line-height: 1.75; }
section { border-top: 1px solid var(--line); padding: 1rem 0; }
h2 { font-size: 1.0625rem; margin: 0; display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: baseline; }
.color { font-size: .8125rem; font-weight: 600; border: 1px solid currentColor; border-radius: 4px; padding: 0 .5rem; }
.green { color: var(--green); } .partly { color: var(--partly); } .red { color: var(--red); }
summary { cursor: pointer; color: var(--muted); font-size: .875rem; min-height: 1.75rem; }
@media print { details > *, details::details-content { display: block; content-visibility: visible; } }
`

/** One page without a script, for a person and for a printer. */
export const writeReportHtml = (report: Report): string => {
  const { summary, controls } = report
  const number = (value: number, label: string, color = ''): string =>
    `<li${color && ` class="${color}"`}><b>${value}</b>${label}</li>`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(report.product.name)}: evidence of its controls</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>Evidence of ${summary.controls} controls</h1>
<p class="muted">${escaped(headline(report))}</p>
<ul class="numbers">${number(summary.green, 'green', 'green')}${number(summary.partly, 'partly', 'partly')}${number(summary.red, 'red', 'red')}${summary.excepted > 0 ? number(summary.excepted, 'of these with an exception') : ''}</ul>
${summarySentences(report)
  .slice(1)
  .map((sentence) => `<p>${escaped(sentence)}</p>`)
  .join('\n')}
<nav aria-label="Controls by color">${controlsByColor(report).map(links).join('')}</nav>
<details><summary>Runs of the tests: ${report.runs.length}</summary>${list(runSentences(report).map(escaped))}</details>
${controls.map(section).join('\n')}
</main>
</body>
</html>
`
}

const links = ([color, codes]: readonly [string, readonly string[]]): string =>
  codes.length === 0
    ? ''
    : `<p><b class="${color}">${color}</b> ${codes.map((code) => `<a href="#${code}">${code}</a>`).join(' ')}</p>`

const section = ({ control, title, rules, color, text, reasons, exception, clauses, tests }: JudgedControl): string =>
  [
    `<section id="${control}">`,
    `<h2>${control} ${escaped(title)} <span class="color ${color}">${color}</span></h2>`,
    rules.length === 0 ? '' : `<p class="muted">${escaped(rules.join('; '))}</p>`,
    text === '' ? '' : `<p>${escaped(text)}</p>`,
    list(reasons.map((reason) => `<span class="${color}">${escaped(reason)}</span>`)),
    exception === null ? '' : `<p><b>${escaped(exceptionSentence(exception))}</b></p>`,
    clauses.length === 0
      ? ''
      : `<details><summary>Clauses: ${clauses.length}</summary>${list(clauses.map((clause) => escaped(clauseSentence(clause))))}</details>`,
    tests.length === 0
      ? ''
      : `<details><summary>Tests: ${tests.length}</summary>${list(tests.map((test) => escaped(testSentence(test))))}</details>`,
    '</section>',
  ]
    .filter((line) => line !== '')
    .join('\n')

const testSentence = ({ file, name, result, run }: TestEvidence): string =>
  `${result}: ${file}${name === null ? '' : ` (${name})`}${run === null ? '' : `, run ${run}`}`
