import type { ActorRole } from '@visitkit/sdk'
import type { CodeWords, Messages } from './message-types.ts'

/** What a patient reads of the role in which a person did something. */
export const roleWordsEn = {
  role_patient: 'patient',
  role_proxy: 'who may act for you',
  role_practitioner: 'clinician',
  role_nurse: 'nurse',
  'role_front-desk': 'front desk',
  role_biller: 'billing',
  role_guest: 'guest of one visit',
  role_interpreter: 'interpreter',
  'role_privacy-officer': 'privacy officer',
  role_auditor: 'auditor',
  role_administrator: 'administrator',
  role_service: 'a connected computer system',
  role_system: 'a computer of the clinic',
  role_unlisted: 'role not on record',
} as const satisfies Messages & CodeWords<'role', ActorRole>
