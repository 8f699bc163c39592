import type { Messages } from '../core/message-types.ts'

/** Texts of a call, loaded before it begins. */
export const duringCallEn = {
  smallWindow: 'Your visit, in a small window',
  sending_both: 'Your camera and microphone are on.',
  sending_camera: 'Your camera is on.',
  sending_microphone: 'Your microphone is on.',
  sending_none: 'Your camera and microphone are off.',
  sendingScreen: 'You are sharing your screen.',
  back: 'Back to the visit',
  elapsed: 'Time since the visit began',
  fullScreen: 'Full screen',
  fullScreenEnd: 'Exit full screen',
  elsewhereHeading: 'You are already in this visit',
  elsewhereText: 'Another window or device of yours is in it. If you move it here, it ends there.',
  moveHere: 'Move the visit here',
  movedHeading: 'The visit was moved',
  movedText: 'You are in it in another window or on another device. Your camera and microphone are off here.',
  takeBack: 'Take it back here',
  stoppedHeading: 'The call has stopped',
  stoppedText:
    'A consent that this visit needs was taken back, so the call ended for everyone. Your camera and microphone are off. The visit is still open.',
  stoppedNext: 'To go on by video, read the consent and agree again. Or ask the clinic for another way to be seen.',
  stoppedAgree: 'Read it again',
  stoppedByPatient:
    'The patient took back a consent that this visit needs, so the call ended for everyone. The visit is still open.',
  stoppedWait: 'If they agree again, you can join again here. Or end the visit, and see them in another way.',
  emergency:
    'This visit began in an emergency, before you could agree to care by video. You can say yes or no at any time.',
  readConsent: 'Read the consent',
  recordSpoken: 'Record a spoken decision',
  emergencyByStaff:
    'This visit began in an emergency, without the consent of the patient. Ask them as soon as they can decide.',
} as const satisfies Messages
