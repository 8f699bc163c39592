import { isOnBehalf, type Circle, type OnBehalf, type Ownership, type Relationship } from '../care/relationship.ts'
import { notFound } from '../problems/problem.ts'
import type { Access, Reach, AccessReason } from '../contracts/access.ts'
import type { Caller } from '../contracts/caller.ts'

/** The access as the pipeline reads it to write the audit rows. */
export interface RecordedAccess extends Access {
  /** The explanation that a handler set; null keeps the operation's default. */
  readonly reason: AccessReason | null
  /** At reach `assigned`: the caller's circle and relationships. */
  readonly care: AccessCare | null
  /** At reach `assigned`: why the caller may see each patient, as far as it has been read. */
  readonly relationships: Map<string, Relationship>
  /** At reach `assigned`: the touched and shown patients without a known or cached relationship. */
  unrelated(shown?: Iterable<string>): readonly string[]
  /** Set if the caller acts on behalf of a colleague in this work; null for their own work and their team's. */
  readonly onBehalf: OnBehalf | null
}

/** What reach `assigned` uses to decide about the caller. */
export interface AccessCare {
  readonly circle: Circle
  readonly now: Date
  /** Why the caller may act in work of one of these people. Throws `not_assigned`. */
  requireOwnership(ownerIds: readonly string[]): Ownership
  /** From the cache. Null: it has to be read. */
  known(patientId: string): Relationship | null
  /** The caller's relationship to each patient that has one. Reads those that are not cached. */
  relationships(patientIds: readonly string[]): Promise<ReadonlyMap<string, Relationship>>
}

/**
 * The record of whose information one request concerns. At reach `own`, another patient's id gets the same response as an id that does
 * not exist, so that ids cannot be probed.
 */
export const createAccess = (
  caller: Pick<Caller, 'patientIds'>,
  reach: Reach,
  care: AccessCare | null = null,
): RecordedAccess => {
  const touched = new Set<string>()
  const relationships = new Map<string, Relationship>()
  const own = reach === 'own' ? new Set(caller.patientIds) : null
  let reason: AccessReason | null = null
  let onBehalf: OnBehalf | null = null
  return {
    reach,
    touched,
    care,
    relationships,
    touch: (patientId) => {
      if (own && !own.has(patientId)) throw notFound('beyond reach')
      touched.add(patientId)
    },
    because: (given) => {
      reason = given
    },
    requireOwner: (ownerIds) => {
      if (reach !== 'assigned') return
      const ownership = careOf(care).requireOwnership(ownerIds)
      if (isOnBehalf(ownership)) onBehalf = ownership
    },
    within: async (patientIds) => {
      if (reach === 'organization') return new Set(patientIds)
      if (own) return new Set(patientIds.filter((id) => own.has(id)))
      const related = await careOf(care).relationships(patientIds)
      for (const [id, relationship] of related) relationships.set(id, relationship)
      return new Set(related.keys())
    },
    unrelated: (shown = []) => {
      if (care === null) return []
      const open: string[] = []
      for (const patients of [touched, shown])
        for (const id of patients) {
          if (relationships.has(id)) continue
          const known = care.known(id)
          if (known === null) open.push(id)
          else relationships.set(id, known)
        }
      return open
    },
    get reason() {
      return reason
    },
    get onBehalf() {
      return onBehalf
    },
  }
}

/** The pipeline sets it for every caller at reach `assigned`. Without it nothing is granted. */
const careOf = (care: AccessCare | null): AccessCare => {
  if (care === null) throw new Error('Reach `assigned` was asked outside the pipeline.')
  return care
}
