import { defineMessages } from '../core/message-types.ts'
import { messagesEn } from './messages.en.ts'

export const messagesMessages = defineMessages(
  'messages',
  messagesEn,
  {
    es: () => import('./messages.es.ts').then((module) => module.messagesEs),
    ar: () => import('./messages.ar.ts').then((module) => module.messagesAr),
  },
  () => import('./messages.problems.ts').then((module) => module.messagesProblems),
)
