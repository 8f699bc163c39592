import { join } from 'node:path'
import { promises } from '../prove/mutants/promises.ts'
import { runProve } from '../prove/run-prove.ts'

/** Shows that tests fail when safeguards are disabled: docs/compliance/proofs.md. */
process.exitCode = await runProve({
  root: join(import.meta.dirname, '..'),
  promises,
  args: process.argv.slice(2),
  print: console.log,
})
