import type { Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this element calls. A test compares them with the source. */
type Calls =
  | 'remittances.get'
  | 'remittances.heldLine'
  | 'remittances.heldLines'
  | 'remittances.list'
  | 'remittances.matchLine'
  | 'remittances.resolve'
  | 'remittances.resolveLine'

export const heldLinesEn = {
  loading: 'Loading the held lines',
  heading: 'Held lines',
  hint: 'What a payer decided and nobody could post by itself. The oldest first.',
  reason: 'Reason',
  reasonAny: 'Any reason',
  columnLine: 'Payer’s line',
  columnPaidOn: 'Paid on',
  columnCharge: 'Charge',
  columnPaid: 'Paid',
  columnWhy: 'Why it is held',
  emptyHeading: 'No line is held',
  emptyText: 'A line appears here when a payment comes that does not fit the claims of this organization.',
  more: 'Show more lines',
  back: 'All held lines',

  'claim-unknown': 'Unknown claim',
  'charge-differs': 'Another charge',
  'already-adjudicated': 'Decided before',
  'claim-closed': 'Claim is over',
  'nothing-to-reverse': 'Nothing to take back',
  'patient-differs': 'Another patient',
  'not-ours': 'Not the payer’s patient',
  predetermination: 'No payment',
  unbalanced: 'Does not add up',
  'payment-number-reused': 'Number used before',
  'written-off': 'Written off',
  'why_claim-unknown':
    'The payer names a claim that is not known here. Look for the claim by its amount and day, or ask the payer whose it is.',
  'why_charge-differs':
    'The payer decided about another amount than was charged. Find the claim of that amount, such as a correction, or call the payer.',
  'why_already-adjudicated':
    'The claim was decided before, and the payer has not taken that back. It may be paid twice: ask the payer.',
  'why_claim-closed':
    'The claim was replaced or taken back, so nothing is paid for it any more. Post the line to the claim that stands, or ask the payer.',
  'why_nothing-to-reverse':
    'The payer takes back what was not posted, or not in this amount. Find the claim for which it was posted.',
  'why_patient-differs':
    'The payer names somebody else than the patient of the claim with this number. Find the claim of whom it names, or ask the payer.',
  'why_not-ours': 'The payer says that the patient is not theirs. There is nothing to post: look at the coverage.',
  why_predetermination: 'The payer says what it would pay. There is nothing to post.',
  why_unbalanced:
    'The cents of the whole payment do not add up, so no line of it can be posted. Ask the payer for a corrected one.',
  'why_payment-number-reused':
    'The payer has used this number for another payment. If this is a new one, post it to its claim.',
  'why_written-off': 'The open amount was written off. Take the write-off back on the claim, then post this line.',

  lineHeading: 'Line {number}',
  lineFrom: 'In the payment {number} of {payer}, paid on {date}',
  paymentHeading: 'Payment of {payer}',
  payerNumber: 'The payer calls it {number}.',
  payerPatient: 'Patient, as the payer says: {name}. Member number: {number}.',
  nameMissing: 'no name',
  numberMissing: 'none',
  charged: 'Charge',
  paid: 'Paid by payer',
  patientOwes: 'Patient',
  services: 'What the payer decided about',
  serviceOn: '{code} on {date}',

  candidates: 'Post it to a claim',
  candidatesHint: 'Claims that were sent, with this charge. Choose the one that the payer means.',
  noneFound: 'No claim fits. Look for it by its number.',
  noneOfNumber: 'No claim of this number can be what the payer means.',
  number: 'Claim number',
  numberHint: 'As it stands on the claim.',
  find: 'Find',
  candidate: 'Service on {date}, {payer}, {amount}',
  post: 'Post to this claim',
  posting: 'Posting',
  posted: 'The line was posted to claim {number}.',
  chooseFirst: 'Choose a claim.',
  openClaim: 'Open the claim',

  aside: 'Worked elsewhere',
  asideHint: 'No money moves here. The line is closed.',
  asidePayment: 'The whole payment was worked elsewhere',
  asidePaymentHint: 'No money moves here. All lines of the payment are closed.',
  asideReason: 'What was done',
  asideNone: 'Choose',
  asideYes: 'Mark as worked',
  asideChoose: 'Choose what was done.',
  asideDone: 'Marked as worked elsewhere.',
  'done_other-system': 'Posted in another system',
  'done_payer-corrected': 'The payer sent a corrected payment',
  done_returned: 'The money was given back to the payer',
  'done_not-ours': 'It belongs to another organization',
  'done_no-money': 'No money moved',
  resolutionMatched: 'This line was posted by hand to the claim.',
  externalResolution: 'This line was worked elsewhere: {reason}.',

  problem_already_resolved: [
    'Somebody has worked on this already',
    'No money was moved by you.',
    'Go back to the list to see what is still open.',
  ],
  problem_line_not_postable: [
    'This line cannot be posted to that claim',
    'No money was moved.',
    'Choose another claim, or mark it as worked elsewhere.',
  ],
} as const satisfies Messages & ProblemWords<Calls>
