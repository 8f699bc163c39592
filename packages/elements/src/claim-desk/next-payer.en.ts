import type { Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this element calls. A test compares them with the source. */
type Calls = 'claims.answerNextPayer' | 'claims.undoNextPayer' | 'claims.waitingBalances'

export const nextPayerEn = {
  heading: 'Next payer',
  waits: '{amount} waits for {payer}',
  waitsText:
    'The payer before left this to the patient. It is not on the patient’s bill while {payer} has not answered.',
  waitsDo: 'Claims to a second payer are not sent from here. Send it yourself, then post the answer by hand.',
  post: 'Post the answer by hand',
  posting: 'Posting',
  paid: 'Paid by this payer',
  discount: 'Taken off',
  patient: 'Left to the patient',
  amounts: 'The three amounts must add up to {amount}.',
  amountWrong: 'Enter an amount, such as 15.00.',
  sumWrong: 'The amounts add up to {sum}, not to {amount}.',
  posted: 'The answer was posted.',
  answered: 'Answered on {date}',
  answeredText: 'Paid {paid}, taken off {discount}, left to the patient {patient}.',
  undo: 'Undo this answer',
  undone: 'The answer was undone. The amount waits again.',

  listHeading: 'Waiting for the next payer',
  listHint: 'What a payer left to a patient who has another coverage. It is not on the patient’s bill.',
  columnClaim: 'Claim',
  columnDate: 'Date of service',
  columnPayer: 'Waits for',
  columnAmount: 'Amount',
  more: 'Show more',

  problem_next_payer_not_awaited: [
    'This payer is not awaited any more',
    'No money was moved by you.',
    'Read the claim again to see what has changed.',
  ],
  problem_next_payer_amounts_differ: [
    'The amounts do not add up to what waits',
    'No money was moved.',
    'Correct the three amounts.',
  ],
  problem_balance_billing_prohibited: [
    'Medicaid paid nothing, so its member may not be billed',
    'No money was moved.',
    'Take the amount off. If the coverage did not hold on that day, end it first.',
  ],
} as const satisfies Messages & ProblemWords<Calls>
