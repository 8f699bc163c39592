import type { components } from '@visitkit/contract'
import { licensedUntil } from './licensed-until.ts'

type Practitioner = components['schemas']['Practitioner']

/** A practitioner as shown to patients. `states` are those with a license in effect at `now`. */
export const presentPractitionerSummary = (
  practitioner: Practitioner,
  now: Date,
): components['schemas']['PractitionerSummary'] => ({
  id: practitioner.id,
  displayName: practitioner.displayName,
  title: practitioner.title,
  specialties: practitioner.specialties,
  languages: practitioner.languages,
  zone: practitioner.zone,
  states: [...new Set(practitioner.licenses.map(({ state }) => state))].filter(
    (state) => (licensedUntil(practitioner, state) ?? -Infinity) > now.getTime(),
  ),
  ...(practitioner.photoId !== undefined && { photoId: practitioner.photoId }),
})
