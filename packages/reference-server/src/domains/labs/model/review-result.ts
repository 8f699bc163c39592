import { acknowledge } from './critical-clock.ts'
import { releasedContent, type LabResult } from './lab-result.ts'

export interface Review {
  readonly memberId: string
  readonly release: boolean
  /** Undefined leaves what was written about the same values before. */
  readonly comment: string | undefined
  readonly now: Date
}

/**
 * Anyone who reviews a result has seen it: a critical clock stops too. The review is a version of its own, so that the patient is shown
 * the comment with the values that it was written to, whatever arrives afterwards. What was released stays released.
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
