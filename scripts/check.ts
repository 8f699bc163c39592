import { runSteps } from './run-steps.ts'

/** TypeScript 7 checks in a fifth of the time. It has no API yet: programs that need one import version 6 as `typescript`. */
const tsc = 'node_modules/typescript-7/bin/tsc'

/** Checks that must pass before any test runs. Stops at the first fault. */
await runSteps([
  { name: 'Node 26 is in use', command: 'node', args: ['scripts/assert-node.ts'] },
  { name: 'Generated files are current', command: 'node', args: ['scripts/check-drift.ts'] },
  [
    { name: 'Types', command: 'node', args: [tsc, '-p', 'tsconfig.json'] },
    { name: 'Format', command: 'prettier', args: ['--check', '--log-level=warn', '.'] },
    { name: 'Types of the elements', command: 'node', args: [tsc, '-p', 'packages/elements/tsconfig.json'] },
    { name: 'Sentences that claim an effect have a test', command: 'node', args: ['scripts/check-promises.ts'] },
    { name: 'The oldest browsers have what is used', command: 'node', args: ['scripts/check-floor.ts'] },
    { name: 'Language', command: 'node', args: ['scripts/check-language.ts'] },
    {
      name: 'Lint',
      command: 'oxlint',
      args: ['--type-aware', 'packages', 'examples', 'bench', 'prove', 'scripts', 'tests'],
    },
    { name: 'Unused files, exports and dependencies', command: 'knip', args: ['--no-progress'] },
    {
      name: 'Mutants apply, and the page of controls has their proof',
      command: 'node',
      args: ['scripts/prove.ts', '--check'],
    },
    {
      name: 'Imports between folders',
      command: 'depcruise',
      args: ['--output-type', 'err', 'packages', 'examples', 'bench', 'prove', 'scripts', 'tests'],
    },
  ],
])
