import { defineMessages } from '../core/message-types.ts'
import { ledgerStateEn } from './ledger-state.en.ts'

export const ledgerStateMessages = defineMessages('ledger-state', ledgerStateEn, {
  es: () => import('./ledger-state.es.ts').then((module) => module.ledgerStateEs),
  ar: () => import('./ledger-state.ar.ts').then((module) => module.ledgerStateAr),
})
