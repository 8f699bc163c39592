import type { components } from '@visitkit/contract'
import { alreadyReleased, holdVersionConflict } from '../problems.ts'

/** Why a patient's record must not be erased, and since when. */
export interface LegalHold {
  readonly id: string
  readonly patientId: string
  readonly reason: components['schemas']['LegalHoldBasis']
  readonly placedAt: Date
  readonly placedBy: string
  readonly releasedAt: Date | null
  readonly releasedBy: string | null
  readonly version: number
}

/** Encrypted. */
export interface LegalHoldContent {
  readonly text: string
  readonly releaseReason?: string
}

export type StoredLegalHold = LegalHold & LegalHoldContent

/** Throws `already_released`. */
export const releaseHold = (
  before: StoredLegalHold,
  { reason, version }: { readonly reason: string; readonly version: number },
  by: string,
  now: Date,
): StoredLegalHold => {
  if (before.releasedAt !== null) throw alreadyReleased()
  if (before.version !== version) throw holdVersionConflict()
  return { ...before, releasedAt: now, releasedBy: by, releaseReason: reason, version: version + 1 }
}
