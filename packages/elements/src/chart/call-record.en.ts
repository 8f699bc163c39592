import type { CallTrouble, SeatRole } from '@visitkit/sdk'
import type { CodeWords, Messages } from '../core/message-types.ts'

export const callRecordEn = {
  notHeld: 'No one has been in the room.',
  noTroubles: 'No trouble was reported.',
  fromBrowsers: 'As the browser of each person reported it.',
  who_patient: 'The patient’s side',
  who_proxy: 'The side of the person who acts for the patient',
  who_practitioner: 'The clinician’s side',
  who_guest: 'The guest’s side',
  who_interpreter: 'The interpreter’s side',
  count: { one: '{count} time', other: '{count} times' },
  trouble_refused: 'The other browser did not accept the call',
  'trouble_no-answer': 'The other browser did not respond',
  'trouble_no-path': 'The network let nothing through to the other person',
  'trouble_no-picture': 'The picture of the other person did not arrive',
  'trouble_no-sound': 'The sound of the other person did not arrive',
  trouble_interrupted: 'The connection broke',
  trouble_dropped: 'The other person was gone without leaving',
  'trouble_device-denied': 'The camera, the microphone or the screen was not allowed',
  'trouble_device-missing': 'There was no camera or no microphone',
  'trouble_device-busy': 'Another program used the camera or the microphone',
  'trouble_not-loaded': 'The video program could not be loaded',
  trouble_failed: 'The room could not be entered, or was lost',
  trouble_unsupported: 'The browser cannot make calls',
} as const satisfies Messages & CodeWords<'trouble', CallTrouble> & CodeWords<'who', SeatRole>
