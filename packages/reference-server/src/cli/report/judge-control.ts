import type { ControlEvidence, ControlException, Evidence, MutantEvidence, TestEvidence, TestRun } from './evidence.ts'

/**
 * `green`: each clause has mutants that were seen red, and its tests passed, all of it on these files. `partly`: its tests passed, and the
 * control is not complete. `red`: everything else. What is unknown is red.
 */
export type Color = 'green' | 'partly' | 'red'

export interface JudgedControl extends ControlEvidence {
  readonly color: Color
  /** Why it is not green, in sentences. Empty when it is green. */
  readonly reasons: readonly string[]
  /** The decision to release without it, whether or not its day has passed; null if there is none. */
  readonly exception: ControlException | null
}

export const judgeControls = ({ commit, runs, controls, exceptions = [] }: Evidence): readonly JudgedControl[] => {
  const byId = new Map(runs.map((run) => [run.id, run]))
  const exceptionOf = new Map(exceptions.map((exception) => [exception.control, exception]))
  const judged = (control: ControlEvidence, color: Color, reasons: readonly string[]): JudgedControl => ({
    ...control,
    color,
    reasons,
    exception: exceptionOf.get(control.control) ?? null,
  })
  return controls.map((control) => {
    const faults =
      commit === null
        ? ['These files are in no repository, so no result is known to be of them.']
        : [...testFaults(control.tests, byId), ...clauseFaults(control)]
    if (control.status === 'not yet') return judged(control, 'red', ['There is nothing to rely on yet.'])
    if (faults.length > 0) return judged(control, 'red', faults)
    if (control.status === 'partly') return judged(control, 'partly', ['The control is not complete.'])
    return judged(control, 'green', [])
  })
}

const testFaults = (tests: readonly TestEvidence[], runs: ReadonlyMap<string, TestRun>): readonly string[] =>
  tests.length === 0
    ? ['No test is named for it.']
    : grouped(
        tests.map((test) => ({ of: nameOfTest(test), fault: faultOfTest(test, runs) })),
        'test',
      )

const nameOfTest = ({ file, name }: TestEvidence): string => (name === null ? file : `${file} (${name})`)

const faultOfTest = ({ result, run }: TestEvidence, runs: ReadonlyMap<string, TestRun>): string | null => {
  if (result === 'not run' || run === null) return 'no run is recorded'
  if (result !== 'passed') return `${result === 'failed' ? 'failed' : 'was skipped'} in the last run (${run})`
  const of = runs.get(run)
  if (of === undefined) return `the run ${run} is not in the evidence`
  if (of.uncommitted > 0) return `ran with changes that were not committed (${run})`
  if (of.changedSince === null) return `ran at a commit that this repository does not have (${run})`
  return of.changedSince > 0 ? `ran at an older commit; files have changed since (${run})` : null
}

const clauseFaults = ({ status, clauses }: ControlEvidence): readonly string[] => [
  ...(status === 'done' && clauses.length === 0 ? ['No clause is listed.'] : []),
  ...(status === 'done' ? clauses : [])
    .filter(({ mutants }) => mutants.length === 0)
    .map(({ clause }) => `No mutant shows that a test notices when this does not hold: ${clause}.`),
  ...grouped(
    clauses.flatMap(({ mutants }) => mutants.map((mutant) => ({ of: mutant.id, fault: faultOfMutant(mutant) }))),
    'mutant',
  ),
]

const faultOfMutant = ({ outcome, commit, changedSince }: MutantEvidence): string | null => {
  if (outcome === 'not run' || commit === null) return 'was never run'
  if (outcome !== 'red') return outcome === 'survived' ? 'was not noticed by its tests' : 'broke before any assertion'
  if (changedSince === null) return 'ran at a commit that this repository does not have'
  return changedSince.length > 0 ? 'ran before its code or its tests changed' : null
}

/** `3 of 9 mutants: was never run: a, b and 1 more.` One sentence for each fault, in the order of the first that has it. */
const grouped = (
  all: readonly { readonly of: string; readonly fault: string | null }[],
  noun: string,
): readonly string[] => {
  const byFault = Map.groupBy(
    all.filter((each) => each.fault !== null),
    ({ fault }) => fault,
  )
  return [...byFault].map(([fault, members]) => {
    const names = [...new Set(members.map(({ of }) => of))]
    const shown = names.slice(0, 2).join(', ')
    const rest = names.length > 2 ? ` and ${names.length - 2} more` : ''
    return `${members.length} of ${all.length} ${noun}${all.length === 1 ? '' : 's'}: ${fault}: ${shown}${rest}.`
  })
}
