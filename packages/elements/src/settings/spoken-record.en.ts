import type { ActorRole, SpokenBy, SpokenChannel } from '@visitkit/sdk'
import type { CodeWords, Messages } from '../core/message-types.ts'
import { roleWordsEn } from '../core/role-words.en.ts'

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
  ...roleWordsEn,
} as const satisfies Messages &
  CodeWords<'saidBy', SpokenBy> &
  CodeWords<'how', SpokenChannel> &
  CodeWords<'role', ActorRole>
