import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { commitsSince } from './language/commits-since.ts'
import { findRefusedWords } from './language/find-refused-words.ts'
import { readRefusedWords } from './language/read-refused-words.ts'
import { subjectFaults } from './language/subject-faults.ts'

/**
 * Checks the language of this repository as far as a program can: the words that docs/naming.md lists, and the form of commit subjects.
 * `--root` and `--since` are for its test.
 */
const { values } = parseArgs({
  options: {
    root: { type: 'string' },
    since: { type: 'string' },
  },
})
const root = values.root ?? join(import.meta.dirname, '..')

/** The subjects of this commit and of earlier ones are not checked. Move it to a later commit that cannot be changed. */
const lastCommitBefore = values.since ?? '9a50b348ac16f804df1f29a7a0f4fbeae30ff0de'

const folders = ['packages', 'scripts', 'tests', 'examples', 'bench', 'prove', 'docs', '.changeset']
const isRead = /\.([cm]?[jt]sx?|tsp|md)$/
/** Generated or third-party files, and the tables themselves. Decisions and changelogs describe their time. */
const isLeftAlone =
  /(^|\/)(node_modules|dist|generated|storybook-static|\.vite[^/]*)(\/|$)|(^|\/)CHANGELOG\.md$|^docs\/(naming\.md$|decisions\/\d)/

const pathsToRead = async (): Promise<readonly string[]> => {
  const inRoot = await readdir(root)
  const inFolders = await Promise.all(
    folders.map(async (folder) => {
      const entries = await readdir(join(root, folder), { recursive: true }).catch(() => [])
      return entries.map((name) => join(folder, name))
    }),
  )
  return [...inRoot, ...inFolders.flat()].filter((path) => isRead.test(path) && !isLeftAlone.test(path)).toSorted()
}

const faults: string[] = []

const words = readRefusedWords(await readFile(join(root, 'docs/naming.md'), 'utf8'))
for (const path of await pathsToRead())
  for (const { line, found, word } of findRefusedWords(path, await readFile(join(root, path), 'utf8'), words))
    faults.push(`${path}:${line}: "${found}". Write: ${word.instead}.`)

const commits = await commitsSince(root, lastCommitBefore)
if (typeof commits === 'string') console.log(`Commit subjects were not checked: ${commits}.`)
else
  for (const { id, subject } of commits)
    for (const fault of subjectFaults(subject)) faults.push(`commit ${id} "${subject}": ${fault}.`)

for (const fault of new Set(faults)) console.error(fault)
if (faults.length > 0) {
  console.error(`\n${faults.length} found. See docs/naming.md and CONTRIBUTING.md.`)
  process.exitCode = 1
}
