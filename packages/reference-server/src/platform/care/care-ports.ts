import type { CareParticipant, Circle } from './relationship.ts'

/** The member properties that determine a circle. */
export interface CareMember {
  readonly organizationId: string
  readonly memberId: string
  readonly practitionerId: string | null
}

/**
 * Ports that read the domains directly, without a projection, so that committed changes apply at once. They decrypt nothing and record no
 * access.
 */
export interface CarePorts {
  /** Reads care teams, covers that have not ended at `now`, and the organization's policy, in one statement. */
  readonly circleOf: (member: CareMember, now: Date) => Promise<Circle>
  /** List who cares for these patients, one port per domain. Called in this order until every patient is accounted for. */
  readonly participantSources: readonly ListCareParticipants[]
}

/** `since`: the earliest appointment or visit that still counts. */
export type ListCareParticipants = (
  organizationId: string,
  patientIds: readonly string[],
  since: Date,
) => Promise<readonly CareParticipant[]>

/** `packs/policy/care.json`. */
export interface CarePolicy {
  /** Days after an appointment or a visit during which its practitioner still cares for the patient. */
  readonly relationshipDays: number
  /** Hours for which a colleague may take cover at a time. */
  readonly coverHours: number
  /** Most covers that one member may have at a time. */
  readonly openCovers: number
  /** Days for which work may be handed over or supervised at a time. */
  readonly handOverDays: number
  /** Minutes for which a chart may be opened in an emergency, at most 60: the table refuses more. */
  readonly emergencyMinutes: number
  /** Days within which another person reviews it. */
  readonly emergencyReviewDays: number
}
