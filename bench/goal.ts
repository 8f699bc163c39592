/** One line of the report: a goal of the project, its limit and the measured number. */
export interface Finding {
  /** As in the list of goals, e.g. `4` or `4b`. */
  readonly goal: string
  readonly what: string
  readonly gate: string
  readonly stretch: string
  readonly measured: string
  /** `no gate`: without a limit; it puts the line before it in perspective. */
  readonly verdict: 'met' | 'met, stretch too' | 'missed' | 'not built' | 'no gate'
  readonly how: string
  /** Where the cost is and what was tried; shown while the goal is missed. */
  readonly known?: string
}

export interface GoalRun {
  /** Short rounds, to verify that a bench works. Its numbers mean little. */
  readonly quick: boolean
  /** Reports progress. */
  readonly log: (line: string) => void
}

/** What each file of `goals/` exports as `measure`. */
export type MeasureGoal = (run: GoalRun) => Promise<readonly Finding[]>

/** Repeats and length of a round, unless a goal needs other values. */
export const rounds = ({ quick }: GoalRun): { repeats: number; milliseconds: number } =>
  quick ? { repeats: 2, milliseconds: 200 } : { repeats: 5, milliseconds: 1_000 }

/** Compares a number with its gate and its stretch. `atLeast`: more is better. */
export const verdictOf = (
  measured: number,
  bounds: { gate: number; stretch?: number; is: 'at least' | 'at most' },
): Finding['verdict'] => {
  const holds = (bound: number): boolean => (bounds.is === 'at least' ? measured >= bound : measured <= bound)
  if (!holds(bounds.gate)) return 'missed'
  return bounds.stretch !== undefined && holds(bounds.stretch) ? 'met, stretch too' : 'met'
}

/** The worst of several verdicts of one goal. */
export const worstOf = (verdicts: readonly Finding['verdict'][]): Finding['verdict'] =>
  verdicts.includes('missed') ? 'missed' : verdicts.includes('met') ? 'met' : 'met, stretch too'

export const times = (ratio: number): string =>
  `${ratio >= 100 ? Math.round(ratio) : ratio >= 10 ? ratio.toFixed(1) : ratio.toFixed(2)}x`
export const micros = (value: number): string =>
  `${value >= 100 ? Math.round(value) : value.toFixed(value < 10 ? 2 : 1)} µs`
export const millis = (value: number): string =>
  `${value >= 100 ? Math.round(value) : value >= 1 ? value.toFixed(1) : value.toFixed(3)} ms`
