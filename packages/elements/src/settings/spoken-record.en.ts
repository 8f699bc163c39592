import type { ActorRole, SpokenBy, SpokenChannel } from '@visitkit/sdk'
import type { CodeWords, Messages } from '../core/message-types.ts'

/** What a patient reads of a spoken decision that a member of staff recorded. */
export const spokenRecordEn = {
  saidBy_patient: 'You said this {how}.',
  saidBy_proxy: '{name} said this for you {how}.',
  how_phone: 'by phone',
  how_video: 'by video',
  'how_in-person': 'in person',
  recorded: 'Recorded at the clinic on {when}, by: {role}.',
  recordedOnly: 'A member of staff recorded what was said, on {when}.',
  wrong: 'Not what was said? You can take it back, or ask the clinic about it.',
  ask: 'See who recorded it',
  askOf: 'See who recorded it: {title}',
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
} as const satisfies Messages &
  CodeWords<'saidBy', SpokenBy> &
  CodeWords<'how', SpokenChannel> &
  CodeWords<'role', ActorRole>
