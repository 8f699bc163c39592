import { createAccess } from '../../audit/create-access.ts'
import type { CareRegister } from '../../care/care-register.ts'
import { isRefusedByCare } from '../../care/problems.ts'
import type { Circle } from '../../care/relationship.ts'
import { accessOf, callerOf, type Exchange } from '../exchange.ts'
import type { Step } from '../pipeline-step.ts'

export interface CareParts {
  readonly care: CareRegister
}

/** Actions that count as reading: search, view, print and export. */
const readingActions: ReadonlySet<string> = new Set(['read', 'search', 'print', 'export'])

const beginWith = (exchange: Exchange, circle: Circle, care: CareRegister): void => {
  const caller = callerOf(exchange)
  const { now, route } = exchange
  exchange.gathered = undefined
  exchange.access = createAccess(caller, 'assigned', {
    circle,
    now,
    requireOwnership: (ownerIds) =>
      care.requireOwnership(circle, ownerIds, now, readingActions.has(route.declaration.audit.action)),
    known: (patientId) => care.knownRelationship(circle, caller, patientId, now),
    relationships: (patientIds) => care.relationships(circle, caller, patientIds, now),
  })
}

/**
 * At reach `assigned`: loads the work and the patients that the caller reaches. They are cached for up to a minute, so before a refusal
 * they are read again and the request runs once more.
 */
export const resolveCare = ({ care }: CareParts): Step => ({
  name: 'resolve-care',
  run: async (exchange, next) => {
    if (accessOf(exchange).reach !== 'assigned') return next(exchange)
    const caller = callerOf(exchange)
    const known = care.knownCircle(caller)
    if (known !== null) {
      beginWith(exchange, known, care)
      try {
        return await next(exchange)
      } catch (error) {
        // Nothing was stored or sent.
        if (!isRefusedByCare(error)) throw error
      }
    }
    beginWith(exchange, await care.readCircle(caller, exchange.now), care)
    return next(exchange)
  },
})
