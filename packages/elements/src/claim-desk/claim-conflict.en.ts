import type { Messages } from '../core/message-types.ts'

/** The claim is no longer as it was shown: on the page of a claim, and in what the desk does about it. */
export const claimConflictEn = {
  problem_claim_not_adjudicated: [
    'The payer has not answered this claim yet, or another took its place',
    'Nothing was changed.',
    'Wait for the answer, or open the latest claim of the visit.',
  ],
  problem_version_conflict: [
    'Somebody else changed this claim',
    'What you wrote is still here.',
    'The page shows the latest now. Compare, then save again.',
  ],
} as const satisfies Messages
