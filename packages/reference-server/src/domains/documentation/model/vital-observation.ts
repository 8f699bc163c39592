import { createHash } from 'node:crypto'
import type { components } from '@visitkit/contract'
import { versionConflict } from '../problems.ts'
import { isFinal, type Note, type Vital } from './note.ts'

type Schemas = components['schemas']
export type VitalObservation = Schemas['VitalObservation']

/** What is right, as it was entered. A value that is absent was entered in error. */
export interface VitalChangeContent {
  readonly right: { readonly value: number; readonly unit: string; readonly measuredAt: string } | null
  readonly by: { readonly memberId: string; readonly displayName: string }
}
export interface VitalChange extends VitalChangeContent {
  readonly id: string
  readonly noteId: string
  readonly patientId: string
  readonly vitalId: string
  /** 1 for the first correction of a measurement. */
  readonly position: number
  readonly status: 'corrected' | 'entered-in-error'
  readonly changedAt: Date
}

/**
 * The id of a measurement of a signed note: a UUIDv8 (RFC 9562, section 5.8) of the note and the place in it. Signed vitals never change,
 * so it stays the same, and measurements of notes from before have one too.
 */
export const vitalIdOf = (noteId: string, place: number): string => {
  const hash = createHash('sha256').update(`${noteId}/vitals/${place}`).digest()
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x80, 6)
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = hash.toString('hex', 0, 16)
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** The measurements of a note from its signature on, each after its corrections. A draft has none: they may still change place. */
export const observationsOf = (note: Note, changes: readonly VitalChange[]): VitalObservation[] =>
  note.status === 'draft'
    ? []
    : note.content.vitals.map((vital, place) => {
        const id = vitalIdOf(note.id, place)
        const own = changes.filter(({ vitalId }) => vitalId === id).toSorted((a, b) => a.position - b.position)
        return observationOf(note, id, vital, own)
      })

const observationOf = (
  note: Note,
  id: string,
  { loinc, value, unit, source, measuredAt = note.visitAt.toISOString() }: Vital,
  changes: readonly VitalChange[],
): VitalObservation => {
  let known = { value, unit, measuredAt }
  const shown = changes.map(({ status, right, by, changedAt }): Schemas['VitalChange'] => {
    const before = known
    known = right ?? known
    return { status, before, by, at: changedAt.toISOString() }
  })
  const status = changes.at(-1)?.status ?? (isFinal(note) ? 'final' : 'preliminary')
  return { id, loinc, source, ...known, status, changes: shown }
}

/** The next correction of a measurement. Throws `version_conflict` if there are more than the caller has read. */
export const correctObservation = (
  note: Note,
  { id: vitalId, changes, value, unit, measuredAt }: VitalObservation,
  given: Schemas['CorrectVital'],
  made: { readonly id: string; readonly by: VitalChangeContent['by']; readonly now: Date },
): VitalChange => {
  if (changes.length !== given.changes) throw versionConflict()
  const right = {
    value: given.value ?? value,
    unit: given.unit ?? unit,
    measuredAt: given.measuredAt ? new Date(given.measuredAt).toISOString() : measuredAt,
  }
  return {
    id: made.id,
    noteId: note.id,
    patientId: note.patientId,
    vitalId,
    position: changes.length + 1,
    status: given.status,
    changedAt: made.now,
    right: given.status === 'corrected' ? right : null,
    by: made.by,
  }
}
