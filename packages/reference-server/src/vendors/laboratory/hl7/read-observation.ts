import type { ReportedObservation } from '../report.ts'
import { abnormalFlag } from './abnormal-flag.ts'
import { codedOf } from './coded-of.ts'
import { documentOf } from './encapsulated-data.ts'
import { isEncapsulated, observationCodes, observationText } from './observation-value.ts'
import { repetitionsOf, valueIn, valueOf, type Segment } from './segment.ts'
import { readTimestamp } from './timestamps.ts'

/** HL7 table 0085. `D` and `W` withdraw what was sent; for `X` and `N` no result will follow. */
const observationStatuses: Readonly<Record<string, ReportedObservation['status']>> = {
  I: 'preliminary',
  P: 'preliminary',
  R: 'preliminary',
  S: 'preliminary',
  B: 'preliminary',
  F: 'final',
  U: 'final',
  V: 'final',
  C: 'corrected',
  D: 'cancelled',
  W: 'cancelled',
  X: 'cancelled',
  N: 'cancelled',
}

export interface ObservationSegment {
  readonly segment: Segment
  /** Its place in the patient's part of the message, counted from 0. */
  readonly place: number
  readonly notes: readonly string[]
}

/**
 * Reads one OBX with its notes. One without a code, or with a status that is not known, is faulty, and none of the others is: it says nothing
 * for certain, so it counts as preliminary.
 */
export const readObservation = (
  { segment, place: placeInPart, notes }: ObservationSegment,
  about: { readonly specimenIsUnsatisfactory: boolean; readonly offset: string },
): ReportedObservation => {
  const { code, loinc, name } = codedOf(segment, 3)
  const written = valueOf(segment, 11)
  const known = Object.hasOwn(observationStatuses, written) ? observationStatuses[written] : undefined
  const isFaulty = code === '' || known === undefined
  const status = known ?? 'preliminary'
  const document = isEncapsulated(segment) ? documentOf(segment, placeInPart) : null
  const value = isEncapsulated(segment) ? null : observationText(segment)
  const coded = observationCodes(segment)
  const ucum = [3, 6].find((at) => valueOf(segment, 6, at).toUpperCase() === 'UCUM')
  return {
    key: `${loinc || code}/${valueOf(segment, 4)}`,
    block: '',
    loinc: loinc || code,
    name,
    value,
    dataAbsentReason: value === null && document === null ? absence(written, about.specimenIsUnsatisfactory) : null,
    unit: valueOf(segment, 6) || valueOf(segment, 6, 2) || null,
    ...(ucum !== undefined && { ucum: valueOf(segment, 6, ucum - 2) }),
    valueType: valueOf(segment, 2),
    ...(coded.length > 0 && { coded }),
    ...(document !== null && { document }),
    referenceRange: valueOf(segment, 7) || null,
    flag: abnormalFlag(repetitionsOf(segment, 8).map((each) => valueIn(each))),
    status,
    observedAt: readTimestamp(valueOf(segment, 14), about.offset)?.toISOString() ?? null,
    note: notes.length === 0 ? null : notes.join('\n'),
    ...(isFaulty && { faulty: true }),
  }
}

const absence = (status: string, specimenIsUnsatisfactory: boolean): ReportedObservation['dataAbsentReason'] => {
  if (specimenIsUnsatisfactory) return 'specimen-unsatisfactory'
  if (status === 'X' || status === 'N') return 'not-performed'
  return observationStatuses[status] === 'preliminary' ? 'pending' : 'unknown'
}
