import { sql } from 'kysely'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { factTable } from '../../../platform/database/changes/fact-table.ts'
import type { LedgerPage } from './followed-ledger.ts'
import { tablesOf } from './tables.ts'

const table = 'compliance.monitor_positions'

/** How far the monitor has read an organization's ledger, and which days it has finished. */
export interface MonitorPosition {
  /** The organization's. */
  readonly id: string
  readonly sequence: number
  /** The last day that has ended and was compared with its peers. */
  readonly finishedDay: number
  readonly version: number
}

const positions = factTable<MonitorPosition>(table, {
  id: ['id', 'uuid'],
  sequence: ['sequence', 'bigint'],
  finishedDay: ['finished_day', 'integer'],
  version: ['version', 'integer'],
})

/** Conditional: the position is still as gathered in `before`. */
export const writeMonitorPosition = (after: MonitorPosition, before: MonitorPosition | null): Write =>
  before === null ? positions.insertOnce(after) : positions.replace(after, before)

/** The position, null before the first run, and the last number in the chain. */
export const findMonitorPosition = async (
  db: AnyKysely,
  organizationId: string,
): Promise<{ readonly position: MonitorPosition | null; readonly head: number }> => {
  const { rows } = await sql<{ head: string; sequence: string | null; finished_day: number; version: number }>`
    select audit.last_sequence() as head, position.sequence, position.finished_day, position.version
    from (select ${organizationId}::uuid as id) as organization
    left join compliance.monitor_positions as position
      on position.organization_id = organization.id and position.id = organization.id`.execute(db)
  const [found] = rows
  if (!found) throw new Error('A row is selected in any case.')
  const { head, sequence, finished_day: finishedDay, version } = found
  return {
    head: Number(head),
    position: sequence === null ? null : { id: organizationId, sequence: Number(sequence), finishedDay, version },
  }
}

/** A quarter of an hour in which a member did something, and the least id of it. */
export interface ActiveQuarter {
  readonly memberId: string
  readonly at: Date
  readonly firstAccessId: string
}

/** When these members did something in a page of the ledger. */
export const listActiveQuarters = async (
  db: AnyKysely,
  { firstId, lastId }: LedgerPage,
  memberIds: readonly string[],
): Promise<readonly ActiveQuarter[]> => {
  const { rows } = await sql<ActiveQuarter>`
    select actor as "memberId", date_bin('15 minutes', at, 'epoch') as at, min(id::text) as "firstAccessId"
    from audit.accesses
    where actor = any(${memberIds}::uuid[]) and id >= ${firstId}::uuid and id <= ${lastId}::uuid
      and actor_kind = 'member' and outcome = 'done'
    group by actor, date_bin('15 minutes', at, 'epoch')`.execute(db)
  return rows
}

/** The emergency accesses that were reviewed in a page of the ledger. */
export const listReviewedInPage = async (
  db: AnyKysely,
  { firstId, lastId }: LedgerPage,
): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    select distinct entity_id as id from audit.accesses
    where id >= ${firstId}::uuid and id <= ${lastId}::uuid
      and operation = 'reviewEmergencyAccess' and outcome = 'done' and entity_id is not null`.execute(db)
  return rows.map(({ id }) => id)
}

/** A row of the ledger as the monitor reads it. */
export interface MonitoredRow {
  readonly id: string
  readonly at: Date
  readonly memberId: string
  readonly role: string
  readonly action: string
  readonly entity: string
  readonly patientId: string | null
  readonly because: string
  readonly onBehalfOf: string | null
}

/** What these members did from these accesses on, in a time. Longer than a day, because a day begins and ends by the organization's clock. */
export const listRowsOfMembers = async (
  db: AnyKysely,
  members: readonly { readonly memberId: string; readonly firstAccessId: string }[],
  from: Date,
  to: Date,
): Promise<readonly MonitoredRow[]> => {
  const first = members.map(({ firstAccessId }) => firstAccessId).toSorted()[0]
  if (first === undefined) return []
  const rows = await tablesOf(db)
    .selectFrom('audit.accesses')
    .select(['id', 'at', 'action', 'entity', 'patient as patientId', 'because', 'actor_role as role'])
    .select([sql<string>`actor`.as('memberId'), 'on_behalf_of as onBehalfOf'])
    .where('actor', '=', sql<string>`any(${members.map(({ memberId }) => memberId)}::uuid[])`)
    .where('id', '>=', first)
    .where('at', '>=', from)
    .where('at', '<', to)
    .where('actor_kind', '=', 'member')
    .where('outcome', '=', 'done')
    .where('action', 'in', ['read', 'search', 'print', 'export'])
    .orderBy('id')
    .execute()
  return rows
}
