import type { PractitionerSummary } from '@visitkit/sdk'

/** Somebody who does not exist. */
export const samplePractitioner = (id: string, zone: string): PractitionerSummary => ({
  id,
  displayName: `Dr. ${id} Sample`,
  title: [{ language: 'en', text: 'Family physician' }],
  specialties: ['primary-care'],
  languages: ['en'],
  zone,
  states: ['OH'],
})
