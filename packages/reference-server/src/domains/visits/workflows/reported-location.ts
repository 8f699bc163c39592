import { isDeepStrictEqual } from 'node:util'
import type { RequestContext } from '../../../platform/contracts/context.ts'
import { locationOf, type CheckIn, type ReportedLocation, type Visit } from '../model/visit.ts'

/** The reported location of the patient, with its time and source. */
export const reportedLocation = (
  given: CheckIn,
  acting: { readonly as: 'patient' | 'proxy' | 'staff' },
  { caller, now }: Pick<RequestContext, 'caller' | 'now'>,
): ReportedLocation => ({
  ...given,
  at: now.toISOString(),
  byKind: acting.as === 'staff' ? 'member' : acting.as,
  byId: caller.personId,
})

/** The same person reported the same location before. */
export const isSameLocation = (visit: Visit, reported: ReportedLocation): boolean =>
  isDeepStrictEqual({ ...locationOf(visit), at: '' }, { ...reported, at: '' })
