import type { Carer, Circle } from './relationship.ts'

/** What a circle depends on. */
export interface CareMember {
  readonly organizationId: string
  readonly memberId: string
  readonly practitionerId: string | null
}

/** Asked of the domains directly, with no projection in between: what was committed counts at once. Opens nothing and notes no access. */
export interface CarePorts {
  /** Care teams, covers that have not ended at `now`, and the organization's policy: one statement. */
  readonly circleOf: (member: CareMember, now: Date) => Promise<Circle>
  /** Who cares for these patients, as each domain knows it. Asked in this order until every patient is accounted for. */
  readonly carersOf: readonly CarersOf[]
}

/** `since`: how far back an appointment or a visit still counts. */
export type CarersOf = (organizationId: string, patientIds: readonly string[], since: Date) => Promise<readonly Carer[]>

/** `packs/policy/care.json`. */
export interface CarePolicy {
  /** Days after an appointment or a visit in which its practitioner still cares for the patient. */
  readonly relationshipDays: number
  /** Hours for which a colleague may take cover at a time. */
  readonly coverHours: number
  /** Covers that one member may have taken at a time. */
  readonly openCovers: number
  /** Days for which work may be handed over or supervised at a time. */
  readonly handOverDays: number
}
