import { defineMessages } from '../core/message-types.ts'
import { mailboxFilesEn } from './mailbox-files.en.ts'

export const mailboxFilesMessages = defineMessages('mailbox-files', mailboxFilesEn, {
  es: () => import('./mailbox-files.es.ts').then((module) => module.mailboxFilesEs),
  ar: () => import('./mailbox-files.ar.ts').then((module) => module.mailboxFilesAr),
})
