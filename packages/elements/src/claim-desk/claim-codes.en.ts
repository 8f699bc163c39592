import type { AdjustmentGroup } from '@visitkit/sdk'
import type { CodeWords, Messages } from '../core/message-types.ts'

/** Who is responsible for an unpaid amount. */
export const claimCodesEn = {
  adjusted_CO: 'contractual: the clinic bears it',
  adjusted_PR: 'patient responsibility',
  adjusted_OA: 'other adjustment',
  adjusted_PI: 'payer-initiated reduction',
  adjusted_CR: 'correction',
} as const satisfies Messages & CodeWords<'adjusted', AdjustmentGroup>
