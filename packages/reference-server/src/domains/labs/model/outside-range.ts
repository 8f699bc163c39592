import type { ReportedObservation } from '../../../vendors/laboratory/report.ts'
import { isWithin, measuredNumber, numberRange, sideOf } from './measured-number.ts'
import { compareWords } from './negative-words.ts'
import { conventionsOf } from './written-numbers.ts'

type Ranged = Pick<ReportedObservation, 'value' | 'referenceRange' | 'unit' | 'flag' | 'status'>
type Comparison = 'within' | 'below' | 'above' | 'differs' | 'not-compared'

/**
 * Where a value lies although the laboratory did not flag it (OBX-8 is optional), or flagged it as normal. Null if it is flagged, within its
 * range, or cannot be compared.
 */
export const outsideRange = (observation: Ranged): 'below' | 'above' | 'differs' | null => {
  const compared = compareWithRange(observation)
  return compared === 'below' || compared === 'above' || compared === 'differs' ? compared : null
}

/** Whether no one has compared a value with its range: the laboratory did not flag it, and it cannot be compared here. */
export const isNotCompared = (observation: Ranged): boolean =>
  observation.flag === null && compareWithRange(observation) === 'not-compared'

const compareWithRange = ({ value, referenceRange, unit, flag, status }: Ranged): Comparison | null => {
  if (value === null || referenceRange === null || status === 'cancelled' || (flag !== null && flag !== 'N'))
    return null
  const outcomes = new Set(
    conventionsOf(`${value} ${referenceRange}`).flatMap((read): Comparison[] => {
      const [number, range] = [measuredNumber(value, read), numberRange(referenceRange, unit, read)]
      if (number === null || range === null) return []
      return [sideOf(number, range) ?? (isWithin(number, range) ? 'within' : 'not-compared')]
    }),
  )
  const [outcome] = outcomes
  if (outcome === undefined) return compareWords(value, referenceRange)
  return outcomes.size === 1 ? outcome : 'not-compared'
}
