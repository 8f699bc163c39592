import { sql, type Kysely } from 'kysely'
import { notFound } from '../../../../platform/problems/problem.ts'
import type { RequestContext, VaultContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import { factTable } from '../../../../platform/database/changes/fact-table.ts'
import { requireUuid } from '../../../../platform/database/ids/require-uuid.ts'
import type { DueRows } from '../../../../platform/system/change-each-due.ts'
import type { TimeCursor } from '../../kernel/store/page-cursor.ts'
import type { Pace } from '../model/estimate-wait.ts'
import type { OnDemandRequest, OnDemandStatus } from '../model/on-demand-request.ts'
import type { Takeable } from '../model/takeable.ts'

/** The PHI of a request. */
export interface RequestDetails {
  readonly reason?: string
}

/** A request as stored, its details still encrypted. */
export interface EncryptedRequest extends OnDemandRequest {
  readonly sealed: Uint8Array
}

/** A request with its place among those who wait for the same specialty in the same state: 1 is the next. */
export interface PlacedRequest extends EncryptedRequest {
  readonly position: number
}

type OnDemandTables = {
  'scheduling.on_demand_requests': {
    organization_id: string
    id: string
    patient_id: string
    visit_type_id: string
    specialty: string
    state_code: string
    language: string | null
    status: OnDemandStatus
    requested_at: Date
    renew_by: Date
    taken_at: Date | null
    practitioner_id: string | null
    appointment_id: string | null
    version: number
    sealed: Uint8Array
  }
}
const tablesOf = (db: AnyKysely): Kysely<OnDemandTables> => db.withTables<OnDemandTables>()

/** The reason is encrypted in `sealed`. */
export const requests = factTable<OnDemandRequest>(
  'scheduling.on_demand_requests',
  {
    id: ['id', 'uuid'],
    patientId: ['patient_id', 'uuid'],
    visitTypeId: ['visit_type_id', 'uuid'],
    specialty: ['specialty', 'text'],
    stateCode: ['state_code', 'text'],
    language: ['language', 'text'],
    status: ['status', 'text'],
    requestedAt: ['requested_at', 'timestamptz'],
    renewBy: ['renew_by', 'timestamptz'],
    takenAt: ['taken_at', 'timestamptz'],
    practitionerId: ['practitioner_id', 'uuid'],
    appointmentId: ['appointment_id', 'uuid'],
    version: ['version', 'integer'],
  },
  {
    fixed: ['patientId', 'visitTypeId', 'specialty', 'stateCode', 'language', 'requestedAt'],
    sealedFor: ({ patientId }) => patientId,
  },
)

/** How many wait for the same specialty in the same state, up to this request. */
const position = sql<number>`(select count(*)::integer from scheduling.on_demand_requests as before
  where before.organization_id = request.organization_id and before.specialty = request.specialty
    and before.state_code = request.state_code and before.status = 'waiting'
    and (before.requested_at, before.id) <= (request.requested_at, request.id))`

const placed = (db: AnyKysely) =>
  tablesOf(db)
    .selectFrom('scheduling.on_demand_requests as request')
    .selectAll('request')
    .select(position.as('position'))

const requestOf = (row: Readonly<Record<string, unknown>>): EncryptedRequest => ({
  ...requests.factOf(row),
  sealed: row['sealed'] as Uint8Array,
})

/** A request that is accessible to the caller. Throws `not_found`. */
export const readRequest = async (
  db: AnyKysely,
  { access, caller }: Pick<RequestContext, 'access' | 'caller'>,
  id: string,
): Promise<PlacedRequest> => {
  const row = await placed(db).where('request.id', '=', requireUuid(id)).executeTakeFirst()
  if (!row || (access.reach === 'own' && !caller.patientIds.includes(row.patient_id)))
    throw notFound('on_demand_request_unknown')
  return { ...requestOf(row), position: row.position }
}

export const decryptRequest = (
  db: AnyKysely,
  { caller, access, vault }: VaultContext,
  { id, patientId, sealed }: EncryptedRequest,
): Promise<RequestDetails> =>
  vault.open(
    db,
    access,
    { organizationId: caller.organizationId, table: 'scheduling.on_demand_requests', rowId: id, patientId },
    sealed,
  )

/** Those who wait at `now` and whom this practitioner can take, the first in line first, after the cursor. */
export const listTakeable = async (
  db: AnyKysely,
  { anywhere, licensed, states, languages }: Takeable,
  now: Date,
  after: TimeCursor | null,
  take: number,
): Promise<PlacedRequest[]> => {
  const rows = await placed(db)
    .where('request.status', '=', 'waiting')
    .where('request.renew_by', '>', now)
    .where(
      sql<boolean>`(request.visit_type_id = any(${anywhere}::uuid[])
        or (request.visit_type_id = any(${licensed}::uuid[]) and request.state_code = any(${states}::text[])))`,
    )
    .where(
      sql<boolean>`(request.language is null
        or lower(split_part(request.language, '-', 1)) = any(${languages}::text[]))`,
    )
    .$if(after !== null, (query) => query.where(isAfter(after)))
    .orderBy('request.requested_at')
    .orderBy('request.id')
    .limit(take)
    .execute()
  return rows.map((row) => ({ ...requestOf(row), position: row.position }))
}

/** In the order of the line. */
const isAfter = (after: TimeCursor | null) =>
  sql<boolean>`(request.requested_at, request.id) > (${after?.start}::timestamptz, ${after?.id}::uuid)`

const isCurrent = ({ now, takenAfter }: { readonly now: Date; readonly takenAfter: Date }) =>
  sql<boolean>`((request.status = 'waiting' and request.renew_by > ${now})
    or (request.status = 'taken' and request.taken_at > ${takenAfter} and exists (
      select from scheduling.appointments as appointment
      where appointment.organization_id = request.organization_id and appointment.id = request.appointment_id
        and appointment.status = 'booked')))`

/** Of these patients: all requests, or those that wait at `now`, and those that were taken after `takenAfter` and whose visit is still to begin. */
export const listOwnRequests = async (
  db: AnyKysely,
  patientIds: readonly string[],
  current: 'all' | { readonly now: Date; readonly takenAfter: Date },
  after: TimeCursor | null,
  take: number,
): Promise<PlacedRequest[]> => {
  const rows = await placed(db)
    .where('request.patient_id', '=', sql<string>`any(${patientIds}::uuid[])`)
    .$if(current !== 'all', (query) => query.where(isCurrent(current as Exclude<typeof current, 'all'>)))
    .$if(after !== null, (query) => query.where(isAfter(after)))
    .orderBy('request.requested_at')
    .orderBy('request.id')
    .limit(take)
    .execute()
  return rows.map((row) => ({ ...requestOf(row), position: row.position }))
}

/** How many wait for this specialty in this state. */
export const countWaiting = async (
  db: AnyKysely,
  { specialty, stateCode }: Pick<OnDemandRequest, 'specialty' | 'stateCode'>,
): Promise<number> => {
  const row = await tablesOf(db)
    .selectFrom('scheduling.on_demand_requests')
    .select((each) => each.fn.countAll<string>().as('waiting'))
    .where('specialty', '=', specialty)
    .where('state_code', '=', stateCode)
    .where('status', '=', 'waiting')
    .executeTakeFirst()
  return Number(row?.waiting ?? 0)
}

/** What was taken of this specialty in this state after `since`. */
export const readPace = async (
  db: AnyKysely,
  { specialty, stateCode }: Pick<OnDemandRequest, 'specialty' | 'stateCode'>,
  since: Date,
): Promise<Pace> => {
  const row = await tablesOf(db)
    .selectFrom('scheduling.on_demand_requests')
    .select((each) => [each.fn.countAll<string>().as('taken'), each.fn.min('taken_at').as('first')])
    .where('specialty', '=', specialty)
    .where('state_code', '=', stateCode)
    .where('status', '=', 'taken')
    .where('taken_at', '>', since)
    .executeTakeFirst()
  return { taken: Number(row?.taken ?? 0), since: row?.first ?? null }
}

/** Requests that were not renewed in time. */
export const listLeftRequests = async (
  db: AnyKysely,
  _organizationId: string,
  now: Date,
  { limit, id }: DueRows,
): Promise<OnDemandRequest[]> => {
  const rows = await tablesOf(db)
    .selectFrom('scheduling.on_demand_requests')
    .selectAll()
    .where('status', '=', 'waiting')
    .where('renew_by', '<=', now)
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
    .orderBy('renew_by')
    .limit(limit)
    .execute()
  return rows.map((row) => requests.factOf(row))
}
