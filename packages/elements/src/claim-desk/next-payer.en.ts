import type { MedicareSecondaryReason } from '@visitkit/sdk'
import type { CodeWords, Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this element calls. A test compares them with the source. */
type Calls =
  | 'claims.sendToNextPayer'
  | 'claims.answerNextPayer'
  | 'claims.undoNextPayer'
  | 'claims.waitingBalances'
  | 'coverages.ofPatient'
  | 'coverages.update'

export const nextPayerEn = {
  heading: 'Next payer',
  waits: '{amount} waits for {payer}',
  waitsText:
    'The payer before left this to the patient. It is not on the patient’s bill while {payer} has not answered.',
  second: 'Second payer',
  third: 'Third payer',
  waitsDo:
    'A payer’s answer was posted by hand, without the details that this claim needs. Send this claim yourself, then post the answer by hand.',
  waitsDoMedicare:
    'Medicare takes a claim after two other payers on paper only: form CMS-1500, with what both payers decided. Send this claim yourself, then post the answer by hand.',
  sendDo: 'Send the claim with what each payer before decided. A clear answer is posted when it arrives.',
  send: 'Send to the next payer',
  forwarded: 'The payer before says that it has forwarded this claim to another payer.',
  forwardedDo:
    'Wait for that answer, and post it by hand. Send the claim from here only if it did not arrive: a payer may refuse a second one as a duplicate.',
  sendForwarded: 'Send it all the same',
  sending: 'Sending',
  sent: 'The claim is on its way to the next payer.',
  byHand: 'Or post the answer by hand',
  claimSent: 'Claim {number} to this payer, sent on {date}',
  claimCode: 'Code of the response: {code}',
  claim_sending: 'On its way to the clearinghouse.',
  claim_received: 'The clearinghouse could read it. The payer has not confirmed it yet.',
  claim_accepted: 'The payer has it and has not decided yet.',
  claim_rejected: 'It was refused before a decision. Correct the coverage, then send it again.',
  claim_undelivered: 'It may not have arrived. Send it again.',
  claim_answered: 'The payer has decided, and the answer was posted.',
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
  answerClaim: 'For claim {number}.',
  answerByHand: 'Posted by hand.',
  undo: 'Undo this answer',
  undone: 'The answer was undone. The amount waits again.',

  reason: 'Why another payer pays before Medicare',
  reasonHint: 'Ask the patient. Medicare refuses a claim with the wrong reason.',
  reasonMissing: 'The reason why another payer pays before Medicare is missing. Without it the claim cannot be sent.',
  reasonNone: 'Choose a reason',
  reasonChoose: 'Choose why another payer pays before Medicare.',
  reasonLoading: 'Reading the coverage',
  reasonSave: 'Save the reason',
  reasonSaving: 'Saving',
  reasonSaved: 'The reason was saved with the coverage.',
  reasonChange: 'Change the reason',
  reasonCancel: 'Cancel',
  'reason_working-aged': '65 or older, with a health plan from work (own or spouse’s)',
  'reason_renal-disease': 'Kidney failure, first 30 months with a health plan from work',
  'reason_no-fault': 'No-fault insurance, such as car insurance',
  'reason_workers-compensation': 'Workers’ compensation',
  'reason_federal-agency': 'Public Health Service or another federal agency',
  'reason_black-lung': 'Black Lung program',
  reason_veterans: 'Veterans Affairs',
  reason_disability: 'Under 65 with a disability, and a large employer’s health plan',
  reason_liability: 'Liability insurance',

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
  problem_next_claim_sent: [
    'A claim to this payer was sent already',
    'No second claim was sent.',
    'Wait for the response, or post the answer by hand.',
  ],
  problem_claim_blocked: [
    'This claim cannot be sent to the next payer from here',
    'Nothing was sent.',
    'Check the coverage: Medicare needs the reason why another payer pays first. If the answer of a payer before has no details, send it yourself.',
  ],
  problem_version_conflict: [
    'Someone changed this coverage in the meantime',
    'Your choice was not saved, and is still here.',
    'Check the coverage, then save the reason again.',
  ],
  problem_vendor_not_permitted: [
    'No clearinghouse may be used',
    'Nothing was sent.',
    'Ask an administrator to set one up.',
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
} as const satisfies Messages & ProblemWords<Calls> & CodeWords<'reason', MedicareSecondaryReason>
