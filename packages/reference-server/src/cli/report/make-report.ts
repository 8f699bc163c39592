import type { ControlException, Evidence, TestRun } from './evidence.ts'
import { judgeControls, type JudgedControl } from './judge-control.ts'

export const reportFormat = 'visitkit report v1'

/** Follows from the evidence alone: the same evidence gives the same bytes, whenever and wherever the report is made. */
export interface Report {
  readonly format: typeof reportFormat
  readonly product: Evidence['product']
  readonly commit: string | null
  readonly uncommitted: number
  /** The newest of the runs; without any, the time of the commit. Never the time at which the report was made. */
  readonly asOf: string | null
  readonly summary: ReportSummary
  readonly runs: readonly TestRun[]
  readonly controls: readonly JudgedControl[]
  readonly exceptions: readonly ControlException[]
}

export interface ReportSummary {
  readonly controls: number
  readonly green: number
  readonly partly: number
  readonly red: number
  /** Of those that are not green: controls with an exception. */
  readonly excepted: number
  /** Controls called done of which each mutant was red when it last ran, at this commit or at another one. */
  readonly seenRed: number
}

export const makeReport = (evidence: Evidence): Report => {
  const { product, commit, committedAt, uncommitted, runs, exceptions = [] } = evidence
  const controls = judgeControls(evidence)
  const count = (color: JudgedControl['color']): number => controls.filter((each) => each.color === color).length
  return {
    format: reportFormat,
    product,
    commit,
    uncommitted,
    asOf:
      runs
        .map(({ at }) => at)
        .toSorted()
        .at(-1) ?? committedAt,
    summary: {
      controls: controls.length,
      green: count('green'),
      partly: count('partly'),
      red: count('red'),
      excepted: controls.filter(({ color, exception }) => color !== 'green' && exception !== null).length,
      seenRed: controls.filter(isSeenRed).length,
    },
    runs,
    controls,
    exceptions,
  }
}

const isSeenRed = ({ status, clauses }: JudgedControl): boolean =>
  status === 'done' &&
  clauses.length > 0 &&
  clauses.every(({ mutants }) => mutants.length > 0 && mutants.every(({ outcome }) => outcome === 'red'))
