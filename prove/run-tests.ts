import { spawn } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { NamedTest } from './mutant.ts'
import type { TestReport } from './read-verdict.ts'

const longestMinutes = 15

const asPattern = (name: string): string => name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** Of a test with variants, the second one runs: PostgreSQL. Of what is sampled, all can run: the mutant names its test. */
const variants = { TEST_VARIANTS: '1', TEST_SAMPLES: 'all' }

const onBothEngines = /describe\.each\((?:\['pglite', 'postgres'\] as const|platformEngines)\)\(/

/** Of the full name of the tests to run; null: the whole file. One engine is enough to notice a mutant, and takes half of the time. */
const patternOf = async (
  folder: string,
  { file, name, row, engine = 'postgres' }: NamedTest,
): Promise<string | null> => {
  const text = await readFile(join(folder, file), 'utf8')
  if (onBothEngines.test(text)) return `${engine}.*${asPattern(name ?? '')}`
  if (name === undefined) return null
  return row === undefined ? asPattern(name) : `${asPattern(row)}.*${asPattern(name)}`
}

/** Runs named tests of one project in `folder`. What they print is kept from the terminal; the report says it all. */
export const runTests = async (folder: string, tests: readonly NamedTest[]): Promise<TestReport> => {
  const [first] = tests
  if (first === undefined) return { testResults: [] }
  const written = join(folder, 'prove-report.json')
  await rm(written, { force: true })
  const files = [...new Set(tests.map(({ file }) => file))]
  const patterns = await Promise.all(tests.map((test) => patternOf(folder, test)))
  // One file without a name has to run whole, and so do all.
  const filter = patterns.includes(null) ? [] : [`--testNamePattern=${patterns.join('|')}`]
  const printed = await run(folder, [
    join(folder, 'node_modules/vitest/vitest.mjs'),
    'run',
    ...['--project', first.project],
    ...['--reporter', 'json', '--outputFile', written],
    ...filter,
    ...files,
  ])
  const report = await readFile(written, 'utf8').catch(() => null)
  if (report === null) throw new Error(`The tests of ${files.join(', ')} left no report. They said:\n${printed}`)
  return JSON.parse(report) as TestReport
}

const run = (cwd: string, args: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    const env = { ...process.env, ...variants }
    const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'], env })
    const printed: Buffer[] = []
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => printed.push(bytes))
    // Asked to end, Vitest ends the PostgreSQL that it started.
    const timer = setTimeout(() => {
      child.kill('SIGTERM')
      setTimeout(() => child.kill('SIGKILL'), 30_000).unref()
    }, longestMinutes * 60_000)
    child.once('error', reject)
    child.once('close', () => {
      clearTimeout(timer)
      resolve(Buffer.concat(printed).toString().slice(-4_000))
    })
  })
