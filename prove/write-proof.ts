import { posix } from 'node:path'
import { pagePath, rowsOfPage } from './clauses-of-page.ts'
import type { LastRun } from './last-run.ts'
import type { Mutant, Promised } from './mutant.ts'

const begin = '<!-- Written by npm run prove. -->'
const end = '<!-- End of what npm run prove writes. -->'

const record = '[recorded for each](../../prove/last-run.json)'

const linkOf = (file: string): string => {
  const name = posix.basename(file).replace(/\.test\.ts$/, '')
  return `[${name}](${posix.relative(posix.dirname(pagePath), file)})`
}
const linksOf = (mutants: readonly Mutant[]): string =>
  [...new Set(mutants.flatMap(({ tests }) => tests.map(({ file }) => file)))].map(linkOf).join(', ')

const outcomeOf = (mutants: readonly Mutant[], lastRun: LastRun): string => {
  const red = mutants.filter(({ id }) => lastRun[id]?.outcome === 'red').length
  const notRun = mutants.filter(({ id }) => lastRun[id] === undefined).length
  return (
    `${red} of ${mutants.length} seen red` +
    (notRun > 0 ? `, ${notRun} not run yet` : '') +
    (red + notRun < mutants.length ? ', **the others were not noticed**' : '')
  )
}

const sectionOf = ({ subject, clauses }: Promised, title: string, run: LastRun): string =>
  [
    `### ${subject}${title && ` ${title}`}`,
    '',
    ...Object.entries(clauses).map(
      ([clause, mutants]) => `- ${clause}: ${outcomeOf(mutants, run)}. ${linksOf(mutants)}`,
    ),
  ].join('\n')

/** `250 of 250 mutants turned their tests red: 2026-11-27, commit 9d41b0d6aa.` Of several commits: how many, and where each is. */
const summaryOf = (ids: readonly string[], run: LastRun): string => {
  const known = ids.flatMap((id) => run[id] ?? [])
  const red = known.filter(({ outcome }) => outcome === 'red').length
  const [dates, commits] = [known.map(({ date }) => date), known.map(({ commit }) => commit)].map((all) =>
    [...new Set(all)].toSorted(),
  ) as [string[], string[]]
  const [first, last] = [dates[0], dates.at(-1)]
  const when = first === last ? first : `${first} to ${last}`
  const where = commits.length === 1 ? `commit ${commits[0]}` : `at ${commits.length} commits, ${record}`
  return `${red} of ${ids.length} mutants turned their tests red${known.length > 0 ? `: ${when}, ${where}` : ''}.`
}

/** The page with its proof column and the part below the table, from the list and its last run. */
export const writeProof = (page: string, promises: readonly Promised[], run: LastRun): string => {
  const bySubject = new Map(promises.map((promised) => [promised.subject, promised]))
  const ids = promises.flatMap(({ clauses }) =>
    Object.values(clauses).flatMap((mutants) => mutants.map(({ id }) => id)),
  )
  const titles = new Map(rowsOfPage(page).map(({ control, title }) => [control, title]))
  const lines = page.split('\n').map((line) => {
    const [row] = rowsOfPage(line)
    const promised = row && bySubject.get(row.control)
    if (row === undefined || promised === undefined || row.status === 'not yet') return line
    const links = linksOf(Object.values(promised.clauses).flat())
    // A row marked partly has tests that no mutant names.
    const others =
      row.status === 'done' ? [] : row.proof.split(', ').filter((link) => link !== '' && !links.includes(link))
    return replaceProof(line, [...others, links].join(', '))
  })
  const written = [
    begin,
    '',
    summaryOf(ids, run),
    '',
    promises.map((promised) => sectionOf(promised, titles.get(promised.subject) ?? '', run)).join('\n\n'),
    '',
    end,
  ].join('\n')
  const text = lines.join('\n')
  const [before, after] = [text.indexOf(begin), text.indexOf(end)]
  if (before < 0 || after < before)
    throw new Error(`${pagePath} has lost the lines between which its proof is written.`)
  return text.slice(0, before) + written + text.slice(after + end.length)
}

const replaceProof = (line: string, proof: string): string =>
  `${line.slice(0, line.slice(0, -1).lastIndexOf(' | '))} | ${proof} |`
