import type { components } from '@visitkit/contract'
import { licensedIn, statesInForce } from './licensed-in.ts'

export type Practitioner = components['schemas']['Practitioner']
export type PractitionerSummary = components['schemas']['PractitionerSummary']

export interface PractitionerFilter {
  readonly ids?: readonly string[]
  readonly specialty?: string
  readonly language?: string
  /** With a license in effect in this state. */
  readonly state?: string
}

export const presentPractitionerSummary = (practitioner: Practitioner, now: Date): PractitionerSummary => ({
  id: practitioner.id,
  displayName: practitioner.displayName,
  title: practitioner.title,
  specialties: practitioner.specialties,
  languages: practitioner.languages,
  zone: practitioner.zone,
  states: statesInForce(practitioner, now),
  ...(practitioner.photoId !== undefined && { photoId: practitioner.photoId }),
})

/** Whether an active practitioner matches `filter` at `now`. */
export const matchesFilter = (practitioner: Practitioner, filter: PractitionerFilter, now: Date): boolean =>
  practitioner.active &&
  (filter.ids === undefined || filter.ids.includes(practitioner.id)) &&
  (filter.specialty === undefined || practitioner.specialties.includes(filter.specialty)) &&
  (filter.language === undefined || speaksLanguage(practitioner.languages, filter.language)) &&
  (filter.state === undefined || licensedIn(practitioner, filter.state, now).licensed)

/** A speaker of `es-MX` matches `es`, and the other way round: regions are ignored. */
const speaksLanguage = (languages: readonly string[], wanted: string): boolean =>
  languages.some((language) => primary(language) === primary(wanted))

const primary = (language: string): string => language.split('-', 1)[0] ?? language
