import { copyRepository, type RepositoryCopy } from './copy-repository.ts'
import type { ListedMutant } from './mutant.ts'
import type { Verdict } from './read-verdict.ts'
import { runMutant, runNamed, type MutantResult } from './run-mutant.ts'

/** By the ids of the mutants. */
export type Results = ReadonlyMap<string, MutantResult>

interface RunParts {
  readonly root: string
  readonly mutants: readonly ListedMutant[]
  /** Does not run the tests of a mutant without it first. */
  readonly isTrusted: boolean
  /** How many mutants run at a time, each in a copy of its own. */
  readonly jobs: number
  /** After each mutant: what it showed. */
  readonly keep: (results: Results) => Promise<void>
  readonly print: (line: string) => void
}

export const runAll = async (parts: RunParts): Promise<Results> => {
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
    return await runIn(copies, parts, stopping.signal)
  } finally {
    process.off('SIGINT', interrupted)
    await remove()
  }
}

const runIn = async (
  copies: readonly RepositoryCopy[],
  { mutants, isTrusted, keep, print }: RunParts,
  stopping: AbortSignal,
): Promise<Results> => {
  const results = new Map<string, MutantResult>()
  const whole = new Map<string, Promise<MutantResult>>()
  /** Of the same tests, chosen in the same way: one that needs a test before it would be red for each mutant. */
  const withoutMutant = (folder: string, { tests }: ListedMutant): Promise<MutantResult> => {
    const key = JSON.stringify(tests)
    const known = whole.get(key) ?? runNamed(folder, tests)
    whole.set(key, known)
    return known
  }
  const run = async (folder: string, mutant: ListedMutant): Promise<MutantResult> => {
    const before = isTrusted ? [] : await withoutMutant(folder, mutant)
    if (before.every(({ verdict }) => verdict.outcome === 'survived')) return runMutant(folder, mutant)
    return before.map(({ file, verdict }) => ({
      file,
      verdict: { outcome: 'broken', reason: `${file} without the mutant: ${spell(verdict)}` },
    }))
  }
  const waiting = mutants.values()
  let kept = Promise.resolve()
  const work = async ({ folder }: RepositoryCopy): Promise<void> => {
    for (const mutant of waiting) {
      const began = performance.now()
      const result = await run(folder, mutant).catch(brokenAll(mutant))
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
