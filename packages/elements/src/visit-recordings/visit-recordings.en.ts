import type { SeatRole } from '@visitkit/sdk'
import type { CodeWords, Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this part calls. A test compares them with the source. */
type Calls =
  'appointments.list' | 'consents.list' | 'recordings.content' | 'recordings.ofVisit' | 'visits.ofAppointment'

export const visitRecordingsEn = {
  heading: 'Recordings of visits',
  ofThisVisit: 'Recordings of this visit',
  waiting: 'Loading the recordings',
  log: 'When a recording is opened or saved, we add this to the list of who saw the record.',
  keepSafe: 'A file that you download is no longer locked. Keep it in a safe place.',
  noneYet: 'None of the latest visits has been recorded.',
  name: 'Recording of {moment}',
  underAMinute: 'Under a minute',
  recorded: 'Recorded: {people}',
  who_patient: 'patient',
  who_proxy: 'person who acts for the patient',
  who_practitioner: 'clinician',
  who_guest: 'guest',
  who_interpreter: 'interpreter',
  play: 'Play',
  playOf: 'Play: {name}',
  close: 'Close',
  closeOf: 'Close: {name}',
  save: 'Download',
  saveOf: 'Download: {name}',
  fetching: 'Loading the recording. It may take a moment.',
  opened: 'The recording is open.',
  saved: 'The recording is in your downloads.',
  fileName: 'recording-of-a-visit',
  cannotPlay: 'This browser cannot play the recording. Download it, and open it in another program.',
} as const satisfies Messages & CodeWords<'who', SeatRole> & ProblemWords<Calls>
