import type { components } from '@visitkit/contract'
import type { Practitioner } from '../ports.ts'

export const presentPractitionerSummary = (
  { id, displayName, title, specialties, languages, zone, licenses }: Practitioner,
  isLicensed: (state: string) => boolean,
): components['schemas']['PractitionerSummary'] => ({
  id,
  displayName,
  title,
  specialties,
  languages,
  zone,
  states: [...new Set(licenses.map(({ state }) => state))].filter(isLicensed).toSorted(),
})
