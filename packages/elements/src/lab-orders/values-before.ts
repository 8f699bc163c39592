import type { LabResult } from '@visitkit/sdk'
import type { Earlier } from './observation-table.ts'

/** The value that stood before each of a result's, in the same unit, by LOINC. `older` is newest first. */
export const valuesBefore = (result: LabResult, older: readonly LabResult[]): ReadonlyMap<string, Earlier> => {
  const before = new Map<string, Earlier>()
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
