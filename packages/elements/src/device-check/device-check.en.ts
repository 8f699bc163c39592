import type { Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this element calls. A test compares them with the source. */
type Calls = 'visits.recordDeviceCheck' | 'visits.networkTest'

export const deviceCheckEn = {
  heading: 'Check your camera and sound',
  intro: 'We ask your browser for the camera and microphone. Nobody sees or hears you yet.',
  start: 'Start the check',
  again: 'Check again',
  finish: 'Done, turn the camera off',
  ready: 'Ready',
  problem: 'Check this',
  checking: 'Checking',
  notChecked: 'Not checked',
  camera: 'Camera',
  microphone: 'Microphone',
  speaker: 'Sound',
  connection: 'Connection',
  preview: 'Your camera',
  noPicture: 'No picture',
  whichCamera: 'Use this camera',
  whichMicrophone: 'Use this microphone',
  whichSpeaker: 'Play it here',
  newDevice: 'A new device is connected. You can choose it below.',
  level: 'Microphone level',
  camera_ok: 'Your camera works.',
  camera_off: 'Your camera is off.',
  camera_blocked:
    'Your browser does not let us use the camera. Click the camera or lock sign beside the address, choose Allow, then check again.',
  camera_missing: 'We found no camera. Plug one in and check again, or join with sound only.',
  camera_unplugged: 'Your camera was unplugged. Plug it in again, or join with sound only.',
  camera_replaced: 'Your camera was unplugged. We use another one.',
  camera_busy: 'Another program is using your camera. It may be another video call. Close it, then check again.',
  camera_unknown: 'Not checked yet.',
  microphone_ok: 'We can hear you.',
  microphone_quiet: 'Say a few words. If the bar does not move, choose another microphone or turn its volume up.',
  microphone_unheard: 'It works, but we have not heard you yet.',
  microphone_off: 'Your microphone is off.',
  microphone_blocked:
    'Your browser does not let us use the microphone. Click the camera or lock sign beside the address, choose Allow, then check again.',
  microphone_missing:
    'We found no microphone. Plug one in and check again. Without one, ask the clinic to call you by phone.',
  microphone_unplugged: 'Your microphone was unplugged. Plug it in again, or choose another one.',
  microphone_replaced: 'Your microphone was unplugged. We use another one.',
  microphone_busy: 'Another program is using your microphone. Close it, then check again.',
  microphone_unknown: 'Not checked yet.',
  speaker_play: 'Play a sound',
  speaker_heard: 'I heard it',
  speaker_notHeard: 'I heard nothing',
  speaker_ok: 'You heard the sound.',
  speaker_failed: 'Turn the volume up, check that your headphones are plugged in, then play it again.',
  speaker_skipped: 'Press the button and listen.',
  speaker_unheard: 'Not checked.',
  connection_next: 'We test it after the camera and the microphone.',
  connection_unloaded: 'We could not reach the clinic. Turn Wi-Fi or mobile data on, then check again.',
  unsupported: 'This browser cannot make video calls. Open this page in a current Chrome, Edge, Firefox or Safari.',
  problem_visit_ended: [
    'This visit has ended',
    'Your camera and sound were checked all the same.',
    'Call the clinic if you still need help.',
  ],
} as const satisfies Messages & ProblemWords<Calls>
