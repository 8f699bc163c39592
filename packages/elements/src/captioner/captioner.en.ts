import type { NoCaptionerReason } from '@visitkit/sdk'
import type { CodeWords, Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this part calls. A test compares them with the source. */
type Calls = 'appointments.explainCaptioner'

/** Texts about captions that a patient needs in a visit by video. */
export const captionerEn = {
  own: 'You need captions in this visit. Who types them?',
  their: 'This patient needs captions. Who types them?',
  hint_own: 'To invite someone who types, press “Invite a guest”.',
  hint_their: 'To invite someone who types, press “Guests”.',
  'own_captioner-invited': 'Someone is invited as a guest',
  'own_brings-someone': 'I bring someone who types',
  own_declined: 'I do not want captions this time',
  'own_arranged-otherwise': 'I get them in some other way',
  'their_captioner-invited': 'Someone is invited as a guest',
  'their_brings-someone': 'The patient brings someone who types',
  their_declined: 'The patient does not want them',
  'their_arranged-otherwise': 'They are arranged another way',
  known: 'Captions: {why}.',
  choose: 'Choose one',
  save: 'Save',
  saving: 'Saving',
  saved: 'Saved',
  problem_not_changeable: [
    'This visit cannot be changed',
    'Nothing was changed.',
    'Call the clinic if something is wrong.',
  ],
  problem_captioner_not_missing: [
    'This visit needs no captions',
    'Nothing was changed.',
    'There is nothing to choose.',
  ],
} as const satisfies Messages &
  CodeWords<'own', NoCaptionerReason> &
  CodeWords<'their', NoCaptionerReason> &
  ProblemWords<Calls>
