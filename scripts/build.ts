import { runSteps } from './run-steps.ts'

/** Builds the published packages, and checks that they are well formed and within their size budgets. */
await runSteps([
  { name: 'SDK', command: 'npm', args: ['run', 'build', '-w', 'packages/sdk'] },
  { name: 'Server', command: 'npm', args: ['run', 'build', '-w', 'packages/reference-server'] },
  { name: 'Elements', command: 'npm', args: ['run', 'build', '-w', 'packages/elements'] },
  {
    name: 'Elements: the manifest names everything public',
    command: 'node',
    args: ['packages/elements/check-manifest.ts'],
  },
  { name: 'Elements: sizes are what the repository says', command: 'node', args: ['packages/elements/check-sizes.ts'] },
])
