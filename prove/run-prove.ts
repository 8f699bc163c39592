import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs, promisify } from 'node:util'
import { format, resolveConfig } from 'prettier'
import { mutantFaults } from './check-mutants.ts'
import { pagePath } from './clauses-of-page.ts'
import { codeFaults } from './code-faults.ts'
import { readLastRun, writeLastRun } from './last-run.ts'
import { listMutants, type ListedMutant, type Promised } from './mutant.ts'
import { pageFaults } from './page-faults.ts'
import { pickSample } from './pick-sample.ts'
import { outcomeOf, runAll, spell, type Results } from './run-all.ts'
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
--check      only look whether the list applies: each place is there once, the changed file
             has each name that it uses, each test exists, the page says what the list proves
--sample N   N of those that were seen red, others at each commit
--part 1/4   the first of four parts of the list
--record     write what ran into the page, although not all ran
--page       write the page from the list and its last run
--jobs 2     two mutants at a time, each in a copy of its own
--trust      do not run the tests of each mutant without it first`

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
      record: { type: 'boolean', default: false },
      sample: { type: 'string' },
      part: { type: 'string' },
      jobs: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  const all = listMutants(promises)
  if (values.help) return (print(usage), 0)
  if (values.list) return (listed(all, print), 0)
  if (values.check) return check({ root, promises, all, print })
  if (values.page) return (await writePage(root, promises), 0)

  const named = all.filter(
    ({ subject, id }) => positionals.length === 0 || positionals.includes(subject) || positionals.includes(id),
  )
  if (named.length === 0) return (print(`There is no such subject or mutant.\n\n${usage}`), 2)
  const [size, part, jobs] = [sizeOf(values.sample), partOf(values.part), Number(values.jobs ?? 1)]
  if (size === null) return (print('--sample takes a number, such as 6.'), 2)
  if (!Number.isInteger(jobs) || jobs < 1) return (print('--jobs takes a number, such as 2.'), 2)
  if (part === null) return (print('--part takes a part and their number, such as 1/4.'), 2)
  const chosen =
    size === 'all' ? named.filter(part) : pickSample(await seenRed(root, named), size, await commitCount(root))

  const isRecorded = values.record || chosen.length === all.length
  const keep = (results: Results): Promise<void> => (isRecorded ? record(root, all, results) : Promise.resolve())
  const results = await runAll({ root, mutants: chosen, isTrusted: values.trust, jobs, keep, print })
  if (isRecorded) await writePage(root, promises)
  return report(chosen, results, print)
}

/** What was noticed once has to be noticed again. What was not is on the page, and has to be mended before it can be asked for. */
const seenRed = async (root: string, mutants: readonly ListedMutant[]): Promise<readonly ListedMutant[]> => {
  const last = await readLastRun(root)
  return mutants.filter(({ id }) => last[id]?.outcome === 'red')
}

const sizeOf = (sample = 'all'): number | 'all' | null => {
  if (sample === 'all') return sample
  return /^[1-9]\d*$/.test(sample) ? Number(sample) : null
}
/** `1/4`: every fourth, from the first. */
const partOf = (text = '1/1'): ((mutant: ListedMutant, index: number) => boolean) | null => {
  const [, part, parts] = /^([1-9]\d*)\/([1-9]\d*)$/.exec(text) ?? []
  if (Number(part) > Number(parts) || parts === undefined) return null
  return (_, index) => index % Number(parts) === Number(part) - 1
}

const listed = (mutants: readonly ListedMutant[], print: (line: string) => void): void => {
  for (const { id, clause, file, tests } of mutants)
    print(
      `${id}\n  ${clause}\n  ${file}\n  ${tests.map((test) => `${test.file}${test.name ? ` (${test.name})` : ''}`).join('\n  ')}`,
    )
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
    ...codeFaults(root, all),
    ...pageFaults(page, promises, await readLastRun(root)),
    ...(isCurrent ? [] : [`${pagePath} is not as the list and its last run have it. Run npm run prove -- --page.`]),
  ]
  for (const fault of faults) print(fault)
  if (faults.length === 0) print(`${all.length} mutants apply, and their tests exist.`)
  return faults.length === 0 ? 0 : 1
}

const report = (mutants: readonly ListedMutant[], results: Results, print: (line: string) => void): number => {
  const unproved = mutants.filter(({ id }) => outcomeOf(results.get(id) ?? []) !== 'red')
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

const record = async (root: string, all: readonly ListedMutant[], results: Results): Promise<void> => {
  const commit = (await run('git', ['rev-parse', '--short=10', 'HEAD'], { cwd: root })).stdout.trim()
  const date = new Date().toISOString().slice(0, 10)
  await writeLastRun(
    root,
    all.map(({ id }) => id),
    Object.fromEntries([...results].map(([id, result]) => [id, { outcome: outcomeOf(result), date, commit }])),
  )
}

const pageNow = async (root: string, promises: readonly Promised[]): Promise<string> => {
  const path = join(root, pagePath)
  const text = writeProof(await readFile(path, 'utf8'), promises, await readLastRun(root))
  return format(text, { ...(await resolveConfig(path)), parser: 'markdown' })
}

const writePage = async (root: string, promises: readonly Promised[]): Promise<void> => {
  await writeFile(join(root, pagePath), await pageNow(root, promises))
}
