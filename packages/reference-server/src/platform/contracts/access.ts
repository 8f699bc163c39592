import type { components } from '@visitkit/contract'

type Schemas = components['schemas']

/** What an access touched, and why: the contract's closed lists, for which elements have plain words. */
export type AuditedEntity = Schemas['AuditedEntity']
export type AccessReason = Schemas['AccessReason']

/**
 * How far a permission reaches: the caller's own patients; the patients that a member treats and the work that is theirs, their care
 * teams' or that of a colleague they cover; or everyone in the organization.
 */
export type Reach = 'own' | 'assigned' | 'organization'

/**
 * The record of one request's accesses, and its object-level gate. A store cannot open a sealed row without it:
 * what is opened here is what the audit will say. It refuses what the caller's permission does not reach.
 */
export interface Access {
  readonly reach: Reach
  /**
   * Notes that this patient's information is shown or changed. Throws `not_found` beyond the caller's own. At reach `assigned` the
   * pipeline asks for a treatment relationship with everyone who was touched, before anything is kept or leaves.
   */
  touch(patientId: string): void
  readonly touched: ReadonlySet<string>
  /** Overrides the operation's default explanation for the access. */
  because(reason: AccessReason): void
  /**
   * Says whose work this is: the practitioners (or members) whose note, order, room, queue or calendar it is. At reach `assigned`
   * throws `not_assigned` unless the caller is one of them, shares a care team with one, or covers one. Call it first in `gather`.
   */
  requireOwner(ownerIds: readonly string[]): void
  /** Which of these patients the caller may see. For lists, which leave the others out. Never inside a transaction. */
  within(patientIds: readonly string[]): Promise<ReadonlySet<string>>
}
