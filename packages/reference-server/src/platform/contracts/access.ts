import type { components } from '@visitkit/contract'

type Schemas = components['schemas']

/** The object and the reason of an access: closed lists of the contract, for which elements have texts. */
export type AuditedEntity = Schemas['AuditedEntity']
export type AccessReason = Schemas['AccessReason']

/**
 * The scope of a permission: the caller's own patients; the patients that a member treats and the work that belongs to them, their care
 * teams or a colleague they cover; or everyone in the organization.
 */
export type Reach = 'own' | 'assigned' | 'organization'

/**
 * The record of one request's accesses, and its object-level access check. A store cannot decrypt a row without it, so the audit records
 * everything that is decrypted. It refuses what the caller's permission does not reach.
 */
export interface Access {
  readonly reach: Reach
  /**
   * Records that this patient's information is shown or changed. Throws `not_found` for a patient beyond the caller's own. At reach
   * `assigned` the pipeline requires a treatment relationship with every touched patient before anything is stored or sent.
   */
  touch(patientId: string): void
  readonly touched: ReadonlySet<string>
  /** For the vault alone: nothing of this patient was decrypted, because the record is erased. */
  forget(patientId: string): void
  /** Records that these consents permit the act: each was in force when it was decided. */
  permittedBy(consentIds: readonly string[]): void
  /** Overrides the operation's default explanation for the access. */
  because(reason: AccessReason): void
  /**
   * Throws `step_up_required` unless the person authenticated within the last minutes. For an operation that needs it for some changes only:
   * call it in `gather`, when the change is known. The description of the operation says for which.
   */
  requireStepUp(): void
  /**
   * Declares whose work this is: the practitioners (or members) who own the note, order, room, queue or calendar. At reach `assigned`
   * throws `not_assigned` unless the caller is one of them, shares a care team with one, or covers one. Call it first in `gather`.
   */
  requireOwner(ownerIds: readonly string[]): void
  /**
   * Member and practitioner ids of the colleagues in whose work the caller may act: those of the caller's care teams, and those whom the
   * caller covers now. Empty beyond reach `assigned`.
   */
  readonly colleagues: readonly string[]
  /**
   * Ids of what is withheld from the caller as sensitive: visits, and what was recorded in them. The pipeline leaves it out of responses. For
   * sums, counts and documents, in which it cannot be found.
   */
  readonly withheld: ReadonlySet<string>
  /** Filters these patients to those that the caller may see. For lists. Never call it inside a transaction. */
  within(patientIds: readonly string[]): Promise<ReadonlySet<string>>
}
