import type { ReceivedObservation, ReceivedReport, ResultObservation } from './lab-result.ts'
import { isSameUcum } from './ucum.ts'

export interface MergedObservations {
  readonly observations: readonly ResultObservation[]
  readonly isChanged: boolean
  /** Keys of observations that the laboratory corrected, replaced or withdrew after they were final. */
  readonly corrected: ReadonlySet<string>
}

/**
 * Merges a report into what is known, observation by observation. Messages arrive out of order and more than once, so an observation never
 * goes back: not from final to preliminary, and not to the value of an older report. A final value that differs from the previous final
 * value is a correction, whether or not the laboratory marks it as one. The exact value that a correction replaced, marked as final, is the
 * old message sent again. Observations that a report omits are kept, except for lines without a number of their own: they are identified by
 * position only, so a correction of one replaces its whole block.
 */
export const mergeObservations = (
  before: readonly ResultObservation[],
  reported: readonly ResultObservation[],
  at: Date,
): MergedObservations => {
  let isChanged = false
  const corrected = new Set<string>()
  const byKey = new Map(before.map((observation) => [observation.key, observation]))
  for (const observation of [...reported, ...linesLeftOut(before, reported)]) {
    const known = byKey.get(observation.key)
    if (known === undefined && isOvertaken(observation, before)) continue
    const after = known === undefined ? observation : mergeOne(known, observation, at)
    if (after === known) continue
    byKey.set(observation.key, after)
    isChanged = true
    if (after.status === 'corrected' || after.replaced !== (known?.replaced ?? null)) corrected.add(observation.key)
  }
  return { observations: [...byKey.values()], isChanged, corrected }
}

/** The state after a first report. Observations that were merged before are returned unchanged. */
export const knownFrom = ({ observations, reportedAt }: ReceivedReport): ResultObservation[] =>
  observations.map((observation) => ({ reportedAt, replaced: null, ...observation }))

/** The lines of a block that a correction omits: withdrawn. */
const linesLeftOut = (
  before: readonly ResultObservation[],
  reported: readonly ResultObservation[],
): ResultObservation[] => {
  const blocks = new Map(
    reported.filter(({ status }) => status === 'corrected').map(({ block, reportedAt }) => [block, reportedAt]),
  )
  const updates = new Set(reported.map(({ key }) => key))
  return before
    .filter(({ key, block, status }) => blocks.has(block) && !updates.has(key) && status !== 'cancelled')
    .map(({ limit: _limit, document: _document, ...line }) => ({
      ...line,
      value: null,
      dataAbsentReason: 'unknown',
      flag: null,
      note: null,
      status: 'cancelled',
      reportedAt: blocks.get(line.block) ?? null,
      replaced: null,
    }))
}

/** A line of a block that a later correction has replaced without this line. */
const isOvertaken = ({ block, reportedAt }: ResultObservation, before: readonly ResultObservation[]): boolean =>
  before.some(
    (known) => known.block === block && known.status === 'corrected' && isBefore(reportedAt, known.reportedAt),
  )

const isBefore = (one: string | null, other: string | null): boolean => one !== null && other !== null && one < other

const mergeOne = (known: ResultObservation, reported: ResultObservation, at: Date): ResultObservation => {
  const isOlder = isBefore(reported.reportedAt, known.reportedAt)
  const [isEarly, wasEarly] = [reported, known].map(({ status }) => status === 'preliminary')
  if ((isEarly && !wasEarly) || (isOlder && (isEarly || !wasEarly)) || isResent(known, reported)) return known
  const differs = reported.value !== known.value || !isSameUnit(reported, known) || fileOf(reported) !== fileOf(known)
  const wasFinal = known.status === 'final' || known.status === 'corrected'
  if (differs && wasFinal) {
    const { value, unit, ucum } = known
    const replaced = { value, unit, ...(ucum !== undefined && { ucum }), at: at.toISOString() }
    const status = reported.status === 'cancelled' ? 'cancelled' : 'corrected'
    return { ...reported, status, replaced }
  }
  const status = known.status === 'corrected' && reported.status === 'final' ? 'corrected' : reported.status
  const after: ResultObservation = { ...reported, status, replaced: known.replaced ?? reported.replaced }
  return isSame(known, after) ? known : after
}

const fileOf = ({ document }: ReceivedObservation): string | undefined => document?.sha256

const isResent = (known: ResultObservation, reported: ReceivedObservation): boolean =>
  known.status === 'corrected' &&
  reported.status === 'final' &&
  known.replaced !== null &&
  reported.value === known.replaced.value &&
  isSameUnit(reported, known.replaced)

type Unit = Pick<ReceivedObservation, 'unit' | 'ucum'>

/** By the codes of UCUM if both have one; a unit that the laboratory does not call UCUM is a text. */
const isSameUnit = (one: Unit, other: Unit): boolean =>
  one.ucum !== undefined && other.ucum !== undefined ? isSameUcum(one.ucum, other.ucum) : one.unit === other.unit

const isSame = (one: ResultObservation, other: ResultObservation): boolean =>
  one.status === other.status &&
  one.value === other.value &&
  isSameUnit(one, other) &&
  one.flag === other.flag &&
  one.dataAbsentReason === other.dataAbsentReason &&
  one.referenceRange === other.referenceRange &&
  one.note === other.note &&
  fileOf(one) === fileOf(other) &&
  one.name === other.name
