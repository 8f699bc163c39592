import { isUuid } from '../database/ids/require-uuid.ts'
import type { Caller } from '../contracts/caller.ts'
import type { DomainEvent, EventData, EventType, NewEvent } from '../contracts/event.ts'
import { CareCache } from './care-cache.ts'
import type { CarePolicy, CarePorts } from './care-ports.ts'
import { noTreatmentRelationship, notAssigned } from './problems.ts'
import {
  ownershipOf,
  relationshipOf,
  relationshipTo,
  type CareParticipant,
  type Circle,
  type Ownership,
  type Relationship,
} from './relationship.ts'

/** Milliseconds for which a granting result is cached. A refusal never comes from the cache: everything is read again first. */
const maxAge = 60_000
const maxCircles = 5_000
const maxPatients = 20_000
const day = 86_400_000

/** Events that may remove a member from a circle. */
const changesCircles: ReadonlySet<EventType> = new Set<EventType>([
  'directory.cover-started',
  'directory.cover-ended',
  'directory.emergency-access-opened',
  'directory.emergency-access-ended',
  'directory.care-team-changed',
  'directory.member-changed',
  'directory.member-disabled',
  'directory.practitioner-changed',
  'directory.organization-changed',
])

/** An event whose payload names the patient. */
type EventOfPatient = { [Type in EventType]: 'patientId' extends keyof EventData[Type] ? Type : never }[EventType]

/** Events that may remove a patient's care participant. Events that only add one need no entry: a refusal never comes from the cache. */
const changesParticipants: ReadonlySet<EventType> = new Set<EventOfPatient>([
  'scheduling.appointment-cancelled',
  'scheduling.appointment-declined',
  'scheduling.appointment-rescheduled',
  'follow_up.task-changed',
  'follow_up.referral-changed',
  'documentation.note-awaiting-cosign',
])

/** Decides which work and which patients a caller reaches. */
export interface CareRegister {
  /** From the cache; null if it has to be read. */
  knownCircle(caller: Caller): Circle | null
  /** Reads the current circle. */
  readCircle(caller: Caller, now: Date): Promise<Circle>
  /**
   * Why the caller may act in work of one of these people. Readers are also permitted if the organization's policy opens it. Throws
   * `not_assigned`.
   */
  requireOwnership(circle: Circle, ownerIds: readonly string[], now: Date, isReading: boolean): Ownership
  /** Reads everyone who cares for these patients from every domain. */
  readParticipants(
    organizationId: string,
    patientIds: readonly string[],
    now: Date,
  ): Promise<readonly CareParticipant[]>
  /** From the cache only. Null is not a refusal: it has to be read. */
  knownRelationship(circle: Circle, caller: Caller, patientId: string, now: Date): Relationship | null
  /** The caller's relationship to each patient that has one. Reads those that are not cached. Never call it inside a transaction. */
  relationships(
    circle: Circle,
    caller: Caller,
    patientIds: readonly string[],
    now: Date,
  ): Promise<ReadonlyMap<string, Relationship>>
  /** The same, but every patient needs a relationship. Throws `no_treatment_relationship`. */
  requireRelationships(
    circle: Circle,
    caller: Caller,
    patientIds: readonly string[],
    now: Date,
  ): Promise<ReadonlyMap<string, Relationship>>
  /** Drops what a committed event, of this process or another, may have ended. */
  invalidate(event: NewEvent & Pick<DomainEvent, 'organizationId'>): void
}

export const createCareRegister = (ports: CarePorts, policy: CarePolicy): CareRegister => {
  const circles = new CareCache<Circle>(maxAge, maxCircles)
  const participants = new CareCache<readonly CareParticipant[]>(maxAge, maxPatients)

  const sinceOf = (now: Date): Date => new Date(now.getTime() - policy.relationshipDays * day)

  const knownRelationship: CareRegister['knownRelationship'] = (circle, caller, patientId, now) =>
    relationshipTo(patientId, circle, caller.roles, participants.get(caller.organizationId, patientId) ?? [], now)

  /** Asks one domain after the other for the patients that are not yet accounted for. */
  const read = async (
    circle: Circle,
    { organizationId, roles }: Caller,
    patientIds: readonly string[],
    now: Date,
  ): Promise<ReadonlyMap<string, readonly CareParticipant[]>> => {
    const remember = participants.begin()
    const found = new Map<string, CareParticipant[]>(patientIds.map((id) => [id, []]))
    let open = [...found.keys()].filter(isUuid)
    for (const participantsOf of ports.participantSources) {
      if (open.length === 0) break
      for (const participant of await participantsOf(organizationId, open, sinceOf(now)))
        found.get(participant.patientId)?.push(participant)
      open = open.filter((id) => relationshipOf(circle, roles, found.get(id) ?? [], now) === null)
    }
    // Only relationships that grant access are cached.
    for (const [id, each] of found)
      if (relationshipOf(circle, roles, each, now) !== null) remember(organizationId, id, each)
    return found
  }

  const resolve = async (
    circle: Circle,
    caller: Caller,
    patientIds: readonly string[],
    now: Date,
  ): Promise<{
    readonly related: Map<string, Relationship>
    readonly participants: ReadonlyMap<string, readonly CareParticipant[]>
  }> => {
    const related = new Map<string, Relationship>()
    const unknown: string[] = []
    for (const id of new Set(patientIds)) {
      const known = knownRelationship(circle, caller, id, now)
      if (known === null) unknown.push(id)
      else related.set(id, known)
    }
    if (unknown.length === 0) return { related, participants: new Map() }
    const found = await read(circle, caller, unknown, now)
    for (const [id, each] of found) {
      const relationship = relationshipTo(id, circle, caller.roles, each, now)
      if (relationship !== null) related.set(id, relationship)
    }
    return { related, participants: found }
  }

  return {
    knownCircle: ({ organizationId, personId }) => circles.get(organizationId, personId),
    readCircle: async (caller, now) => {
      const remember = circles.begin()
      const { organizationId, personId: memberId, practitionerId } = caller
      const circle = await ports.circleOf({ organizationId, memberId, practitionerId }, now)
      remember(organizationId, memberId, circle)
      return circle
    },
    readParticipants: async (organizationId, patientIds, now) => {
      const known = patientIds.filter(isUuid)
      const found: CareParticipant[] = []
      if (known.length > 0)
        for (const participantsOf of ports.participantSources)
          found.push(...(await participantsOf(organizationId, known, sinceOf(now))))
      return found
    },
    requireOwnership: (circle, ownerIds, now, isReading) => {
      if (isReading && circle.chartReach === 'organization') return { basis: 'organization-policy' }
      const ownership = ownershipOf(circle, ownerIds, now)
      if (ownership === null) throw notAssigned(ownerIds)
      return ownership
    },
    knownRelationship,
    relationships: async (circle, caller, patientIds, now) => (await resolve(circle, caller, patientIds, now)).related,
    requireRelationships: async (circle, caller, patientIds, now) => {
      const { related, participants: found } = await resolve(circle, caller, patientIds, now)
      const refused = patientIds.find((id) => !related.has(id))
      if (refused === undefined) return related
      const owners = (found.get(refused) ?? []).flatMap(({ practitionerId }) => practitionerId ?? [])
      throw noTreatmentRelationship([...new Set(owners)])
    },
    invalidate: ({ type, organizationId, data }) => {
      if (changesCircles.has(type)) circles.deleteAll(organizationId)
      if (changesParticipants.has(type) && 'patientId' in data && data.patientId != null)
        participants.delete(organizationId, data.patientId)
    },
  }
}
