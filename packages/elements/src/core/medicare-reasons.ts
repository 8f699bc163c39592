import type { MedicareSecondaryReason } from '@visitkit/sdk'

/** Why another payer pays before Medicare, in the order of the payers' code list. */
export const medicareReasons: readonly MedicareSecondaryReason[] = [
  'working-aged',
  'renal-disease',
  'no-fault',
  'workers-compensation',
  'federal-agency',
  'black-lung',
  'veterans',
  'disability',
  'liability',
]
