import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Files that a generator writes and that are committed, so that readers and reviewers see them. */
const generated = [
  'packages/contract/generated/openapi.yaml',
  'packages/contract/generated/openapi.json',
  'packages/contract/generated/operations.ts',
  'packages/contract/generated/types.ts',
  'packages/contract/generated/events.ts',
  'packages/sdk/src/generated/resources.ts',
  'packages/sdk/src/generated/events.ts',
]

const read = async (): Promise<string[]> => Promise.all(generated.map((file) => readFile(file, 'utf8').catch(() => '')))

const before = await read()
await run('node', ['generate.ts'], { cwd: 'packages/contract' })
const after = await read()
const drifted = generated.filter((_, index) => before[index] !== after[index])
if (drifted.length > 0) {
  console.error(
    `These files were not what the contract generates; they have just been rewritten, commit them:\n${drifted.map((file) => `- ${file}`).join('\n')}`,
  )
  process.exit(1)
}
console.log(`${generated.length} generated files are what the contract says.`)
