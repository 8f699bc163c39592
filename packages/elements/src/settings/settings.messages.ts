import { defineMessages } from '../core/message-types.ts'
import { settingsEn } from './settings.en.ts'

export const settingsMessages = defineMessages(
  'settings',
  settingsEn,
  {
    es: () => import('./settings.es.ts').then((module) => module.settingsEs),
    ar: () => import('./settings.ar.ts').then((module) => module.settingsAr),
  },
  () => import('./settings.problems.ts').then((module) => module.settingsProblems),
)
