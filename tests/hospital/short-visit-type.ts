import type { CreateVisitType } from '../../packages/sdk/src/index.ts'

/** Free of every rule but that of one visit at a time. */
export const shortVisitType: CreateVisitType = {
  code: 'short',
  specialty: 'primary-care',
  name: [{ language: 'en', text: 'Short visit' }],
  description: [],
  minutes: 5,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  stepMinutes: 5,
  modality: 'video',
  requiredConsents: [],
  questionnaires: [],
  licenseRequired: false,
  minimumNoticeMinutes: 0,
  horizonDays: 60,
  cancellationNoticeMinutes: 0,
}
