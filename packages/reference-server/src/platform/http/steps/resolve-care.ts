import { createAccess, type AccessCare } from '../../audit/create-access.ts'
import type { CareRegister } from '../../care/care-register.ts'
import { isRefusedByCare } from '../../care/problems.ts'
import type { Circle, Ownership, Relationship } from '../../care/relationship.ts'
import type { Caller } from '../../contracts/caller.ts'
import { accessOf, callerOf, type Exchange } from '../exchange.ts'
import type { Step } from '../pipeline-step.ts'

export interface CareParts {
  readonly care: CareRegister
}

/** Actions that count as reading: search, view, print and export. */
const readingActions: ReadonlySet<string> = new Set(['read', 'search', 'print', 'export'])

/** A class, because each request creates one, and methods cost less than closures. */
class CallerCare implements AccessCare {
  readonly circle: Circle
  readonly now: Date
  readonly #register: CareRegister
  readonly #caller: Caller
  readonly #isReading: boolean

  constructor(circle: Circle, register: CareRegister, exchange: Exchange) {
    this.circle = circle
    this.now = exchange.now
    this.#register = register
    this.#caller = callerOf(exchange)
    this.#isReading = readingActions.has(exchange.route.declaration.audit.action)
  }

  requireOwnership(ownerIds: readonly string[]): Ownership {
    return this.#register.requireOwnership(this.circle, ownerIds, this.now, this.#isReading)
  }

  known(patientId: string): Relationship | null {
    return this.#register.knownRelationship(this.circle, this.#caller, patientId, this.now)
  }

  relationships(patientIds: readonly string[]): Promise<ReadonlyMap<string, Relationship>> {
    return this.#register.relationships(this.circle, this.#caller, patientIds, this.now)
  }
}

const beginWith = (exchange: Exchange, circle: Circle, register: CareRegister): void => {
  exchange.gathered = undefined
  exchange.access = createAccess(
    callerOf(exchange),
    'assigned',
    new CallerCare(circle, register, exchange),
    accessOf(exchange).stepUp,
  )
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
