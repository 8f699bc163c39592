import { clausesOf, rowsOfPage } from './clauses-of-page.ts'
import type { LastRun } from './last-run.ts'
import type { Promised } from './mutant.ts'

/**
 * Where the page of controls calls something done without a mutant that shows it, or with one that no test was seen to notice, or the list
 * has a clause that the page no longer has.
 */
export const pageFaults = (page: string, promises: readonly Promised[], last: LastRun): readonly string[] => {
  const unseen = Map.groupBy(
    promises
      .flatMap(({ subject, clauses }) =>
        Object.values(clauses).flatMap((mutants) => mutants.map(({ id }) => ({ subject, id }))),
      )
      .filter(({ id }) => last[id]?.outcome !== 'red'),
    ({ subject }) => subject,
  )
  const promised = new Map(promises.map(({ subject, clauses }) => [subject, new Set(Object.keys(clauses))]))
  return rowsOfPage(page).flatMap(({ control, status, text }) => {
    const proved = promised.get(control) ?? new Set()
    const clauses = new Set(clausesOf(text))
    return [
      ...(status === 'done' ? [...clauses.difference(proved)] : []).map(
        (clause) =>
          `${control} is called done, and no mutant shows that "${clause}" holds. Add one, or call the row partly.`,
      ),
      ...(status === 'done' ? (unseen.get(control) ?? []) : []).map(
        ({ id }) =>
          `${control} is called done, and no test was seen to notice ${id}. Run npm run prove -- --record ${id}, or call the row partly.`,
      ),
      ...[...proved.difference(clauses)].map(
        (clause) => `${control} has mutants for "${clause}", which its row on the page does not say.`,
      ),
    ]
  })
}
