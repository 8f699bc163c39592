import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { commitsSince } from './language/commits-since.ts'
import { findRefusedWords } from './language/find-refused-words.ts'
import { readRefusedWords } from './language/read-refused-words.ts'
import { subjectFaults } from './language/subject-faults.ts'

/**
 * Holds what a program can hold of the language of this repository: words that docs/naming.md refuses, and the form of commit
 * subjects. `--root` and `--since` are for its test.
 */
const { values } = parseArgs({ options: { root: { type: 'string' }, since: { type: 'string' } } })
const root = values.root ?? join(import.meta.dirname, '..')

/** The last commit whose subjects are not checked any more. Move it past a commit that cannot be changed. */
const lastCommitBefore = values.since ?? '9a50b348ac16f804df1f29a7a0f4fbeae30ff0de'

const folders = ['packages', 'scripts', 'tests', 'examples', 'bench', 'docs', '.changeset']
const isRead = /\.(ts|tsp|md)$/
/** Made by programs or by others, and the table itself. Decisions and changelogs say what was so at their time. */
const isLeftAlone =
  /(^|\/)(node_modules|dist|generated|storybook-static|\.vite[^/]*)(\/|$)|(^|\/)CHANGELOG\.md$|^docs\/(naming\.md$|decisions\/\d)/

const faults: string[] = []

const words = readRefusedWords(await readFile(join(root, 'docs/naming.md'), 'utf8'))
for (const folder of folders) {
  const entries = await readdir(join(root, folder), { recursive: true }).catch(() => [])
  for (const name of entries) {
    const path = join(folder, name)
    if (!isRead.test(path) || isLeftAlone.test(path)) continue
    const text = await readFile(join(root, path), 'utf8')
    for (const { line, found, instead } of findRefusedWords(path, text, words))
      faults.push(`${path}:${line}: "${found}". Write: ${instead}.`)
  }
}

const commits = await commitsSince(root, lastCommitBefore)
if (typeof commits === 'string') console.log(`Commit subjects were not checked: ${commits}.`)
else
  for (const { id, subject } of commits)
    for (const fault of subjectFaults(subject)) faults.push(`commit ${id} "${subject}": ${fault}.`)

for (const fault of faults) console.error(fault)
if (faults.length > 0) {
  console.error(`\n${faults.length} found. docs/naming.md and CONTRIBUTING.md say how it is written.`)
  process.exitCode = 1
}
