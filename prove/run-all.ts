import { copyRepository, type RepositoryCopy } from './copy-repository.ts'
import type { ListedMutant } from './mutant.ts'
import { readVerdict, type Verdict } from './read-verdict.ts'
import { runMutant, type MutantResult } from './run-mutant.ts'
import { runTests } from './run-tests.ts'

/** By the ids of the mutants. */
export type Results = ReadonlyMap<string, MutantResult>

interface RunParts {
  readonly root: string
  readonly mutants: readonly ListedMutant[]
  /** Does not run the tests without a mutant first. */
  readonly isTrusted: boolean
  /** How many mutants run at a time, each in a copy of its own. */
  readonly jobs: number
  /** After each mutant: what it showed. */
  readonly keep: (results: Results) => Promise<void>
  readonly print: (line: string) => void
}

/** Null: a test is red without a mutant, and then red says nothing. */
export const runAll = async (parts: RunParts): Promise<Results | null> => {
  const copies: RepositoryCopy[] = []
  for (let job = 0; job < Math.min(parts.jobs, parts.mutants.length); job++)
    copies.push(await copyRepository(parts.root))
  const remove = (): Promise<unknown> => Promise.all(copies.map((copy) => copy.remove()))
  const stopping = new AbortController()
  const interrupted = (): void => {
    stopping.abort()
    void remove().finally(() => process.exit(130))
  }
  process.once('SIGINT', interrupted)
  try {
    const [first] = copies
    if (!parts.isTrusted && first && !(await isGreen(first.folder, parts))) return null
    return await runIn(copies, parts, stopping.signal)
  } finally {
    process.off('SIGINT', interrupted)
    await remove()
  }
}

const runIn = async (
  copies: readonly RepositoryCopy[],
  { mutants, keep, print }: RunParts,
  stopping: AbortSignal,
): Promise<Results> => {
  const results = new Map<string, MutantResult>()
  const waiting = mutants.values()
  let kept = Promise.resolve()
  const work = async ({ folder }: RepositoryCopy): Promise<void> => {
    for (const mutant of waiting) {
      const began = performance.now()
      const result = await runMutant(folder, mutant).catch(brokenAll(mutant))
      // Its copy is gone.
      if (stopping.aborted) return
      results.set(mutant.id, result)
      const seconds = ((performance.now() - began) / 1_000).toFixed(1)
      print(`${outcomeOf(result).padEnd(8)} ${seconds.padStart(5)} s  ${mutant.id}`)
      for (const { file, verdict } of result) print(`                   ${spell(verdict)} (${file})`)
      kept = kept.then(() => keep(new Map([[mutant.id, result]])))
      await kept
    }
  }
  await Promise.all(copies.map(work))
  return results
}

const brokenAll =
  ({ tests }: ListedMutant) =>
  (error: unknown): MutantResult =>
    tests.map(({ file }) => ({ file, verdict: { outcome: 'broken', reason: String(error) } }))

/** Every named test is green without a mutant. */
const isGreen = async (folder: string, { mutants, print }: RunParts): Promise<boolean> => {
  const tests = mutants.flatMap((mutant) => mutant.tests)
  let isAllGreen = true
  for (const project of new Set(tests.map((test) => test.project))) {
    const ofProject = tests.filter((test) => test.project === project)
    print(`Without a mutant: ${new Set(ofProject.map(({ file }) => file)).size} test files of ${project}`)
    const report = await runTests(folder, ofProject)
    for (const test of ofProject) {
      const verdict = readVerdict(report, test)
      if (verdict.outcome === 'survived') continue
      isAllGreen = false
      print(`${test.file} is not green without a mutant: ${spell(verdict)}`)
    }
  }
  return isAllGreen
}

/** What a test showed, for people. */
export const spell = (verdict: Verdict): string =>
  verdict.outcome === 'red'
    ? `red: ${verdict.test}: ${verdict.message.slice(0, 160)}`
    : verdict.outcome === 'broken'
      ? `broken: ${verdict.reason}`
      : 'noticed nothing'

/** `red` when every named test noticed; else the worst of them. */
export const outcomeOf = (result: MutantResult): Verdict['outcome'] => {
  const outcomes = new Set(result.map(({ verdict }) => verdict.outcome))
  if (outcomes.has('survived')) return 'survived'
  return outcomes.has('broken') || outcomes.size === 0 ? 'broken' : 'red'
}
