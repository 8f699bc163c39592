import { readFileSync } from 'node:fs'
import type { CarePolicy } from '../care/care-ports.ts'
import type { PermissionPolicy } from '../identity/permissions.ts'
import type { SessionPolicy } from '../identity/session-limits.ts'
import type { OperationDeclaration } from './contract.ts'
import type { RateLimit } from '../rates/rate-limiter.ts'

/** packs/policy/rate-limits.json. */
export interface RatePolicy {
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
}

const read = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../../packs/policy/${name}.json`, import.meta.url), 'utf8')) as T

/** The policy packs of this release. */
export const readPolicies = (): Policies => ({
  permissions: read('permissions'),
  sessions: read('sessions'),
  rates: read('rate-limits'),
  care: read('care'),
})

export const rateClassOf =
  (policy: RatePolicy) =>
  (id: string, { method, audit }: OperationDeclaration): string =>
    policy.operations[id] ?? (audit.action === 'search' ? 'search' : method === 'get' ? 'read' : 'write')

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
