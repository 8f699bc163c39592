import { parseArgs } from 'node:util'
import { environmentAt } from './environment-at.ts'
import { findLibfaketime } from './find-libfaketime.ts'
import { readMoment } from './read-moment.ts'
import { runSteps, type Step } from './run-steps.ts'

/**
 * Runs every test on a new machine: finds or downloads a browser, starts PostgreSQL, builds the published packages and tests them.
 * `npm test -- node` (or `elements`, `servers`, `journeys`) runs one kind; further arguments select files, as in Vitest.
 *
 * `npm test -- --all` runs all variants of a test, where otherwise each commit runs one (docs/decisions/0085).
 *
 * `npm test -- --at 2028-02-29T23:30:00Z --zone Pacific/Auckland` runs the tests at that time in that time zone: the clocks of Node,
 * Chromium and PostgreSQL are moved there, and each kind begins at it. Checks and builds use the real clock.
 */
const kinds = ['node', 'elements', 'servers', 'journeys']

const fail = (message: string): never => {
  console.error(message)
  process.exit(2)
}

const readArguments = (): { values: { at?: string; zone?: string; all?: boolean }; positionals: string[] } => {
  try {
    const options = { at: { type: 'string' }, zone: { type: 'string' }, all: { type: 'boolean' } } as const
    return parseArgs({ options, allowPositionals: true })
  } catch (error) {
    const [message = ''] = (error instanceof Error ? error.message : String(error)).split('. ')
    return fail(`${message}. There are --at <moment>, --zone <zone> and --all, as in docs/testing.md.`)
  }
}

const {
  values: { at, zone, all },
  positionals: [only, ...files],
} = readArguments()
if (all) process.env['TEST_VARIANTS'] = 'all'
if (only !== undefined && !kinds.includes(only))
  fail(`There are no tests of the kind ${only}: only ${kinds.join(', ')}.`)
if (zone !== undefined && at === undefined)
  fail('--zone is of a moment: say which with --at, as in --at 2028-02-29T23:30.')

const clock = await (async (): Promise<() => Readonly<Record<string, string>>> => {
  // A run at another moment is no evidence of today.
  if (at === undefined) return () => ({ RECORD_TESTS: '1' })
  try {
    const moment = readMoment(at, zone)
    const libfaketime = await findLibfaketime()
    return () => environmentAt(moment, libfaketime)
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error))
  }
})()

/** What fails runs once more, and the end of the output names it; a random example that fails does not (docs/decisions/0130). */
const secondTry = ['--retry.count', '1', '--retry.condition=^(?!Property failed)']

const vitest = (project: string): Step => ({
  name: `Tests: ${project}${at === undefined ? '' : ` at ${at}${zone === undefined ? '' : ` in ${zone}`}`}`,
  command: 'vitest',
  args: ['run', '--project', project, ...secondTry, ...files],
  environment: clock,
})

await runSteps(
  only
    ? [vitest(only)]
    : [
        { name: 'Checks', command: 'node', args: ['scripts/check.ts'] },
        { name: 'Build', command: 'node', args: ['scripts/build.ts'] },
        // Journeys mostly wait: for partners, for pictures, for the next page. Each of the two takes about half of the time.
        [['node', 'servers'].map(vitest), ['journeys', 'elements'].map(vitest)],
        // A different sample at each commit; `npm run prove` runs all.
        { name: 'Some mutants', command: 'node', args: ['scripts/prove.ts', '--sample', '6', '--trust'] },
      ],
)
