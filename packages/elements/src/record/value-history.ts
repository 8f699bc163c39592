import type { LabObservation, LabResult } from '@visitkit/sdk'
import { labHistory } from '../core/lab-history.ts'
import type { PlotPoint } from '../core/plot/line-plot.ts'
import { markText, type RecordTranslate } from './result-words.ts'

/** Every known value of the same quantity in the same unit, with its mark in words, the oldest first. */
export const valueHistory = (
  t: RecordTranslate,
  observation: LabObservation,
  results: readonly LabResult[],
): readonly PlotPoint[] => labHistory(observation, results, (each) => markText(t, each))
