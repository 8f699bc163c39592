import type { components } from '@visitkit/contract'
import type { FaultyProperty } from '../../../platform/problems/problem.ts'
import { coverEnded } from '../problems.ts'

type Schemas = components['schemas']
export type CoverKind = Schemas['CoverKind']
export type CoverReason = Schemas['CoverReason']

/** A colleague acts in place of a practitioner for a period. */
export interface Cover {
  readonly id: string
  readonly kind: CoverKind
  readonly practitionerId: string
  /** The member who covers. */
  readonly coveredBy: string
  readonly reason: CoverReason
  readonly from: Date
  readonly until: Date
  /** When it was ended early. */
  readonly endedAt: Date | null
  /** The member who started it. */
  readonly startedBy: string
}

const hour = 3_600_000

/** Faults of the period of a cover. Exactly `now` is valid. */
export const timeFaults = (
  { from, until }: { readonly from: Date; readonly until: Date },
  kind: CoverKind,
  { coverHours, handOverDays }: { readonly coverHours: number; readonly handOverDays: number },
  now: Date,
): FaultyProperty[] => {
  const longest = (kind === 'cover' ? coverHours : handOverDays * 24) * hour
  const words = kind === 'cover' ? `${coverHours} hours from now` : `${handOverDays} days after it begins`
  return [
    ...(from < now ? [{ pointer: '/from', code: 'out_of_range', message: 'Must not be in the past.' }] : []),
    ...(until <= from || until <= now
      ? [{ pointer: '/until', code: 'out_of_range', message: 'Must be after the beginning.' }]
      : until.getTime() - from.getTime() > longest
        ? [{ pointer: '/until', code: 'out_of_range', message: `Must be at most ${words}.` }]
        : []),
  ]
}

/** Ends a cover, or cancels one that has not begun. Throws `cover_ended`. */
export const endCover = (cover: Cover, now: Date): Cover => {
  if (cover.endedAt !== null || cover.until <= now) throw coverEnded()
  return { ...cover, endedAt: now }
}
