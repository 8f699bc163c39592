import type { Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this part calls. A test compares them with the source. */
type Calls = 'recordings.addPiece' | 'recordings.answer' | 'recordings.ask'

/** Texts of the recording of a call, loaded before it begins. */
export const roomRecordingEn = {
  record: 'Record',
  stop: 'Stop recording',
  cancel: 'Do not record',
  asks: '{name} asks to record this visit',
  asksText: 'Picture and sound of each person in the room are recorded, once all have agreed.',
  asksStop: 'You can stop the recording at any time, with one press.',
  asksConsent: 'You read the consent first.',
  agree: 'Agree',
  refuse: 'Do not record',
  answer: 'Answer',
  notYet: 'Nothing is recorded yet.',
  waits: 'It waits until this person agrees: {names}.',
  waitsForAll: 'It waits until these people agree: {names}.',
  you: 'you',
  began: 'This visit is recorded now',
  ended: 'The recording has stopped. Nothing is recorded.',
  sending: 'The recording does not reach the clinic. We keep trying.',
  failed: 'Your browser could not record. Nothing is recorded.',
  problem_visit_ended: ['This visit has ended', 'Nothing was changed.', 'You can close this page.'],
  problem_no_seat: ['You are not in the call any more', 'Nothing was changed.', 'Join again, then try again.'],
  problem_recording_not_offered: [
    'This clinic does not record visits',
    'Nothing was changed.',
    'Ask your administrator to turn it on.',
  ],
  problem_recording_requested: ['A colleague has asked first', 'Nothing was changed.', 'Answer their request.'],
  problem_recording_not_requested: [
    'There is no recording to agree to any more',
    'Nothing was changed.',
    'You need not do anything.',
  ],
  problem_consent_missing: [
    'The consent to recording is missing',
    'Nothing was changed.',
    'Read the consent and agree to it, or press “Do not record”.',
  ],
  problem_recording_paused: ['Someone has come in', 'Nothing was lost.', 'They are asked to agree.'],
  problem_recording_full: ['This recording is full', 'Nothing was lost.', 'Wait for the next one.'],
  problem_piece_out_of_order: ['A part of the recording is missing', 'The rest is kept.', 'Wait for the next one.'],
  problem_unsupported_attachment_type: [
    'Your browser could not record',
    'Nothing was changed.',
    'Open this page in a current Chrome, Edge, Firefox or Safari.',
  ],
} as const satisfies Messages & ProblemWords<Calls>
