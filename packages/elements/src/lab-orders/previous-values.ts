import type { LabResult } from '@visitkit/sdk'
import type { PreviousValue } from './observation-table.ts'

/** The previous value of each value of a result, in the same unit, by LOINC code. `older` is newest first. */
export const previousValues = (result: LabResult, older: readonly LabResult[]): ReadonlyMap<string, PreviousValue> => {
  const before = new Map<string, PreviousValue>()
  for (const { loinc, unit } of result.observations) {
    for (const { receivedAt, observations } of older) {
      const found = observations.find(
        (one) => one.loinc === loinc && one.unit === unit && one.value !== undefined && one.status !== 'cancelled',
      )
      if (!found) continue
      before.set(loinc, { at: receivedAt, observation: found })
      break
    }
  }
  return before
}
