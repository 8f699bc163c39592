import type { CorrectVital, Note, NoteVitals, Vital, VitalObservation } from '../../generated/models.ts'
import { problem } from '../test-problem.ts'
import { find } from './sample-state.ts'

/** The vitals of a signed note, each with its id and without corrections. */
export const observed = (noteId: string, at: string, vitals: readonly Vital[]): VitalObservation[] =>
  vitals.map((vital, place) => ({
    measuredAt: at,
    ...vital,
    id: `${noteId}-vital-${place + 1}`,
    status: 'final',
    changes: [],
  }))

export const vitalsOf = ({ id, createdAt, observations }: Note): NoteVitals => ({
  noteId: id,
  at: createdAt,
  vitals: observations.filter(({ status }) => status !== 'entered-in-error'),
})

/** The observations of a note after the correction of one. */
export const corrected = (
  { observations }: Note,
  vitalId: string,
  { status, value, unit, measuredAt, changes }: CorrectVital,
  { by, at }: Pick<VitalObservation['changes'][number], 'by' | 'at'>,
): VitalObservation[] => {
  const before = find(observations, vitalId)
  if (before.changes.length !== changes) throw problem(409, 'version_conflict')
  const change = {
    status,
    before: { value: before.value, unit: before.unit, measuredAt: before.measuredAt },
    by,
    at,
  }
  const right =
    status === 'corrected'
      ? { value: value ?? before.value, unit: unit ?? before.unit, measuredAt: measuredAt ?? before.measuredAt }
      : {}
  const after: VitalObservation = { ...before, ...right, status, changes: [...before.changes, change] }
  return observations.map((one) => (one.id === vitalId ? after : one))
}
