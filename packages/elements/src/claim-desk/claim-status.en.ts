import type { Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this element calls. A test compares them with the source. */
type Calls = 'claims.statusInquiries' | 'claims.askStatus'

export const claimStatusEn = {
  heading: 'Where the payer has it',
  none: 'The payer was not asked about this claim.',
  hint: 'Ask the payer for the status. It can be asked once a day, and changes neither the claim nor any money.',
  ask: 'Ask the payer',
  asking: 'Asking',
  asked: 'The question is on its way to the payer.',
  askedBy_member: 'Asked on {date}',
  askedBy_server: 'Asked by the server on {date}',
  state_sending: 'The payer has not answered yet.',
  state_answered: 'Answered on {date}:',
  state_rejected: 'The clearinghouse refused the question. Code: {code}',
  state_undelivered: 'The question may not have arrived. Ask again.',
  notSent:
    'Not asked: the visit is about substance use, and a question has no place for the notice of the law. Call the payer.',
  meaning_received: 'The payer has the claim and has not decided.',
  meaning_pending: 'The payer is still working on it.',
  'meaning_needs-information': 'The payer waits for information. Call the payer to learn what is missing.',
  meaning_paid: 'The payer decided to pay. The payment itself comes with its remittance.',
  meaning_denied: 'The payer denied it. The reasons come with its remittance.',
  meaning_decided: 'The payer has decided. What it decided comes with its remittance.',
  meaning_returned: 'The payer refused it before a decision. Correct the claim and send it again.',
  'meaning_not-found': 'The payer cannot find the claim. Check the coverage, then send it again.',
  'meaning_not-answered': 'The payer could not answer. Ask again tomorrow.',
  meaning_other: 'The payer answered with a code that is not known here.',
  code: 'Code {code}',
  since: 'Since {date}',
  paid: 'Paid: {amount}',
  payment: 'Check or transfer {number}',
  problem_status_not_asked: [
    'The payer cannot be asked about this claim now',
    'No question was sent.',
    'A payer is asked only about a claim that it has not decided, once a day.',
  ],
  problem_claim_blocked: [
    'The question cannot be written',
    'No question was sent.',
    'Correct the claim’s names and numbers first.',
  ],
  problem_vendor_not_permitted: [
    'No clearinghouse may be used',
    'No question was sent.',
    'Ask an administrator to set one up.',
  ],
} as const satisfies Messages & ProblemWords<Calls>
