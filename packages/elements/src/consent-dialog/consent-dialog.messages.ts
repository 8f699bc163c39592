import { defineMessages } from '../core/message-types.ts'
import { consentDialogEn } from './consent-dialog.en.ts'

export const consentDialogMessages = defineMessages(
  'consent-dialog',
  consentDialogEn,
  {
    es: () => import('./consent-dialog.es.ts').then((module) => module.consentDialogEs),
    ar: () => import('./consent-dialog.ar.ts').then((module) => module.consentDialogAr),
  },
  () => import('./consent-dialog.problems.ts').then((module) => module.consentDialogProblems),
)
