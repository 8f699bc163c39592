import { defineMessages, type Messages } from '../core/message-types.ts'

export const coverageEn = {
  heading: 'Coverage',
  active: 'Active',
  inactive: 'Not active',
  'unknown-member': 'Not known to the payer',
  'no-answer': 'No answer',
  asking: 'Being asked',
  notAsked: 'Not asked yet',
  hint_active: 'The payer said so on {date}.',
  hint_inactive: 'The payer said so on {date}. Ask the patient for another coverage.',
  'hint_unknown-member': 'The payer said so on {date}.',
  'hint_no-answer': 'Asked on {date}. Nothing is known of this coverage.',
  hint_asking: 'Asked on {date}. The answer appears here.',
  hint_notAsked: 'Nobody has asked the payer whether it holds.',
  copay: 'Copay',
  coinsurance: 'Coinsurance',
  deductibleLeft: 'Deductible left',
  network: 'Network',
  in: 'In network',
  out: 'Out of network',
  unknown: 'Both: see your contract',
  ask: 'Ask the payer',
  askAgain: 'Ask the payer again',
  asked: 'The payer is being asked.',
  answered: 'The payer has answered. Coverage: {state}.',
  codeSaid: 'The payer’s code: {code}',
} as const satisfies Messages

export const coverageMessages = defineMessages('claim-coverage', coverageEn, {
  es: () => import('./coverage.es.ts').then((module) => module.coverageEs),
  ar: () => import('./coverage.ar.ts').then((module) => module.coverageAr),
})
