import type { LabObservation, LabResult } from '@visitkit/sdk'
import type { PlotPoint } from './plot/line-plot.ts'

/** The number of a value; undefined for texts such as `Negative` or `< 5`. */
export const labNumber = ({ value, status }: LabObservation): number | undefined => {
  if (value === undefined || value.trim() === '' || status === 'cancelled') return undefined
  const number = Number(value)
  return Number.isFinite(number) ? number : undefined
}

/** When a value was measured; when it arrived, if the laboratory does not say. */
const measuredAt = (result: LabResult, observation: LabObservation): string =>
  observation.observedAt ?? result.receivedAt

/** Every known value of the same quantity in the same unit, the oldest first. */
export const labHistory = (
  { loinc, unit }: LabObservation,
  results: readonly LabResult[],
  markOf: (observation: LabObservation) => string,
): readonly PlotPoint[] =>
  results
    .flatMap((result) =>
      result.observations.flatMap((observation): PlotPoint[] => {
        const value = labNumber(observation)
        if (observation.loinc !== loinc || observation.unit !== unit || value === undefined) return []
        return [{ at: measuredAt(result, observation), value, mark: markOf(observation) }]
      }),
    )
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
