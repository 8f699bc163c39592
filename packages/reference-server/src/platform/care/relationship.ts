/**
 * How a member of the organization is related to a patient, and to a colleague's work, at reach `assigned`. Every kind of relationship is
 * in this file. Pure.
 */

import type { components } from '@visitkit/contract'

/** What makes a person a care participant of a patient. */
export type CareBasis = 'appointment' | 'visit' | 'referral' | 'task' | 'note' | 'lab-order' | 'prescription'

/** How a colleague acts on behalf of another. */
export type CoverKind = 'cover' | 'hand-over' | 'supervision'

/**
 * A care participant of a patient (FHIR `CareTeam.participant`): a practitioner, a member, everyone with a role, or everyone in a specialty.
 * Exactly one of the four is given.
 */
export interface CareParticipant {
  readonly patientId: string
  readonly basis: CareBasis
  readonly practitionerId?: string | undefined
  readonly memberId?: string | undefined
  readonly role?: string | undefined
  readonly specialty?: string | undefined
  /** Set if they care for the patient as the supervisor of this practitioner. */
  readonly supervises?: string | undefined
}

/** A cover. It is in force from `from` (inclusive) to `until` (exclusive). */
export interface CircleCover {
  /** The practitioner who is covered. */
  readonly practitionerId: string
  /** The member who is that practitioner, for work that is assigned to members. */
  readonly memberId: string | null
  readonly kind: CoverKind
  readonly from: Date
  readonly until: Date
}

/** A patient's chart that the member opened in an emergency. It is open from `from` (inclusive) to `until` (exclusive). */
export interface CircleEmergency {
  readonly patientId: string
  readonly reason: components['schemas']['EmergencyReason']
  readonly from: Date
  readonly until: Date
}

/** The work and the patients that a member reaches: their own, those of their care teams, and those of the colleagues they cover. */
export interface Circle {
  readonly memberId: string
  readonly practitionerId: string | null
  /** Specialties of the practitioner that the member is. */
  readonly specialties: readonly string[]
  /** Whether the organization lets its clinicians read every chart. */
  readonly chartReach: 'assigned' | 'organization'
  /** Member and practitioner ids of everyone who shares a care team with the member. */
  readonly team: ReadonlySet<string>
  readonly covers: readonly CircleCover[]
  readonly emergencies: readonly CircleEmergency[]
}

/** Access on behalf of a colleague. The ledger records the kind and the colleague. */
export interface OnBehalf {
  readonly basis: CoverKind
  /** The practitioner on whose behalf the caller acts. */
  readonly onBehalfOf: string
}

/** A chart that is open in an emergency. The ledger records the reason. */
export interface InEmergency {
  readonly basis: 'emergency'
  readonly reason: CircleEmergency['reason']
  readonly until: Date
}

/** Why the caller may see the patient. */
export type Relationship = { readonly basis: CareBasis | 'team' | 'organization-policy' } | OnBehalf | InEmergency

/** Why the caller may act in this work. */
export type Ownership = { readonly basis: 'owner' | 'team' | 'organization-policy' } | OnBehalf

export const isOnBehalf = (connection: Relationship | Ownership): connection is OnBehalf => 'onBehalfOf' in connection

export const isInEmergency = (relationship: Relationship | undefined): relationship is InEmergency =>
  relationship?.basis === 'emergency'

const isOwn = ({ memberId, practitionerId }: Circle, id: string | undefined): boolean =>
  id !== undefined && (id === memberId || id === practitionerId)

const coverOf = ({ covers }: Circle, id: string | undefined, now: Date): CircleCover | undefined =>
  id === undefined
    ? undefined
    : covers.find(
        (cover) => (cover.practitionerId === id || cover.memberId === id) && cover.from <= now && now < cover.until,
      )

/** Member and practitioner ids of the colleagues in whose work the member may act: the care team, and covers in force. */
export const colleaguesOf = ({ memberId, practitionerId, team, covers }: Circle, now: Date): readonly string[] => {
  const covered = covers.filter(({ from, until }) => from <= now && now < until)
  const ids = new Set([...team, ...covered.flatMap((cover) => [cover.practitionerId, cover.memberId ?? []].flat())])
  return [...ids].filter((id) => id !== memberId && id !== practitionerId)
}

const onBehalf = ({ kind, practitionerId }: CircleCover): OnBehalf => ({ basis: kind, onBehalfOf: practitionerId })

/** Why the member may act in work that belongs to one of `owners` (practitioner or member ids); null if they may not. */
export const ownershipOf = (circle: Circle, owners: readonly string[], now: Date): Ownership | null => {
  if (owners.some((id) => isOwn(circle, id))) return { basis: 'owner' }
  if (owners.some((id) => circle.team.has(id))) return { basis: 'team' }
  for (const id of owners) {
    const cover = coverOf(circle, id, now)
    if (cover !== undefined) return onBehalf(cover)
  }
  return null
}

/** The caller's own relationship takes precedence, then a team's, then a cover. Null: there is none. */
export const relationshipOf = (
  circle: Circle,
  roles: readonly string[],
  participants: readonly CareParticipant[],
  now: Date,
): Relationship | null => {
  if (circle.chartReach === 'organization') return { basis: 'organization-policy' }
  let best: Relationship | null = null
  for (const participant of participants) {
    const { basis, practitionerId, memberId, role, specialty, supervises } = participant
    if (isOwn(circle, practitionerId) || isOwn(circle, memberId)) {
      if (supervises === undefined) return { basis }
      best ??= { basis: 'supervision', onBehalfOf: supervises }
    } else if (role !== undefined && roles.includes(role)) return { basis }
    else if (specialty !== undefined && circle.specialties.includes(specialty)) return { basis }
  }
  if (best !== null) return best
  const ids = participants.flatMap(({ practitionerId, memberId }) => practitionerId ?? memberId ?? [])
  if (ids.some((id) => circle.team.has(id))) return { basis: 'team' }
  for (const id of ids) {
    const cover = coverOf(circle, id, now)
    if (cover !== undefined) return onBehalf(cover)
  }
  return null
}

/** The same, and a chart that is open in an emergency if there is no other relationship. */
export const relationshipTo = (
  patientId: string,
  circle: Circle,
  roles: readonly string[],
  participants: readonly CareParticipant[],
  now: Date,
): Relationship | null => {
  const relationship = relationshipOf(circle, roles, participants, now)
  if (relationship !== null) return relationship
  const open = circle.emergencies.find((each) => each.patientId === patientId && each.from <= now && now < each.until)
  return open === undefined ? null : { basis: 'emergency', reason: open.reason, until: open.until }
}
