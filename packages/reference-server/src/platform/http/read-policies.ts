import { readFileSync } from 'node:fs'
import type { CarePolicy } from '../care/care-ports.ts'
import type { HeavyWorkPolicy } from '../heavy/heavy-work.ts'
import type { PermissionPolicy } from '../identity/permissions.ts'
import type { SessionPolicy } from '../identity/session-limits.ts'
import type { CostClass, OperationDeclaration } from './contract.ts'
import type { RateLimit } from '../rates/rate-limiter.ts'

/** packs/policy/rate-limits.json. */
export interface RatePolicy {
  /** The units that one call of a cost class takes from a limit. */
  readonly units: Readonly<Record<CostClass, number>>
  readonly classes: Readonly<Record<string, RateLimit>>
  /** Operations with another class than the default of their kind. */
  readonly operations: Readonly<Record<string, string>>
  /** Multiplies the limits of programs, which act for many people at once. */
  readonly serviceFactor: number
}

export interface Policies {
  readonly permissions: PermissionPolicy
  readonly sessions: SessionPolicy
  readonly rates: RatePolicy
  readonly care: CarePolicy
  readonly heavyWork: HeavyWorkPolicy
}

const read = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../../packs/policy/${name}.json`, import.meta.url), 'utf8')) as T

/** The policy packs of this release. */
export const readPolicies = (): Policies => ({
  permissions: read('permissions'),
  sessions: read('sessions'),
  rates: read('rate-limits'),
  care: read('care'),
  heavyWork: read('heavy-work'),
})

const rateClassOf = (policy: RatePolicy, id: string, { cost, method, audit }: OperationDeclaration): string =>
  policy.operations[id] ??
  (cost === 'heavy' ? 'heavy' : audit.action === 'search' ? 'search' : method === 'get' ? 'read' : 'write')

/** What a call takes, and from which limit. */
export interface RateCost {
  readonly rateClass: string
  readonly units: number
}

/** Heavy work has its own limit: after many documents, a person can still read. Throws if no call could ever be admitted. */
export const rateCostOf =
  (policy: RatePolicy) =>
  (id: string, declaration: OperationDeclaration): RateCost => {
    const rateClass = rateClassOf(policy, id, declaration)
    const units = policy.units[declaration.cost]
    const limit = policy.classes[rateClass]
    if (limit === undefined || !(limit.burst >= units))
      throw new Error(`The rate limit ${rateClass} holds less than the ${units} units of one call of ${id}.`)
    return { rateClass, units }
  }

/** The limits by class; those of services are under `service/<class>`. */
export const rateLimits = ({ classes, serviceFactor }: RatePolicy): Readonly<Record<string, RateLimit>> => ({
  ...classes,
  ...Object.fromEntries(
    Object.entries(classes).map(([name, { burst, perSecond }]) => [
      `service/${name}`,
      { burst: burst * serviceFactor, perSecond: perSecond * serviceFactor },
    ]),
  ),
})
