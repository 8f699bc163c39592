import type { components } from '@visitkit/contract'
import type { FaultyProperty } from '../../../platform/problems/problem.ts'

type Schemas = components['schemas']

export type BackgroundAnswers = Omit<Schemas['PutPatientBackground'], 'version'>

/** What a patient said about themselves. Version 0: nothing yet. */
export interface Background {
  readonly patientId: string
  readonly answers: BackgroundAnswers
  readonly changedAt: Date | null
  readonly version: number
}

export const noBackground = (patientId: string): Background => ({ patientId, answers: {}, changedAt: null, version: 0 })

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

/** All answers are replaced: what is left out is cleared. */
export const replaceBackground = (
  before: Background,
  { races, ethnicity, birthSex, genderIdentity }: BackgroundAnswers,
  now: Date,
): Background => ({
  patientId: before.patientId,
  answers: {
    ...(races && { races }),
    ...(ethnicity && { ethnicity }),
    ...(birthSex && { birthSex }),
    ...(genderIdentity && { genderIdentity }),
  },
  changedAt: now,
  version: before.version + 1,
})
