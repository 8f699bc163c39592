import { defineMessages, type Messages } from '../core/message-types.ts'

export const consentDialogEn = {
  loading: 'Looking up what you are asked to agree to',
  progress: '{number} of {total}',
  'reason_new-version': 'This text has changed since you last agreed. Please read it again.',
  reason_revoked: 'You took your agreement back. You can agree again here.',
  'reason_declined-before': 'You said no before. You can change your mind here.',
  otherLanguage: 'The clinic has this text in {language} only.',
  text: 'The text',
  sign: 'Type your full name to sign',
  signHint: 'Typing your name counts as your signature.',
  signMissing: 'Type your first and last name.',
  unseen: 'There is more to read before you can agree',
  unseenGo: 'Go to what is left',
  agree: 'I agree',
  decline: 'I do not agree',
  declineHint: 'If you do not agree, you can still see the clinic in person. You can change your mind at any time.',
  later: 'Decide later',
  saving: 'Saving your answer',
  save: 'Save a copy',
  granted: 'You have agreed to: {title}',
  declined: 'You have not agreed to: {title}',
  doneHeading: 'Thank you. Nothing is left to decide',
  doneDeclined: 'Your answer is saved',
  doneText: 'Your answers are saved. You can change your mind at any time.',
  doneDeclinedText: 'The clinic will contact you about other ways to be seen. You can change your mind at any time.',
  nothingHeading: 'Nothing to decide',
  nothingText: 'You have already agreed to what this needs.',
  answerAgreed: 'Agreed',
  answerDeclined: 'Not agreed',
} as const satisfies Messages

export const consentDialogMessages = defineMessages(
  'consent-dialog',
  consentDialogEn,
  {
    es: () => import('./consent-dialog.es.ts').then((module) => module.consentDialogEs),
    ar: () => import('./consent-dialog.ar.ts').then((module) => module.consentDialogAr),
  },
  () => import('./consent-dialog.problems.ts').then((module) => module.consentDialogProblems),
)
