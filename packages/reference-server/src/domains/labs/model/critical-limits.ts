import type { ReportedObservation } from '../../../vendors/laboratory/report.ts'
import { measuredNumber, sideOf } from './measured-number.ts'
import { readUcum } from './ucum.ts'

/** A critical limit of an organization (NPSG.02.03.01), in addition to the flags of its laboratories. */
export interface CriticalLimit {
  readonly organizationId: string
  readonly loinc: string
  /** A number below or above is critical; the limit itself is not. */
  readonly low?: number
  readonly high?: number
  /** UCUM. */
  readonly unit: string
}

/** How a number compares with the limit of its organization at its arrival. Null: within it, or there is none. */
export interface LimitComparison extends Pick<CriticalLimit, 'low' | 'high' | 'unit'> {
  readonly outcome: 'beyond' | 'not-compared'
}

/**
 * Compares a value with the limits for its code. Units are compared by their code in UCUM and never by their text, so a unit that the
 * laboratory does not call UCUM, or that cannot be converted, is not compared; the result says so.
 */
export const compareWithLimit = (
  { loinc, value, ucum, status }: Pick<ReportedObservation, 'loinc' | 'value' | 'ucum' | 'status'>,
  limits: readonly CriticalLimit[],
): LimitComparison | null => {
  const limit = limits.find((each) => each.loinc === loinc)
  if (limit === undefined || value === null || status === 'cancelled') return null
  const { low, high, unit } = limit
  const shown = { ...(low !== undefined && { low }), ...(high !== undefined && { high }), unit }
  const number = measuredNumber(value)
  const factor = ucum === undefined ? null : conversion(ucum, unit)
  if (number === null || factor === null) return { outcome: 'not-compared', ...shown }
  const converted = { ...number, at: Number((number.at * factor).toPrecision(12)) }
  return sideOf(converted, { ...shown }) === null ? null : { outcome: 'beyond', ...shown }
}

/** What a number in `from` is multiplied by to be one in `to`; null if they do not measure the same. */
const conversion = (from: string, to: string): number | null => {
  if (from === to) return 1
  const [one, other] = [readUcum(from), readUcum(to)]
  return one === null || other === null || one.dimension !== other.dimension ? null : one.factor / other.factor
}
