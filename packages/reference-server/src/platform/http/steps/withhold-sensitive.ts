import { notFound } from '../../problems/problem.ts'
import { namesWithheld, withhold } from '../../sensitive/withhold.ts'
import { Withholding } from '../../sensitive/withholding.ts'
import type { SensitiveRegister } from '../../sensitive/sensitive-register.ts'
import { accessOf, callerOf, type Exchange, type HandlerResult } from '../exchange.ts'
import type { Step } from '../pipeline-step.ts'

export interface SensitiveParts {
  readonly sensitive: SensitiveRegister
}

/** What is withheld gets the same response as what does not exist, so that a refusal shows nothing. */
const withheld = () => notFound('withheld_as_sensitive')

const requireNotNamed = ({ input }: Exchange, { ids }: Withholding): void => {
  if (ids.size === 0 || input === null) return
  // A cursor may be the id of what was left out: it is a place in a list, and reads nothing.
  const { cursor: _, ...query } = (input.query ?? {}) as Readonly<Record<string, unknown>>
  if (namesWithheld([input.path, query, input.body], ids)) throw withheld()
}

/**
 * Looks up what is withheld from a proxy or a member, and refuses a request that names it, before anything is read. For most callers there is
 * nothing to look up.
 */
export const withholdSensitive = ({ sensitive }: SensitiveParts): Step => ({
  name: 'withhold-sensitive',
  run: async (exchange, next) => {
    const caller = callerOf(exchange)
    const { route } = exchange
    if (route.anonymous || !sensitive.concerns(caller, route.declaration.audit.entity)) return next(exchange)
    const withholding = new Withholding(sensitive, caller, exchange.now)
    accessOf(exchange).withholding = withholding
    // Those of a member are known after `gather`.
    await withholding.examine(caller.patientIds)
    requireNotNamed(exchange, withholding)
    return next(exchange)
  },
})

/** The same for the patients whom `gather` has read, before the act begins. */
export const refuseWithheld = (): Step => ({
  name: 'refuse-withheld',
  run: async (exchange, next) => {
    const { withholding, touched } = accessOf(exchange)
    if (withholding === null) return next(exchange)
    await withholding.examine(touched)
    requireNotNamed(exchange, withholding)
    return next(exchange)
  },
})

/** The result without what is withheld. Throws `not_found` if the whole result is. */
export const withholdIn = (exchange: Exchange, result: HandlerResult): HandlerResult => {
  const { withholding } = accessOf(exchange)
  if (withholding === null || withholding.ids.size === 0) return result
  requireNotNamed(exchange, withholding)
  const kept = withhold(result.body, withholding.ids)
  if (kept === null) throw withheld()
  if (kept.omitted === 0) return result
  withholding.hasOmitted = true
  return { ...result, body: kept.body }
}
