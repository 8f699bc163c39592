import { runSteps, type Step } from './run-steps.ts'

/**
 * What a release needs to know of browsers, and `npm test` has no time for: every story and the whole visit in Firefox, every story and the
 * patient's way to the call in WebKit, and each element mounted 200 times in Chromium. It installs what is missing, as root on Debian.
 */

const vitest = (name: string, args: readonly string[], environment: Readonly<Record<string, string>>): Step => ({
  name,
  command: 'vitest',
  args: ['run', ...args],
  environment: () => ({ TEST_VARIANTS: 'all', ...environment }),
})

await runSteps([
  { name: 'Build', command: 'node', args: ['scripts/build.ts'] },
  vitest(
    'Each element 200 times',
    [
      '--project',
      'elements',
      'packages/elements/test/leaves-nothing.test.ts',
      'packages/elements/test/in-react.test.ts',
    ],
    { VITE_MOUNT_ROUNDS: '200' },
  ),
  vitest('Stories in Firefox and WebKit', ['--project', 'servers', 'tests/stories-in-engines.test.ts'], {
    BROWSERS: 'all',
  }),
  vitest('A patient in WebKit', ['--project', 'journeys', 'tests/webkit-journey.test.ts'], { BROWSERS: 'all' }),
  vitest(
    'Patients and clinicians in Firefox',
    [
      ...['--project', 'journeys', 'tests/visit-journey.test.ts', 'tests/appointments-journey.test.ts'],
      ...['tests/record-journey.test.ts', 'tests/office-journey.test.ts', 'tests/told-journey.test.ts'],
    ],
    { JOURNEY_BROWSER: 'firefox' },
  ),
])
