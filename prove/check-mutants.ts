import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ListedMutant, NamedTest } from './mutant.ts'

const textOf = (path: string): Promise<string | null> =>
  readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })

/** Faults of the list itself, one sentence each: a mutant that changes nothing, or a missing test, proves nothing. */
export const mutantFaults = async (root: string, mutants: readonly ListedMutant[]): Promise<readonly string[]> => {
  const faults: string[] = []
  const seen = new Set<string>()
  const read = cached((file: string) => textOf(join(root, file)))
  for (const mutant of mutants) {
    const { id, subject, file, find, replace, tests } = mutant
    if (seen.has(id)) faults.push(`${id} is there twice. Give each mutant an id of its own.`)
    seen.add(id)
    if (!id.startsWith(`${subject}-`)) faults.push(`${id} does not begin with ${subject}-.`)
    if (find === replace) faults.push(`${id} changes nothing.`)
    const text = await read(file)
    const times = text === null ? 0 : text.split(find).length - 1
    if (text === null) faults.push(`${id}: ${file} is not there. Name the file that the code moved to.`)
    else if (times !== 1)
      faults.push(`${id}: ${file} has ${times} times ${JSON.stringify(find)}. Name a text that occurs there once.`)
    for (const test of tests) faults.push(...testFaults(id, test, await read(test.file)))
  }
  return faults
}

const testFaults = (id: string, { file, name }: NamedTest, text: string | null): string[] => {
  if (text === null) return [`${id}: the test file ${file} is not there.`]
  if (name !== undefined && !text.includes(name)) return [`${id}: ${file} has no test named "${name}".`]
  return []
}

const cached = <A>(load: (key: string) => Promise<A>): ((key: string) => Promise<A>) => {
  const known = new Map<string, Promise<A>>()
  return (key) => {
    const loading = known.get(key) ?? load(key)
    known.set(key, loading)
    return loading
  }
}
