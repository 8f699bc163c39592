import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type {
  ControlEvidence,
  Evidence,
  MutantEvidence,
  TestEvidence,
} from '../packages/reference-server/src/cli/report/evidence.ts'
import { changedFiles, type ChangedFiles } from './changed-since.ts'
import { clausesOf, pagePath, plainText, rowsOfPage, type PageRow } from './clauses-of-page.ts'
import { readLastRun, type LastRun } from './last-run.ts'
import type { Mutant, Promised } from './mutant.ts'
import { rulesOfControls } from './rules-of-controls.ts'
import { readExceptions } from './release-exceptions.ts'
import { readTestRecord, type TestRecord } from './test-record.ts'
import { namesOfOthers, resultOfTest, testsOfControls, type TestOfControl } from './tests-of-controls.ts'

const statuses = ['done', 'partly', 'not yet'] as const

/** What a checkout knows of its controls: the page, the list of mutants, their last run, and the last run of the tests. */
export const gatherEvidence = async (root: string, promises: readonly Promised[]): Promise<Evidence> => {
  const [page, manifest, lastRun, record, changed, exceptions] = await Promise.all([
    readFile(join(root, pagePath), 'utf8'),
    readFile(join(root, 'packages/reference-server/package.json'), 'utf8'),
    readLastRun(root),
    readTestRecord(root),
    changedFiles(root),
    readExceptions(root),
  ])
  const { name, version } = JSON.parse(manifest) as Evidence['product']
  const rows = rowsOfPage(page)
  const tests = testsOfControls(rows, promises)
  const controls = await Promise.all(
    rows.map((row) =>
      controlOf(row, { promises, lastRun, record, changed, tests: testsOf(row.control, tests, record) }),
    ),
  )
  const used = new Set(controls.flatMap((control) => control.tests.map(({ run }) => run)))
  return {
    format: 'visitkit evidence v1',
    product: { name, version },
    commit: changed.commit,
    committedAt: changed.committedAt,
    uncommitted: changed.commit === null ? 0 : ((await changed.since(changed.commit)) ?? []).length,
    runs: await Promise.all(
      Object.entries(record.runs)
        .filter(([id]) => used.has(id))
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(async ([id, run]) => ({
          id,
          ...run,
          changedSince: (await changed.since(run.commit))?.length ?? null,
        })),
    ),
    controls,
    exceptions,
  }
}

const testsOf = (
  control: string,
  tests: ReadonlyMap<string, readonly TestOfControl[]>,
  record: TestRecord,
): readonly TestEvidence[] => {
  const results = new Map(Object.entries(record.files).map(([file, { tests: states }]) => [file, states]))
  return (tests.get(control) ?? []).map((test) => {
    const result = resultOfTest(test, results, namesOfOthers(tests, control, test.file))
    return { ...test, result, run: result === 'not run' ? null : (record.files[test.file]?.run ?? null) }
  })
}

interface Parts {
  readonly promises: readonly Promised[]
  readonly lastRun: LastRun
  readonly record: TestRecord
  readonly changed: ChangedFiles
  readonly tests: readonly TestEvidence[]
}

const controlOf = async (
  { control, title, status, text }: PageRow,
  { promises, lastRun, changed, tests }: Parts,
): Promise<ControlEvidence> => {
  const known = statuses.find((each) => each === status)
  if (known === undefined)
    throw new Error(`${pagePath}: ${control} has the status "${status}". Use ${statuses.join(', ')}.`)
  const rules = rulesOfControls[control]
  if (rules === undefined) throw new Error(`prove/rules-of-controls.ts does not say where ${control} comes from.`)
  const clauses = promises.find(({ subject }) => subject === control)?.clauses ?? {}
  const listed = known === 'done' ? clausesOf(text) : Object.keys(clauses)
  return {
    control,
    title,
    rules,
    status: known,
    text: plainText(text),
    clauses: await Promise.all(
      listed.map(async (clause) => ({
        clause,
        mutants: await Promise.all((clauses[clause] ?? []).map((mutant) => mutantOf(mutant, lastRun, changed))),
      })),
    ),
    tests,
  }
}

const mutantOf = async ({ id, file, tests }: Mutant, run: LastRun, changed: ChangedFiles): Promise<MutantEvidence> => {
  const last = run[id]
  if (last === undefined) return { id, outcome: 'not run', date: null, commit: null, changedSince: null }
  const since = await changed.since(last.commit)
  const own = new Set([file, ...tests.map((test) => test.file)])
  return { id, ...last, changedSince: since && since.filter((each) => own.has(each)) }
}
