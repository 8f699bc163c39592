import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { promiseFaults, type Proof } from './promise-faults.ts'

/**
 * Every sentence of an element that claims an effect on another person, or later, names the test that proves it in
 * `<element>.promises.json`, next to its texts. Elements without that file are not covered yet.
 */
const root = join(import.meta.dirname, '..')
const readTest = (file: string): string | null =>
  existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : null

const faults: string[] = []
const lists = globSync('packages/elements/src/*/*.promises.json', { cwd: root })
for (const list of lists) {
  const element = basename(list, '.promises.json')
  const proofs = JSON.parse(readFileSync(join(root, list), 'utf8')) as Record<string, Proof>
  const [texts = {}] = Object.values(
    (await import(join(root, dirname(list), `${element}.en.ts`))) as Record<string, Record<string, unknown>>,
  )
  faults.push(...promiseFaults({ element, texts, proofs }, readTest))
}
if (faults.length > 0) {
  console.error(`${faults.join('\n')}\n\n${faults.length} found. Add the test to <element>.promises.json.`)
  process.exit(1)
}
console.log(`${lists.length} elements keep what their sentences claim.`)
