import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pagePath, rowsOfPage } from './clauses-of-page.ts'
import { copyRepository } from './copy-repository.ts'
import { listMutants, type ListedMutant, type NamedTest, type Promised } from './mutant.ts'
import { withMutant } from './run-mutant.ts'
import { runTests } from './run-tests.ts'
import type { TestReport } from './read-verdict.ts'
import type { TestState } from './test-record.ts'
import {
  namesOfOthers,
  resultOfTest,
  testsOfControls,
  type FileResults,
  type TestOfControl,
} from './tests-of-controls.ts'

interface SabotageParts {
  readonly root: string
  readonly promises: readonly Promised[]
  /** A control, or the id of a mutant. */
  readonly subject: string
  readonly print: (line: string) => void
}

type TestsByControl = ReadonlyMap<string, readonly TestOfControl[]>

/**
 * Disables the safeguards of a control, one at a time, in a temporary copy. Runs every test of the files that each mutant names, and shows
 * which controls turn red by them. Exit code 0: with each mutant its control turned red, and with one at least no other did. Some safeguards
 * are of several controls: without an audit row, most tests of the pipeline fail.
 */
export const sabotage = async ({ root, promises, subject, print }: SabotageParts): Promise<0 | 1 | 2> => {
  const rows = rowsOfPage(await readFile(join(root, pagePath), 'utf8'))
  const tests = testsOfControls(rows, promises)
  const mutants = listMutants(promises).filter((mutant) => mutant.subject === subject || mutant.id === subject)
  const [first] = mutants
  if (first === undefined) {
    const row = rows.find(({ control }) => control === subject)
    print(
      row === undefined
        ? `There is no control and no mutant ${subject}. npm run prove -- --list has them.`
        : `${subject} ${row.title} has no mutant, so nothing can be disabled that its tests would notice. In the report it is ${row.status === 'not yet' ? 'red' : 'not green'} for that reason.`,
    )
    return 2
  }
  if (!tests.has(first.subject)) {
    print(
      `${first.subject} is a group of safeguards and no control. npm run prove -- ${subject} shows that its tests notice.`,
    )
    return 2
  }
  const copy = await copyRepository(root)
  const remove = (): void => void copy.remove().finally(() => process.exit(130))
  process.once('SIGINT', remove)
  try {
    return await runEach(copy.folder, mutants, tests, print)
  } finally {
    process.off('SIGINT', remove)
    await copy.remove()
  }
}

const runEach = async (
  folder: string,
  mutants: readonly ListedMutant[],
  tests: TestsByControl,
  print: (line: string) => void,
): Promise<0 | 1 | 2> => {
  const named = mutants.flatMap((mutant) => mutant.tests)
  print(`Without a mutant: ${new Set(named.map(({ file }) => file)).size} test files`)
  const before = redControls(tests, await runFiles(folder, named))
  if (before.size > 0) {
    print(`Red without a mutant: ${[...before].join(', ')}. Nothing can be shown before these tests pass.`)
    return 1
  }
  let [noticed, alone] = [0, 0]
  for (const mutant of mutants) {
    const results = await withMutant(folder, mutant, () => runFiles(folder, mutant.tests))
    const red = redControls(tests, results)
    const others = [...red].filter((control) => control !== mutant.subject)
    if (red.has(mutant.subject)) noticed++
    if (red.has(mutant.subject) && others.length === 0) alone++
    print(
      `${red.has(mutant.subject) ? `${mutant.subject} turned red` : `${mutant.subject} DID NOT TURN RED`}${others.length > 0 ? `, and so did ${others.join(', ')}` : ', and no other'}: ${mutant.id}`,
    )
    print(`    ${mutant.clause}`)
    for (const test of failedTests(results)) print(`    failed: ${test}`)
  }
  print(
    `\n${noticed} of ${mutants.length} mutants turned ${mutants[0]?.subject} red. ${alone} of them turned no other control red.${alone < noticed ? ' The others disable what several controls share.' : ''}`,
  )
  return noticed === mutants.length && alone > 0 ? 0 : 1
}

/** Whole files, so that a test of another control in them is seen too. */
const runFiles = async (folder: string, tests: readonly NamedTest[]): Promise<FileResults> => {
  const results = new Map<string, Readonly<Record<string, TestState>>>()
  for (const project of new Set(tests.map((test) => test.project))) {
    const whole = tests
      .filter((test) => test.project === project)
      .map(({ file, engine }) => ({ project, file, ...(engine !== undefined && { engine }) }))
    const report = await runTests(folder, whole)
    for (const { file } of whole) results.set(file, statesOf(report, file))
  }
  return results
}

const statesOf = ({ testResults }: TestReport, file: string): Readonly<Record<string, TestState>> => {
  const result = testResults.find(({ name }) => name.replaceAll('\\', '/').endsWith(`/${file}`))
  const states = new Map<string, TestState>()
  for (const { fullName, status } of result?.assertionResults ?? [])
    if (states.get(fullName.trim()) !== 'failed')
      states.set(fullName.trim(), status === 'passed' || status === 'failed' ? status : 'skipped')
  if (states.size === 0) states.set('the file loads', 'failed')
  return Object.fromEntries(states)
}

/** The controls with a test that failed. Controls whose tests are in other files are not touched by these. */
const redControls = (tests: TestsByControl, results: FileResults): ReadonlySet<string> =>
  new Set(
    [...tests]
      .filter(([control, named]) =>
        named.some((test) => resultOfTest(test, results, namesOfOthers(tests, control, test.file)) === 'failed'),
      )
      .map(([control]) => control),
  )

const failedTests = (results: FileResults): readonly string[] =>
  [...results].flatMap(([file, states]) =>
    Object.entries(states).flatMap(([name, state]) => (state === 'failed' ? [`${name} (${file})`] : [])),
  )
