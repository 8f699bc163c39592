import { claimConflictEn } from './claim-conflict.en.ts'
import type { Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this element calls. A test compares them with the source. */
type Calls =
  | 'claims.change'
  | 'claims.correct'
  | 'claims.counts'
  | 'claims.get'
  | 'claims.list'
  | 'claims.messages'
  | 'claims.refresh'
  | 'claims.submit'
  | 'claims.void'
  | 'coverages.checkEligibility'
  | 'coverages.ofPatient'

/** English texts of server problems. Loaded after the first render. */
export const claimDeskProblems = {
  problem_claim_blocked: [
    'Something stands in the way of this claim',
    'Nothing was sent.',
    'Put right what is named here. If nothing is, check it again.',
  ],
  problem_claim_sent: [
    'This claim has been sent already',
    'Nothing was changed.',
    'Correct it once the payer has answered.',
  ],
  ...claimConflictEn,
  problem_unknown_code: [
    'A code is not known here',
    'What you wrote is still here.',
    'Choose a code that this organization charges.',
  ],
  problem_vendor_not_permitted: [
    'No clearinghouse is under agreement',
    'Nothing was sent, and the claim is kept.',
    'Ask an administrator to set one up.',
  ],
  problem_note_not_signed: [
    'The note of the visit is not signed',
    'Nothing was sent.',
    'Ask the practitioner to sign it, then take it into the claim again.',
  ],
} as const satisfies Messages & ProblemWords<Calls>
