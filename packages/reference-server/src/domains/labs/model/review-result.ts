import { acknowledge } from './critical-clock.ts'
import { releasedContent, type LabResult } from './lab-result.ts'

export interface Review {
  readonly memberId: string
  readonly release: boolean
  /** Undefined keeps the earlier comment about the same values. */
  readonly comment: string | undefined
  readonly now: Date
}

/**
 * A person who reviews a result has seen it, so a critical clock stops too. The review is a version of its own: the patient sees the
 * comment with the values that it was written about, whatever arrives later. What was released stays released.
 */
export const reviewResult = (before: LabResult, { memberId, release, comment, now }: Review): LabResult => {
  const version = before.version + 1
  const released = release ? null : releasedContent(before)
  return {
    ...before,
    reviewedAt: now,
    reviewedBy: memberId,
    releasedAt: release ? (before.releasedAt ?? now) : before.releasedAt,
    releasedVersion: release ? version : before.releasedVersion,
    clock: before.clock === null ? null : acknowledge(before.clock, memberId, now),
    content: { ...before.content, released, comment: comment ?? before.content.comment },
    version,
  }
}
