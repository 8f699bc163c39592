import type { ReportedObservation } from '../../../vendors/laboratory/report.ts'
import { measuredNumber, numberRange, sideOf } from './measured-number.ts'

/**
 * On which side of its own reference range a number lies although the laboratory did not flag it (OBX-8 is optional), or flagged it as
 * normal. Null if it is flagged, within its range, or cannot be compared.
 */
export const outsideRange = ({
  value,
  referenceRange,
  unit,
  flag,
  status,
}: Pick<ReportedObservation, 'value' | 'referenceRange' | 'unit' | 'flag' | 'status'>): 'below' | 'above' | null => {
  if (value === null || referenceRange === null || status === 'cancelled' || (flag !== null && flag !== 'N'))
    return null
  const [number, range] = [measuredNumber(value), numberRange(referenceRange, unit)]
  return number === null || range === null ? null : sideOf(number, range)
}
