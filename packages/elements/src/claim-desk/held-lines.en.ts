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
  hint: 'Decisions of payers that could not be posted automatically. Oldest first.',
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
  'charge-differs': 'Charge differs',
  'already-adjudicated': 'Already adjudicated',
  'claim-closed': 'Claim is closed',
  'nothing-to-reverse': 'Nothing to reverse',
  'patient-differs': 'Patient differs',
  'not-ours': 'Not a member of this payer',
  predetermination: 'Predetermination',
  unbalanced: 'Does not add up',
  'payment-number-reused': 'Payment number reused',
  'written-off': 'Written off',
  'usage-differs': 'Test, not real',
  'receiver-differs': 'Another receiver',
  'payee-differs': 'Another payee',
  'payer-differs': 'Another payer',
  'payer-unknown': 'Unknown payer',
  unreadable: 'Cannot be read',
  'next-payer-answered': 'Next payer has answered',
  'next-payer-refused': 'Next payer refused',
  'next-payer-differs': 'Does not fit what waits',
  'payer-not-awaited': 'Payer is not awaited',
  'forwarded-elsewhere': 'Forwarded to another payer',
  'why_claim-unknown':
    'No claim here has the number that the payer names. Look for the claim by its amount and date, or ask the payer.',
  'why_charge-differs':
    'The payer decided on another amount than was charged. Find the claim with that amount, such as a correction, or call the payer.',
  'why_already-adjudicated':
    'The claim was decided before, and the payer has not reversed that decision. It may be paid twice: ask the payer.',
  'why_claim-closed':
    'The claim was replaced or voided, so nothing is paid for it any more. Post the line to the current claim, or ask the payer.',
  'why_nothing-to-reverse':
    'The payer reverses a payment that was not posted, or not in this amount. Find the claim for which it was posted.',
  'why_patient-differs':
    'The payer names another patient than the claim with this number. Find the claim of that patient, or ask the payer.',
  'why_not-ours': 'The payer says that the patient is not its member. There is nothing to post: check the coverage.',
  why_predetermination: 'The payer says what it would pay. There is nothing to post.',
  why_unbalanced: 'The amounts do not add up, so this can never be posted. Ask the payer for a corrected payment.',
  'why_payment-number-reused':
    'The payer has used this number for another payment. If this is a new one, post it to its claim.',
  'why_written-off': 'The open amount was written off. Reverse the write-off on the claim, then post this line.',
  'why_usage-differs':
    'The file is a test and this account is real, or the other way around. It can never be posted. Tell the clearinghouse.',
  'why_receiver-differs':
    'The file is addressed to another receiver. Ask the clearinghouse whose it is. If it is yours, confirm that and post it.',
  'why_payee-differs':
    'The payment is for another NPI or tax number than the claim’s. Return the money, or confirm that it is yours and post it.',
  'why_payer-differs':
    'The payment is from another payer than the claim’s, or its name and numbers contradict each other. If it is the answer of a payer after the first, record it on the claim.',
  'why_payer-unknown':
    'The payer is not on file under this name and number. If it is the claim’s payer, confirm that and post it.',
  why_unreadable:
    'A part of this claim cannot be read, so it can never be posted here. Ask the payer for a corrected payment.',
  'why_next-payer-answered':
    'Another payer has answered about what this decision left. Undo that answer on the claim, then post this line.',
  'why_next-payer-refused':
    'The next payer paid nothing, or left to the patient what Medicaid may not leave. Post its answer by hand on the claim, then mark this line as handled elsewhere.',
  'why_next-payer-differs':
    'The payer answered as another one in the order of payers, or with more than waits for it. Ask the payer, or post its answer by hand on the claim.',
  'why_payer-not-awaited':
    'The claim waits for another payer, or for none. Post the answer of the payer before it on the claim, then post this line. If the coverage did not hold, return the money.',
  'why_forwarded-elsewhere':
    'The payer has sent the claim on to a payer that the claim does not wait for. Ask the patient about it, and add the coverage. Then post this line.',
  forwardedTo: 'The payer has forwarded it to {payer}.',
  origin: 'Payer’s number: {payer}. For NPI {npi}, tax number {tax}. Addressed to {receiver}, {usage}.',
  originTest: 'as a test',
  originProduction: 'as a real payment',
  originNone: 'none',
  unreadableIn: 'It cannot be read in the segment {segment}.',
  confirm: 'I have checked that this payment is for this claim',
  confirmHint: 'Its payer, payee or receiver is not the claim’s.',
  confirmFirst: 'Confirm that the payment is for this claim, or mark it as resolved elsewhere.',
  remember: 'Payments of {payer} with this number are from the claim’s payer from now on',

  lineHeading: 'Line {number}',
  lineFrom: 'In the payment {number} of {payer}, paid on {date}',
  paymentHeading: 'Payment of {payer}',
  payerNumber: 'Payer’s claim number: {number}.',
  payerPatient: 'Patient, as the payer says: {name}. Member number: {number}.',
  nameMissing: 'no name',
  numberMissing: 'none',
  charged: 'Charge',
  paid: 'Paid by payer',
  patientOwes: 'Patient',
  services: 'Services the payer decided on',
  serviceOn: '{code} on {date}',

  candidates: 'Post it to a claim',
  candidatesHint: 'Claims that were sent, with this charge. Choose the one that the payer means.',
  noneFound: 'No claim matches. Look for it by its number.',
  noneOfNumber: 'No claim with this number matches what the payer decided.',
  number: 'Claim number',
  numberHint: 'As shown on the claim.',
  find: 'Find',
  candidate: 'Service on {date}, {payer}, {amount}',
  post: 'Post to this claim',
  posting: 'Posting',
  posted: 'The line was posted to claim {number}.',
  chooseFirst: 'Choose a claim.',
  openClaim: 'Open the claim',

  aside: 'Resolved elsewhere',
  asideHint: 'No money is moved here. The line is closed.',
  asidePayment: 'The whole payment was resolved elsewhere',
  asidePaymentHint: 'No money is moved here. All lines of the payment are closed.',
  asideReason: 'What was done',
  asideNone: 'Choose',
  asideYes: 'Mark as resolved',
  asideChoose: 'Choose what was done.',
  asideDone: 'Marked as resolved elsewhere.',
  'done_other-system': 'Posted in another system',
  'done_payer-corrected': 'The payer sent a corrected payment',
  done_returned: 'The money was returned to the payer',
  'done_not-ours': 'It belongs to another organization',
  'done_no-money': 'No money moved',
  resolutionMatched: 'This line was posted by hand to the claim.',
  externalResolution: 'This line was resolved elsewhere: {reason}.',

  problem_already_resolved: [
    'Somebody has worked on this already',
    'No money was moved by you.',
    'Go back to the list to see what is still open.',
  ],
  problem_line_not_postable: [
    'This line cannot be posted to that claim',
    'No money was moved.',
    'Choose another claim, or mark it as resolved elsewhere.',
  ],
} as const satisfies Messages & ProblemWords<Calls>
