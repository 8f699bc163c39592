import { sql } from 'kysely'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import { newestFirst, type PageCursor } from '../../../platform/database/ids/page-cursor.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { tablesOf } from './tables.ts'

export interface AccessFilter {
  readonly ids?: readonly string[]
  readonly patientId?: string
  readonly actorId?: string
  /** RFC 3339, inclusive. */
  readonly from?: string | undefined
  /** RFC 3339, exclusive. */
  readonly to?: string | undefined
  /** Excludes accesses by this person. */
  readonly notBy?: string | undefined
  /** Excludes what was done with disclosures that staff recorded: one of them is held back from the patient. */
  readonly withoutDisclosures?: boolean
  /** Excludes what was done with these, and what creates such things, which the ledger names before they have an id. */
  readonly withheld?: ReadonlySet<string>
  /** Excludes what was done with cases about this member, who does not learn of them. */
  readonly readBy?: string | undefined
}

/** A person who was not known opened the record. Only for a patient who asks for notices of it. */
const isFirstOfNewReader = sql<boolean>`exists (
  select from compliance.known_readers as known
  where known.organization_id = access.organization_id and known.patient_id = access.patient and known.actor_id = access.actor
    and known.access_id = access.id and known.is_new)`

/** What is done in a visit, or for one, and what is asked about that. */
const ofVisits = [
  'Appointment',
  'Hold',
  'Visit',
  'Seat',
  'Intake',
  'Note',
  'LabOrder',
  'Prescription',
  'Referral',
  'Claim',
  'Estimate',
  'WaitlistEntry',
  'AccessQuestion',
]

/** Data that was sent or changed. A list that was read names no visit. */
export const isNotWithheld = (withheld: ReadonlySet<string>) =>
  sql<boolean>`case when access.entity_id is null then access.action in ('read', 'search') or access.entity <> all(${ofVisits})
    else access.entity_id <> all(${[...withheld]}) end`

/** What was done with a case of the access monitor, by whatever operation, is not about this member. */
export const isOfNoCaseAbout = (memberId: string) =>
  sql<boolean>`(access.entity_id is null or access.entity_id <> all(array(
    select own.id::text from compliance.access_cases as own where own.member_id = ${memberId}::uuid)))`

export type StoredAccess = Awaited<ReturnType<typeof listAccesses>>[number]

/**
 * Newest first. Ids are UUIDv7, so their order is the order in which the accesses were recorded, and the indexes of the ledger match it.
 * `sequence` is null until the sealer has linked the row, which takes about a second.
 */
export const listAccesses = (db: AnyKysely, filter: AccessFilter, page: PageCursor) => {
  const { ids, patientId, actorId, from, to, notBy, withoutDisclosures, withheld, readBy } = filter
  let query = tablesOf(db)
    .selectFrom('audit.accesses as access')
    .select([
      'access.id',
      'access.at',
      'access.action',
      'access.entity',
      'access.patient_id as patientId',
      'access.outcome',
      'access.because',
      'access.purpose',
      'access.actor_kind as actorKind',
      'access.actor_id as actorId',
      'access.actor_role as actorRole',
      'access.client_id as clientId',
      'access.on_behalf_of as onBehalfOf',
    ])
    .select([
      sql<string | null>`audit.sequence_of(access.id)`.as('sequence'),
      (patientId === undefined ? sql<boolean>`false` : isFirstOfNewReader).as('firstAccess'),
    ])
  if (ids !== undefined) query = query.where('access.id', '=', sql<string>`any(${ids}::uuid[])`)
  if (patientId !== undefined) query = query.where('access.patient', '=', requireUuid(patientId))
  if (actorId !== undefined) query = query.where('access.actor', '=', requireUuid(actorId))
  if (from !== undefined) query = query.where('access.at', '>=', new Date(from))
  if (to !== undefined) query = query.where('access.at', '<', new Date(to))
  if (notBy !== undefined) query = query.where('access.actor_id', 'is distinct from', notBy)
  if (withoutDisclosures === true) query = query.where('access.entity', '<>', 'Disclosure')
  if (withheld !== undefined && withheld.size > 0) query = query.where(isNotWithheld(withheld))
  if (readBy !== undefined) query = query.where(isOfNoCaseAbout(readBy))
  return query.$call(newestFirst(page, 'access.id')).execute()
}

/** By id. Those that the ledger does not have are left out, and those that are excluded. */
export const findAccesses = async (
  db: AnyKysely,
  ids: readonly string[],
  excluded: Pick<AccessFilter, 'withheld' | 'readBy'> = {},
): Promise<ReadonlyMap<string, StoredAccess>> => {
  if (ids.length === 0) return new Map()
  const found = await listAccesses(db, { ids, ...excluded }, { after: null, take: ids.length })
  return new Map(found.map((access) => [access.id, access]))
}
