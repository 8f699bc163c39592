import { execFile } from 'node:child_process'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs, promisify } from 'node:util'
import { adaptChange, alignFiles, type Alignment } from './adapt-text.ts'
import { mutantFaults } from './check-mutants.ts'
import { listMutants, type ListedMutant } from './mutant.ts'
import { promises } from './mutants/promises.ts'
import { idIn, replaceLiteral, replacePath } from './replace-literal.ts'

/**
 * `node prove/adapt-mutants.ts`: lists the mutants that no longer apply, and why.
 * `node prove/adapt-mutants.ts 9d41b0d6`: prints their texts for the current files, when they applied to that commit. `--write` changes the
 * list; then run `npx prettier --write prove` and those mutants, because a text that matches may still disable nothing.
 */
const run = promisify(execFile)
const root = join(import.meta.dirname, '..')
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { write: { type: 'boolean', default: false } },
})
const [commit] = positionals

const git = async (...args: readonly string[]): Promise<string> =>
  (await run('git', [...args], { cwd: root, maxBuffer: 256 * 1_024 * 1_024 })).stdout

const listFolder = join(import.meta.dirname, 'mutants')
const sources = new Map(
  await Promise.all(
    (await readdir(listFolder)).map(async (name) => [name, await readFile(join(listFolder, name), 'utf8')] as const),
  ),
)

const faultsOf = (mutant: ListedMutant): Promise<readonly string[]> => mutantFaults(root, [mutant])
const stale: ListedMutant[] = []
for (const mutant of listMutants(promises)) if ((await faultsOf(mutant)).length > 0) stale.push(mutant)

/** The current path of a file of `commit`. */
const movedFrom = async (since: string): Promise<ReadonlyMap<string, string>> => {
  const lines = (await git('diff', '-M40%', '--diff-filter=R', '--name-status', since)).split('\n')
  return new Map(
    lines
      .map((line) => line.split('\t'))
      .filter((parts) => parts.length === 3)
      .map(([, from = '', to = '']) => [from, to]),
  )
}

/** Finds the text of a mutant that is no longer in its file. */
const whereElse = async ({ file, find }: ListedMutant): Promise<string> => {
  const [line = ''] = find.trim().split('\n')
  const found = await git('grep', '-lF', '-e', line, '--', ':!prove', ':!*.md').catch(() => '')
  const others = found.split('\n').filter((each) => each !== '' && each !== file)
  return others.length === 1 ? ` (it is in ${others[0]})` : ''
}

const adaptAll = async (since: string): Promise<readonly string[]> => {
  const moved = await movedFrom(since)
  const alignments = new Map<string, Alignment | null>()
  const align = async (file: string): Promise<Alignment | null> => {
    const known = alignments.get(file)
    if (known !== undefined) return known
    const before = await git('show', `${since}:${file}`).catch(() => null)
    const after = await readFile(join(root, moved.get(file) ?? file), 'utf8').catch(() => null)
    const alignment = before === null || after === null ? null : alignFiles(before, after)
    alignments.set(file, alignment)
    return alignment
  }
  const renamed = new Map<string, string>()
  for (const { file, tests } of stale)
    for (const each of [file, ...tests.map((test) => test.file)])
      for (const [from, to] of (await align(each))?.renamed ?? []) renamed.set(from, to)

  const left: string[] = []
  for (const mutant of stale) {
    const [name = '', source = ''] = [...sources].find(([, text]) => idIn(text, mutant) !== null) ?? []
    const id = idIn(source, mutant)
    if (id === null) throw new Error(`No file of ${listFolder} has the id of ${mutant.id}.`)
    let text = source
    const alignment = await align(mutant.file)
    const isThere = alignment !== null && alignment.after.split(mutant.find).length === 2
    const change = alignment && !isThere ? adaptChange(alignment, mutant, renamed) : null
    if (change !== null) {
      text = replaceLiteral(text, id, mutant.find, change.find)
      text = replaceLiteral(text, id, mutant.replace, change.replace)
      console.log(`${mutant.id}\n  - ${mutant.find}\n  + ${change.find}\n  = ${change.replace}`)
    }
    for (const test of mutant.tests) {
      const of = await align(test.file)
      const span = test.name !== undefined && of?.after.includes(test.name) === false ? of.spanOf(test.name) : null
      if (span && test.name !== undefined && of)
        text = replaceLiteral(text, id, test.name, of.after.slice(span.from, span.to))
    }
    for (const file of [mutant.file, ...mutant.tests.map((test) => test.file)]) {
      const to = moved.get(file)
      if (to !== undefined) text = replacePath(text, file, to)
    }
    if (text === source) left.push(`${mutant.id}${await whereElse(mutant)}`)
    sources.set(name, text)
  }
  return left
}

if (commit === undefined) {
  for (const mutant of stale) for (const fault of await faultsOf(mutant)) console.log(fault)
  console.log(`${stale.length} mutants do not apply.`)
} else {
  const left = await adaptAll(commit)
  if (values.write) for (const [name, text] of sources) await writeFile(join(listFolder, name), text)
  console.log(
    `${stale.length - left.length} of ${stale.length} adapted. To adapt by hand: ${left.join(', ') || 'none'}.`,
  )
}
process.exitCode = stale.length > 0 && !values.write ? 1 : 0
