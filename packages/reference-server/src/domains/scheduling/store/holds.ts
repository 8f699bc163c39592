import { sql, type Selectable } from 'kysely'
import { notFound } from '../../../platform/problems/problem.ts'
import type { RequestContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely, RowLock } from '../../../platform/contracts/database.ts'
import type { Hold } from '../model/hold.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { tablesOf, type SchedulingTables } from './tables.ts'

const holdOf = (row: Selectable<SchedulingTables['scheduling.holds']>): Hold => ({
  id: row.id,
  visitTypeId: row.visit_type_id,
  practitionerId: row.practitioner_id,
  personId: row.person_id,
  patientId: row.patient_id,
  stateCode: row.state_code,
  start: row.start_at,
  end: row.end_at,
  expiresAt: row.expires_at,
  renewals: row.renewals,
  state: row.state,
})

/** A hold that the caller may use: their own, or anyone's for staff. Throws `not_found` otherwise. */
export const readHold = async (
  db: AnyKysely,
  { caller, access }: Pick<RequestContext, 'caller' | 'access'>,
  id: string,
  lock: RowLock = 'none',
): Promise<Hold> => {
  const row = await tablesOf(db)
    .selectFrom('scheduling.holds')
    .selectAll()
    .where('id', '=', requireUuid(id))
    .$if(lock === 'for-update', (query) => query.forUpdate())
    .executeTakeFirst()
  if (!row || (access.reach === 'own' && row.person_id !== caller.personId)) throw notFound('hold_unknown')
  return holdOf(row)
}

/** The insert statement, for `defer`, once the time is reserved. */
export const insertHoldStatement = (tx: AnyKysely, organizationId: string, hold: Hold) =>
  tablesOf(tx).insertInto('scheduling.holds').values({
    organization_id: organizationId,
    id: hold.id,
    visit_type_id: hold.visitTypeId,
    practitioner_id: hold.practitionerId,
    person_id: hold.personId,
    patient_id: hold.patientId,
    state_code: hold.stateCode,
    start_at: hold.start,
    end_at: hold.end,
    expires_at: hold.expiresAt,
    renewals: hold.renewals,
    state: hold.state,
  })

/** The changeable columns of a hold. */
export const updateHoldStatement = (tx: AnyKysely, hold: Hold) =>
  tablesOf(tx)
    .updateTable('scheduling.holds')
    .set({ expires_at: hold.expiresAt, renewals: hold.renewals, state: hold.state })
    .where('id', '=', hold.id)

export const updateHold = async (tx: AnyKysely, hold: Hold): Promise<void> => {
  await updateHoldStatement(tx, hold).execute()
}

/** The number of holds of this person at `now`. */
export const countHolds = async (tx: AnyKysely, personId: string, now: Date): Promise<number> => {
  const { held } = await tablesOf(tx)
    .selectFrom('scheduling.holds')
    .select(sql<number>`count(*)::integer`.as('held'))
    .where('person_id', '=', personId)
    .where('state', '=', 'held')
    .where('expires_at', '>', now)
    .executeTakeFirstOrThrow()
  return held
}
