import type { Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this part calls. A test compares them with the source. */
type Calls = 'organization.get' | 'organization.update'

export const clinicCallsEn = {
  loading: 'Loading the settings for calls',
  callRecording: 'Calls may be recorded',
  recordingAsked:
    'A clinician may ask in a call. Nothing is recorded until everyone in the room has agreed, the patient with a signed consent.',
  recordingStopped:
    'Anyone in the room can stop the recording with one press. It is kept for as long as the health record.',
  recordingOff: 'If you turn this off, every recording that is under way stops at once.',
  machineCaptions: 'Captions by machine',
  captionsHeard:
    'A clinician may start them in a call. The video service, or a company that works for it, then hears the call.',
  captionsAgreement: 'This has no effect where the agreement with the video service does not cover it.',
  captionsFrom: 'A change applies to calls that begin, or that a clinician enters, from then on.',
  save: 'Save',
  saving: 'Saving',
  cancel: 'Undo my changes',
  saved: 'The settings for calls are saved.',
  current: 'The settings now',
  callRecording_on: 'Calls may be recorded: on',
  callRecording_off: 'Calls may be recorded: off',
  machineCaptions_on: 'Captions by machine: on',
  machineCaptions_off: 'Captions by machine: off',
  problem_version_conflict: [
    'A colleague changed the settings of the clinic',
    'Nothing was changed. What you chose is still here.',
    'The settings that are saved now are shown above the button. Compare them, then save again.',
  ],
  problem_invalid_request: [
    'The settings were not accepted',
    'Nothing was changed. What you chose is still here.',
    'Reload the page, then try again.',
  ],
  problem_vendor_not_permitted: [
    'The video service of the clinic is not permitted here',
    'Nothing was changed. What you chose is still here.',
    'Ask who runs the server to look at the agreement with the video service.',
  ],
} as const satisfies Messages & ProblemWords<Calls>
