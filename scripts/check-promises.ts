import { globSync } from 'node:fs'
import { join } from 'node:path'
import { promiseFaults, type Proof } from './promise-faults.ts'
import { readFromRoot, textFiles } from './promise-texts.ts'

/**
 * Every sentence that claims an effect on another person, or later, names the test that proves it in `<texts>.promises.json`, next to its
 * texts. All texts are searched: those of the elements and their parts, of the portal and its scripts, of mails and text messages, of PDF
 * documents, and of consents.
 */
const faults: string[] = []
let count = 0
for (const { name, proofs: path, load } of textFiles) {
  const proofs = JSON.parse(readFromRoot(path) ?? '{}') as Record<string, Proof>
  count += Object.keys(proofs).length
  faults.push(...promiseFaults({ name, texts: await load('en'), proofs }, readFromRoot))
}
const known = new Set(textFiles.map(({ proofs }) => proofs))
for (const path of globSync('{packages,examples}/**/*.promises.json', {
  cwd: join(import.meta.dirname, '..'),
  exclude: (name) => name === 'node_modules' || name === 'dist',
}))
  if (!known.has(path)) faults.push(`${path} belongs to no texts.`)
if (faults.length > 0) {
  console.error(`${faults.join('\n')}\n\n${faults.length} found. Add the test to <texts>.promises.json.`)
  process.exit(1)
}
console.log(`${count} sentences of ${textFiles.length} files of texts keep what they claim.`)
