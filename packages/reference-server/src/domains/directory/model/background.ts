import type { components } from '@visitkit/contract'
import type { FaultyProperty } from '../../../platform/problems/problem.ts'

type Schemas = components['schemas']

export type BackgroundAnswers = Omit<Schemas['PutPatientBackground'], 'toldBy' | 'version'>

/** Who said it, and who wrote it down. */
export interface BackgroundOrigin {
  readonly toldBy: Schemas['BackgroundSource']
  readonly recordedBy: 'patient' | 'staff'
}

/** What a patient said about themselves. Version 0: nothing yet. */
export interface Background {
  readonly patientId: string
  readonly answers: BackgroundAnswers
  /** Null if nothing was answered, and for answers from before it was kept. */
  readonly origin: BackgroundOrigin | null
  readonly changedAt: Date | null
  readonly version: number
}

export const noBackground = (patientId: string): Background => ({
  patientId,
  answers: {},
  origin: null,
  changedAt: null,
  version: 0,
})

/** Not a race, but why there is none. */
const noRace: ReadonlySet<string> = new Set<Schemas['RaceCategory']>(['UNK', 'ASKU'])

export const validateBackground = ({ races = [] }: BackgroundAnswers): FaultyProperty[] =>
  races.flatMap((race, index) => {
    const pointer = `/races/${index}`
    if (races.indexOf(race) !== index)
      return [{ pointer, code: 'repeated', message: 'Must be another race than those before it. Remove it.' }]
    if (races.length > 1 && noRace.has(race))
      return [{ pointer, code: 'contradictory', message: 'Must stand alone. Remove it, or the races.' }]
    return []
  })

/** Staff name the source. What a patient writes is said by the patient. */
export const originOf = (
  toldBy: BackgroundOrigin['toldBy'] | undefined,
  recordedBy: BackgroundOrigin['recordedBy'],
): BackgroundOrigin | FaultyProperty => {
  const pointer = '/toldBy'
  if (recordedBy === 'patient')
    return toldBy === undefined || toldBy === 'patient'
      ? { toldBy: 'patient', recordedBy }
      : { pointer, code: 'contradictory', message: 'Must be left out: a patient writes for themselves.' }
  return toldBy === undefined
    ? {
        pointer,
        code: 'required',
        message: 'Must say who told you: the patient, a guardian, a companion or a document.',
      }
    : { toldBy, recordedBy }
}

/** All answers are replaced: what is left out is cleared. */
export const replaceBackground = (
  before: Background,
  { races, ethnicity, birthSex, genderIdentity }: BackgroundAnswers,
  origin: BackgroundOrigin,
  now: Date,
): Background => ({
  patientId: before.patientId,
  answers: {
    ...(races && { races }),
    ...(ethnicity && { ethnicity }),
    ...(birthSex && { birthSex }),
    ...(genderIdentity && { genderIdentity }),
  },
  origin,
  changedAt: now,
  version: before.version + 1,
})
