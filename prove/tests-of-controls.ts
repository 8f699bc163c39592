import { posix } from 'node:path'
import { pagePath, type PageRow } from './clauses-of-page.ts'
import type { Promised } from './mutant.ts'
import type { TestState } from './test-record.ts'

/** A test that a control names. Without a name: every test of the file that no other control names. */
export interface TestOfControl {
  readonly file: string
  readonly name: string | null
}

const linkedFiles = (proof: string): readonly string[] =>
  [...proof.matchAll(/\]\(([^)#]+)\)/g)].map(([, path = '']) => posix.join(posix.dirname(pagePath), path))

/** The tests of each control: those of its mutants, and the files that its row links and its mutants do not name. */
export const testsOfControls = (
  rows: readonly PageRow[],
  promises: readonly Promised[],
): ReadonlyMap<string, readonly TestOfControl[]> => {
  const bySubject = new Map(promises.map((promised) => [promised.subject, promised]))
  return new Map(
    rows.map(({ control, status, proof }) => {
      if (status === 'not yet') return [control, []]
      const named = Object.values(bySubject.get(control)?.clauses ?? {})
        .flat()
        .flatMap(({ tests }) => tests.map(({ file, name }) => ({ file, name: name ?? null })))
      const files = new Set(named.map(({ file }) => file))
      const linked = linkedFiles(proof)
        .filter((file) => !files.has(file))
        .map((file) => ({ file, name: null }))
      const all = [...named, ...linked].map((test) => [`${test.file}\n${test.name ?? ''}`, test] as const)
      return [control, [...new Map(all).values()]]
    }),
  )
}

/** The results of a file's tests, by full name. */
export type FileResults = ReadonlyMap<string, Readonly<Record<string, TestState>>>

/**
 * How a control's test went. A test that another control names counts for that one: a failure belongs to the control whose safeguard is
 * missing.
 */
export const resultOfTest = (
  { file, name }: TestOfControl,
  results: FileResults,
  namesOfOthers: readonly string[],
): TestState | 'not run' => {
  const states = Object.entries(results.get(file) ?? {})
    .filter(([fullName]) =>
      name === null ? !namesOfOthers.some((other) => fullName.includes(other)) : fullName.includes(name),
    )
    .map(([, state]) => state)
  if (states.includes('failed')) return 'failed'
  if (states.includes('passed')) return 'passed'
  return states.includes('skipped') ? 'skipped' : 'not run'
}

/** The names that controls other than `control` give to tests of `file`. */
export const namesOfOthers = (
  tests: ReadonlyMap<string, readonly TestOfControl[]>,
  control: string,
  file: string,
): readonly string[] =>
  [...tests].flatMap(([of, named]) =>
    of === control ? [] : named.flatMap((test) => (test.file === file && test.name !== null ? [test.name] : [])),
  )
