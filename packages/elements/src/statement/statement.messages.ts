import { defineMessages } from '../core/message-types.ts'
import { statementEn } from './statement.en.ts'

export const statementMessages = defineMessages(
  'statement',
  statementEn,
  {
    es: () => import('./statement.es.ts').then((module) => module.statementEs),
    ar: () => import('./statement.ar.ts').then((module) => module.statementAr),
  },
  () => import('./statement.problems.ts').then((module) => module.statementProblems),
)
