import type { PractitionerSummary } from '@visitkit/sdk'

/** A fictitious practitioner. */
export const samplePractitioner = (id: string, zone: string): PractitionerSummary => ({
  id,
  displayName: `Dr. ${id} Sample`,
  title: [{ language: 'en', text: 'Family physician' }],
  specialties: ['primary-care'],
  languages: ['en'],
  zone,
  states: ['OH'],
})
