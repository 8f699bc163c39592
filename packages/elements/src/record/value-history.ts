import type { LabObservation, LabResult } from '@visitkit/sdk'
import type { PlotPoint } from '../core/plot/line-plot.ts'
import { markText, numberOf, type RecordTranslate } from './result-words.ts'

/** When a value was measured; when it arrived, if the laboratory does not say. */
const measuredAt = (result: LabResult, observation: LabObservation): string =>
  observation.observedAt ?? result.receivedAt

/** Every known value of the same quantity in the same unit, the oldest first. */
export const valueHistory = (
  t: RecordTranslate,
  { loinc, unit }: LabObservation,
  results: readonly LabResult[],
): readonly PlotPoint[] =>
  results
    .flatMap((result) =>
      result.observations.flatMap((observation): PlotPoint[] => {
        const value = numberOf(observation)
        if (observation.loinc !== loinc || observation.unit !== unit || value === undefined) return []
        return [{ at: measuredAt(result, observation), value, mark: markText(t, observation) }]
      }),
    )
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
