import { isDeepStrictEqual } from 'node:util'
import type { Situation } from '../../../platform/contracts/context.ts'
import { locationOf, type CheckIn, type LocationStatement, type Visit } from '../model/visit.ts'

/** What was said about where the patient is, with when and by whom. */
export const statementOf = (
  said: CheckIn,
  acting: { readonly as: 'patient' | 'proxy' | 'staff' },
  { caller, now }: Pick<Situation, 'caller' | 'now'>,
): LocationStatement => ({
  ...said,
  at: now.toISOString(),
  byKind: acting.as === 'staff' ? 'member' : acting.as,
  byId: caller.personId,
})

/** Said before in the same words by the same person. */
export const isSameStatement = (visit: Visit, statement: LocationStatement): boolean =>
  isDeepStrictEqual({ ...locationOf(visit), at: '' }, { ...statement, at: '' })
