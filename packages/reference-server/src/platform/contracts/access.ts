import type { components } from '@visitkit/contract'

type Schemas = components['schemas']

/** What an access touched, and why: the contract's closed lists, for which elements have plain words. */
export type AuditedEntity = Schemas['AuditedEntity']
export type AccessReason = Schemas['AccessReason']

/** How far a permission reaches: the caller's own patients, or everyone in the organization. */
export type Reach = 'own' | 'organization'

/**
 * The record of one request's accesses, and its object-level gate. A store cannot open a sealed row without it:
 * what is opened here is what the audit will say. It refuses what the caller's permission does not reach.
 */
export interface Access {
  readonly reach: Reach
  /** Notes that this patient's information is shown or changed. Throws `not_found` beyond the caller's reach. */
  touch(patientId: string): void
  readonly touched: ReadonlySet<string>
  /** Overrides the operation's default explanation for the access. */
  because(reason: AccessReason): void
}
