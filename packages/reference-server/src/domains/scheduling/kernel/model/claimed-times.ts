import { busyRange } from './hold.ts'
import type { Period } from './start-bounds.ts'
import type { VisitShape } from './visit-type.ts'

/** The ids of the rows of `scheduling.busy` that a hold or an appointment has: all are reserved, renewed and released together. */
export const busyIdsOf = ({
  id,
  busyId = id,
  claims,
}: {
  readonly id: string
  readonly busyId?: string
  readonly claims: readonly string[]
}): readonly string[] => [busyId, ...claims]

/** Time that a visit takes of a resource or a further practitioner. */
export interface OwnerClaim {
  readonly ownerId: string
  readonly from: Date
  readonly to: Date
}

/** Buffers are the time of practitioners. A resource is taken from start to end. */
export const claimPeriod = (type: VisitShape, start: Date, isPractitioner: boolean): { from: Date; to: Date } =>
  isPractitioner ? busyRange(type, start) : { from: start, to: new Date(start.getTime() + type.minutes * 60_000) }

/** In epoch milliseconds. */
export const claimMs = (type: VisitShape, start: number, isPractitioner: boolean): Period => {
  const { from, to } = claimPeriod(type, new Date(start), isPractitioner)
  return { from: from.getTime(), to: to.getTime() }
}
