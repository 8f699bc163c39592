import { defineMessages } from '../core/message-types.ts'
import { timeChoiceEn } from './time-choice.en.ts'

/** Texts of the choice of a time, which booking and appointments share. */
export const timeChoiceMessages = defineMessages(
  'time-choice',
  timeChoiceEn,
  {
    es: () => import('./time-choice.es.ts').then((module) => module.timeChoiceEs),
    ar: () => import('./time-choice.ar.ts').then((module) => module.timeChoiceAr),
  },
  () => import('./time-choice.problems.ts').then((module) => module.timeChoiceProblems),
)
