import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Mutant } from './mutant.ts'
import { readVerdict, type Verdict } from './read-verdict.ts'
import { runTests } from './run-tests.ts'

/** The result of each named test. */
export type MutantResult = readonly { readonly file: string; readonly verdict: Verdict }[]

/** Applies a mutant to the copy, runs the tests that must notice it, and restores the file. */
export const runMutant = (folder: string, mutant: Mutant): Promise<MutantResult> =>
  withMutant(folder, mutant, () => runNamed(folder, mutant.tests))

/** Runs named tests, those of one project together. */
export const runNamed = async (folder: string, named: Mutant['tests']): Promise<MutantResult> => {
  const results: MutantResult[number][] = []
  for (const project of new Set(named.map((test) => test.project))) {
    const tests = named.filter((test) => test.project === project)
    const report = await runTests(folder, tests)
    for (const test of tests) results.push({ file: test.file, verdict: readVerdict(report, test) })
  }
  return results
}

/** Applies a mutant to the copy while `act` runs, and restores the file. */
export const withMutant = async <Result>(
  folder: string,
  mutant: Mutant,
  act: () => Promise<Result>,
): Promise<Result> => {
  const path = join(folder, mutant.file)
  const original = await readFile(path, 'utf8')
  const changed = original.split(mutant.find)
  if (changed.length !== 2)
    throw new Error(`${mutant.id}: what it changes stands ${changed.length - 1} times in ${mutant.file}.`)
  await writeFile(path, changed.join(mutant.replace))
  try {
    return await act()
  } finally {
    await writeFile(path, original)
  }
}
