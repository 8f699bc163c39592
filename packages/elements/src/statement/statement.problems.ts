import type { Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this element calls. A test compares them with the source. */
type Calls =
  | 'claims.endSelfPay'
  | 'claims.selfPay'
  | 'estimates.ofPatient'
  | 'estimates.pdf'
  | 'estimates.request'
  | 'payments.begin'
  | 'statements.get'
  | 'statements.pdf'
  | 'statements.superbill'

/** English texts of server problems. Loaded after the first render. */
export const statementProblems = {
  problem_claim_sent: [
    'The insurer already has the claim',
    'Nothing was changed.',
    'Call the clinic and ask what can be done.',
  ],
  problem_restriction_request_missing: [
    'How the patient asked is missing',
    'Nothing was changed.',
    'Choose whether they asked in writing or by word of mouth.',
  ],
  problem_nothing_due: ['There is nothing to pay', 'No money was taken.', 'The page shows the latest now.'],
  problem_amount_too_large: ['This is more than you owe', 'No money was taken.', 'Enter a smaller amount.'],
  problem_payment_in_progress: [
    'A payment is already on its way',
    'No money was taken now.',
    'Wait until it shows here. Then pay what is left.',
  ],
  problem_vendor_unavailable: [
    'The payment company does not answer',
    'No money was taken.',
    'Try again in a few minutes, or pay by phone with the clinic.',
  ],
  problem_note_not_signed: [
    'The receipt is not ready',
    'Nothing was lost.',
    'It can be saved once your clinician has signed the visit.',
  ],
  problem_vendor_not_permitted: [
    'The clinic cannot take payments here yet',
    'No money was taken.',
    'Call the clinic and ask how to pay.',
  ],
  problem_not_issued: [
    'This estimate is not ready yet',
    'Nothing was lost.',
    'It appears here once the clinic has made it.',
  ],
} as const satisfies Messages & ProblemWords<Calls>
