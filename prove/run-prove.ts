import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs, promisify } from 'node:util'
import { format, resolveConfig } from 'prettier'
import { mutantFaults } from './check-mutants.ts'
import { pagePath } from './clauses-of-page.ts'
import { copyRepository } from './copy-repository.ts'
import { lastRunPath, readLastRun, type LastRun } from './last-run.ts'
import { listMutants, type ListedMutant, type Promised } from './mutant.ts'
import { pageFaults } from './page-faults.ts'
import { pickSample } from './pick-sample.ts'
import { readVerdict, type Verdict } from './read-verdict.ts'
import { runMutant, type MutantResult } from './run-mutant.ts'
import { runTests } from './run-tests.ts'
import { writeProof } from './write-proof.ts'

const run = promisify(execFile)

export interface ProveOptions {
  /** The repository's root, a Git working tree. */
  readonly root: string
  readonly promises: readonly Promised[]
  readonly args: readonly string[]
  readonly print: (line: string) => void
}

const usage = `npm run prove -- [options] [subject or id ...]

Switches one safeguard off at a time, in a throwaway copy, and demands that the tests named for it turn red.
Without a subject (C16, composition ...) or an id: all of them, and the page of controls is written.

--list       print the list and run nothing
--check      only look whether the list applies: each place is there once, each test exists, the page says what the list proves
--sample N   N of them, others at each commit
--page       write the page from the list and its last run
--trust      do not run the tests without a mutant first`

/** Exit code 0 when all that was asked for holds. */
export const runProve = async ({ root, promises, args, print }: ProveOptions): Promise<number> => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      list: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
      page: { type: 'boolean', default: false },
      trust: { type: 'boolean', default: false },
      sample: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  const all = listMutants(promises)
  if (values.help) return (print(usage), 0)
  if (values.list) return (listed(all, print), 0)
  if (values.check) return check({ root, promises, all, print })
  if (values.page) return (await writePage(root, promises), 0)

  const asked = (mutant: ListedMutant): boolean =>
    positionals.length === 0 || positionals.includes(mutant.subject) || positionals.includes(mutant.id)
  const size = values.sample === undefined ? null : Number(values.sample)
  if (size !== null && !(Number.isInteger(size) && size > 0)) return (print('--sample wants a number, such as 6.'), 2)
  const chosen = size === null ? all.filter(asked) : pickSample(all.filter(asked), size, await commitCount(root))
  if (chosen.length === 0) return (print(`There is no such subject or mutant. ${usage}`), 2)

  const results = await runAll({ root, mutants: chosen, isTrusted: values.trust, print })
  if (results === null) return 1
  if (size === null && positionals.length === 0) {
    await writeLastRun(root, results)
    await writePage(root, promises)
  }
  return report(chosen, results, print)
}

const listed = (mutants: readonly ListedMutant[], print: (line: string) => void): void => {
  for (const { id, clause, file, tests } of mutants)
    print(`${id}\n  ${clause}\n  ${file}\n  ${tests.map((test) => `${test.file}${test.name ? ` (${test.name})` : ''}`).join('\n  ')}`)
  print(`${mutants.length} mutants.`)
}

const check = async (parts: {
  readonly root: string
  readonly promises: readonly Promised[]
  readonly all: readonly ListedMutant[]
  readonly print: (line: string) => void
}): Promise<number> => {
  const { root, promises, all, print } = parts
  const page = await readFile(join(root, pagePath), 'utf8')
  const isCurrent = page === (await pageNow(root, promises))
  const faults = [
    ...(await mutantFaults(root, all)),
    ...pageFaults(page, promises),
    ...(isCurrent ? [] : [`${pagePath} is not as the list and its last run have it. Run npm run prove -- --page.`]),
  ]
  for (const fault of faults) print(fault)
  if (faults.length === 0) print(`${all.length} mutants apply, and their tests exist.`)
  return faults.length === 0 ? 0 : 1
}

type Results = ReadonlyMap<string, MutantResult>

/** Null: a test is red without a mutant, and then red says nothing. */
const runAll = async (parts: {
  readonly root: string
  readonly mutants: readonly ListedMutant[]
  readonly isTrusted: boolean
  readonly print: (line: string) => void
}): Promise<Results | null> => {
  const { root, mutants, isTrusted, print } = parts
  const copy = await copyRepository(root)
  const interrupted = (): void => void copy.remove().finally(() => process.exit(130))
  process.once('SIGINT', interrupted)
  try {
    if (!isTrusted && !(await isGreen(copy.folder, mutants, print))) return null
    const results = new Map<string, MutantResult>()
    for (const mutant of mutants) {
      const began = performance.now()
      const result = await runMutant(copy.folder, mutant)
      results.set(mutant.id, result)
      const seconds = ((performance.now() - began) / 1_000).toFixed(1)
      print(`${wordFor(result).padEnd(8)} ${seconds.padStart(5)} s  ${mutant.id}`)
      for (const { file, verdict } of result) print(`                   ${spell(verdict)} (${file})`)
    }
    return results
  } finally {
    process.off('SIGINT', interrupted)
    await copy.remove()
  }
}

/** Every named test is green without a mutant. */
const isGreen = async (
  folder: string,
  mutants: readonly ListedMutant[],
  print: (line: string) => void,
): Promise<boolean> => {
  const tests = mutants.flatMap((mutant) => mutant.tests)
  let isAllGreen = true
  for (const project of new Set(tests.map((test) => test.project))) {
    const ofProject = tests.filter((test) => test.project === project)
    print(`Without a mutant: ${new Set(ofProject.map(({ file }) => file)).size} test files of ${project}`)
    const report = await runTests(folder, ofProject)
    for (const test of ofProject) {
      const verdict = readVerdict(report, test)
      if (verdict.outcome === 'survived') continue
      isAllGreen = false
      print(`${test.file} is not green without a mutant: ${spell(verdict)}`)
    }
  }
  return isAllGreen
}

const spell = (verdict: Verdict): string =>
  verdict.outcome === 'red'
    ? `red: ${verdict.test}`
    : verdict.outcome === 'broken'
      ? `broken: ${verdict.reason}`
      : 'noticed nothing'

/** `red` when every named test noticed; else the worst of them. */
const wordFor = (result: MutantResult): Verdict['outcome'] => {
  const outcomes = new Set(result.map(({ verdict }) => verdict.outcome))
  return outcomes.has('survived') ? 'survived' : outcomes.has('broken') ? 'broken' : 'red'
}

const report = (mutants: readonly ListedMutant[], results: Results, print: (line: string) => void): number => {
  const unproved = mutants.filter(({ id }) => wordFor(results.get(id) ?? []) !== 'red')
  print(`\n${mutants.length - unproved.length} of ${mutants.length} mutants turned their tests red.`)
  if (unproved.length === 0) return 0
  print('\nNot proved:')
  for (const { id, clause, file } of unproved) {
    print(`| ${id} | ${clause} | ${file} |`)
    for (const { file: test, verdict } of results.get(id) ?? [])
      if (verdict.outcome !== 'red') print(`    ${test}: ${spell(verdict)}`)
  }
  return 1
}

const commitCount = async (root: string): Promise<number> =>
  Number((await run('git', ['rev-list', '--count', 'HEAD'], { cwd: root })).stdout)

const writeLastRun = async (root: string, results: Results): Promise<void> => {
  const commit = (await run('git', ['rev-parse', '--short=10', 'HEAD'], { cwd: root })).stdout.trim()
  const outcomes = Object.fromEntries([...results].map(([id, result]) => [id, wordFor(result)]))
  const lastRun: LastRun = { date: new Date().toISOString().slice(0, 10), commit, outcomes }
  await writeFile(join(root, lastRunPath), `${JSON.stringify(lastRun, null, 2)}\n`)
}

const pageNow = async (root: string, promises: readonly Promised[]): Promise<string> => {
  const path = join(root, pagePath)
  const text = writeProof(await readFile(path, 'utf8'), promises, await readLastRun(root))
  return format(text, { ...(await resolveConfig(path)), parser: 'markdown' })
}

const writePage = async (root: string, promises: readonly Promised[]): Promise<void> => {
  await writeFile(join(root, pagePath), await pageNow(root, promises))
}
