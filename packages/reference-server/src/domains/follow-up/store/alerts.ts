import type { Selectable } from 'kysely'
import type { VaultContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { factTable } from '../../../platform/database/changes/fact-table.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import type { DueRows } from '../../../platform/system/change-each-due.ts'
import type { Alert, AlertCode, AlertFacts } from '../model/alert.ts'
import { decryptContent, withinReach } from './sealed-content.ts'
import { tablesOf, type FollowUpTables } from './tables.ts'

const table = 'follow_up.alerts'
type Row = Selectable<FollowUpTables[typeof table]>

const factsOf = (row: Row): AlertFacts => ({
  id: row.id,
  patientId: row.patient_id,
  appointmentId: row.appointment_id,
  practitionerId: row.practitioner_id,
  codeIndex: row.code_index,
  raisedAt: row.raised_at,
  escalateAt: row.escalate_at,
  escalatedAt: row.escalated_at,
  shownAt: row.shown_at,
  acknowledgedAt: row.acknowledged_at,
  acknowledgedBy: row.acknowledged_by,
  version: row.version,
})

/** An alert that is still encrypted. */
export interface EncryptedAlert {
  readonly facts: AlertFacts
  /** Decrypts the code and records the access. */
  readonly decrypt: () => Promise<Alert>
}

const encryptedOf = (db: AnyKysely, context: VaultContext, row: Row): EncryptedAlert => {
  const facts = factsOf(row)
  const position = { table, rowId: facts.id, patientId: facts.patientId } as const
  return {
    facts,
    decrypt: async () => ({
      ...facts,
      ...(await decryptContent<Pick<Alert, 'code' | 'guidance'>>(db, context, position, row.sealed)),
    }),
  }
}

/** A blind index of a code: which emergency it is must not be readable in the database. */
export const indexOfCode = (
  db: AnyKysely,
  { caller, vault }: VaultContext,
  appointmentId: string,
  code: AlertCode,
): Promise<Uint8Array> => vault.blindIndex(db, caller.organizationId, 'follow_up.alert', `${appointmentId} ${code}`)

export interface AlertFilter {
  readonly patientId?: string | undefined
  /** Acknowledged ones, the last first, since this time; without it the open ones, the oldest first. */
  readonly acknowledgedSince?: Date
}

export const listAlerts = async (
  db: AnyKysely,
  context: VaultContext,
  { patientId, acknowledgedSince }: AlertFilter,
  take: number,
): Promise<readonly EncryptedAlert[]> => {
  const query = tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('organization_id', '=', context.caller.organizationId)
    .$if(patientId !== undefined, (rows) => rows.where('patient_id', '=', requireUuid(patientId ?? '')))
  const rows =
    acknowledgedSince === undefined
      ? query.where('acknowledged_at', 'is', null).orderBy('raised_at').orderBy('id')
      : query.where('acknowledged_at', '>', acknowledgedSince).orderBy('acknowledged_at', 'desc').orderBy('id', 'desc')
  return (await rows.limit(take).execute()).map((row) => encryptedOf(db, context, row))
}

export const listAlertsByAppointment = async (
  db: AnyKysely,
  context: VaultContext,
  appointmentId: string,
): Promise<readonly EncryptedAlert[]> => {
  const rows = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('organization_id', '=', context.caller.organizationId)
    .where('appointment_id', '=', requireUuid(appointmentId))
    .orderBy('raised_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => encryptedOf(db, context, row))
}

/** Throws `not_found`, also for an alert that is not accessible to the caller. */
export const readAlert = async (db: AnyKysely, context: VaultContext, alertId: string): Promise<Alert> => {
  const row = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('organization_id', '=', context.caller.organizationId)
    .where('id', '=', requireUuid(alertId))
    .executeTakeFirst()
  return encryptedOf(db, context, withinReach(context, row)).decrypt()
}

/** Which of an appointment's alerts were raised before, by the hex of their index. Decrypts nothing. */
export const findRaisedCodes = async (db: AnyKysely, appointmentId: string): Promise<ReadonlySet<string>> => {
  const rows = await tablesOf(db)
    .selectFrom(table)
    .select('code_index')
    .where('appointment_id', '=', requireUuid(appointmentId))
    .execute()
  return new Set(rows.map(({ code_index: index }) => Buffer.from(index).toString('hex')))
}

/** Open alerts that no one acknowledged in time, at most `limit`; only the one with this id if it is given. Decrypts nothing. */
export const listAlertsToEscalate = async (
  db: AnyKysely,
  organizationId: string,
  now: Date,
  { limit, id }: DueRows,
): Promise<readonly AlertFacts[]> => {
  const rows = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('escalate_at', '<=', now)
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
    .orderBy('escalate_at')
    .limit(limit)
    .execute()
  return rows.map(factsOf)
}

const alerts = factTable<AlertFacts>(
  table,
  {
    id: ['id', 'uuid'],
    patientId: ['patient_id', 'uuid'],
    appointmentId: ['appointment_id', 'uuid'],
    practitionerId: ['practitioner_id', 'uuid'],
    codeIndex: ['code_index', 'bytea'],
    raisedAt: ['raised_at', 'timestamptz'],
    escalateAt: ['escalate_at', 'timestamptz'],
    escalatedAt: ['escalated_at', 'timestamptz'],
    shownAt: ['shown_at', 'timestamptz'],
    acknowledgedAt: ['acknowledged_at', 'timestamptz'],
    acknowledgedBy: ['acknowledged_by', 'uuid'],
    version: ['version', 'integer'],
  },
  {
    fixed: ['patientId', 'appointmentId', 'practitionerId', 'codeIndex', 'raisedAt'],
    sealedFor: ({ patientId }) => patientId,
  },
)

/** Its appointment and code must be new: a second alert for them violates a constraint. */
export const insertAlert = ({ code, guidance, ...facts }: Alert): Write => alerts.insert(facts, { code, guidance })

/** Conditional: the alert is still as gathered in `before`. */
export const replaceAlert = (after: AlertFacts, before: AlertFacts): Write => alerts.replace(after, before)
