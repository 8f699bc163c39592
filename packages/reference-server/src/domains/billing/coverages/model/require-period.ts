import { Problem } from '../../../../platform/problems/problem.ts'
import type { Day } from '../../kernel/model/claim.ts'

/** Throws if the last day of a coverage is before its first one. */
export const requirePeriod = ({ from, to }: { readonly from: Day; readonly to: Day | null }): void => {
  if (to === null || to >= from) return
  throw new Problem(400, 'invalid_request', 'Some properties are not as they should be.', {
    errors: [{ pointer: '/to', code: 'too_early', message: 'Must not be before the first day of the coverage.' }],
  })
}
