import { runSteps } from './run-steps.ts'

const [only] = process.argv.slice(2)

/**
 * Every test, on a fresh machine: finds or gets a browser, starts PostgreSQL, builds what is shipped and tests that.
 * `npm test -- node` (or `elements`, `servers`, `journeys`) runs one kind.
 */
const vitest = (project: string) => ({
  name: `Tests: ${project}`,
  command: 'vitest',
  args: ['run', '--project', project],
})

await runSteps(
  only
    ? [vitest(only)]
    : [
        { name: 'Checks', command: 'node', args: ['scripts/check.ts'] },
        { name: 'Build', command: 'node', args: ['scripts/build.ts'] },
        vitest('node'),
        vitest('elements'),
        vitest('servers'),
        vitest('journeys'),
        // Others at each commit; `npm run prove` runs all.
        { name: 'Some mutants', command: 'node', args: ['scripts/prove.ts', '--sample', '6', '--trust'] },
      ],
)
