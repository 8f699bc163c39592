/**
 * What is known of the sixty controls at one commit. Collected in a checkout (`prove/gather-evidence.ts`), and built into the package of a
 * release. It holds facts; `judge-control.ts` says what they mean.
 */
export interface Evidence {
  readonly format: typeof evidenceFormat
  readonly product: { readonly name: string; readonly version: string }
  /** Null: the files are in no repository, so no result can be of them. */
  readonly commit: string | null
  readonly committedAt: string | null
  /** Files that differ from the commit. */
  readonly uncommitted: number
  /** The runs from which the results of tests come. */
  readonly runs: readonly TestRun[]
  readonly controls: readonly ControlEvidence[]
  /** Controls that a release may have without being green. Absent in the evidence of releases before there were any. */
  readonly exceptions?: readonly ControlException[]
}

/** Someone's decision to release without a control, until a day. It is shown, and makes nothing green. */
export interface ControlException {
  readonly control: string
  /** The role or the team that answers for it. */
  readonly owner: string
  readonly reason: string
  /** Its last day, such as `2027-03-31`. */
  readonly expires: string
}

export const evidenceFormat = 'visitkit evidence v1'

export interface TestRun {
  readonly id: string
  readonly project: string
  readonly commit: string
  /** When it began, UTC. */
  readonly at: string
  /** Files that differed from the commit when it ran. */
  readonly uncommitted: number
  /** Files that have changed since its commit, documentation not counted. Null: the commit is not in this repository. */
  readonly changedSince: number | null
}

export interface ControlEvidence {
  readonly control: string
  readonly title: string
  /** Where it comes from, such as `45 CFR 164.312(b)`. */
  readonly rules: readonly string[]
  /** As the page of controls has it. */
  readonly status: 'done' | 'partly' | 'not yet'
  /** What there is, and what is missing. */
  readonly text: string
  readonly clauses: readonly ClauseEvidence[]
  readonly tests: readonly TestEvidence[]
}

export interface ClauseEvidence {
  readonly clause: string
  /** Each disables the safeguard of the clause; empty: nothing shows that a test would notice. */
  readonly mutants: readonly MutantEvidence[]
}

export interface MutantEvidence {
  readonly id: string
  /** `red`: every test named for it failed with an assertion. */
  readonly outcome: 'red' | 'survived' | 'broken' | 'not run'
  readonly date: string | null
  readonly commit: string | null
  /** Which of its file and its test files have changed since. Null: the commit is not in this repository. */
  readonly changedSince: readonly string[] | null
}

export interface TestEvidence {
  readonly file: string
  /** A part of the name of one test; null: every test of the file. */
  readonly name: string | null
  readonly result: 'passed' | 'failed' | 'skipped' | 'not run'
  /** Which run; null when it was not run. */
  readonly run: string | null
}

/** @throws If the text is not evidence. */
export const parseEvidence = (text: string): Evidence => {
  const value = JSON.parse(text) as Partial<Evidence> | null
  if (value?.format !== evidenceFormat || !Array.isArray(value.controls) || !Array.isArray(value.runs))
    throw new Error(`It has not the format "${evidenceFormat}".`)
  return value as Evidence
}
