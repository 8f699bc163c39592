import type { Selectable } from 'kysely'
import type { VaultContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { factTable } from '../../../platform/database/changes/fact-table.ts'
import { newestFirst, type PageCursor } from '../../../platform/database/ids/page-cursor.ts'
import { isUuid, requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import { statusOfIncident, type IncidentFacts, type IncidentTexts } from '../model/incident.ts'
import { tablesOf, type ObligationTables } from './tables.ts'

const table = 'obligations.incidents'
type Row = Selectable<ObligationTables[typeof table]>

const factsOf = (row: Row): IncidentFacts => ({
  id: row.id,
  discoveredOn: row.discovered_on,
  factors: row.factors,
  patientsConcerned: row.patients_concerned,
  notices: row.notices,
  reportedBy: row.reported_by,
  reportedAt: row.reported_at,
  version: row.version,
})

/** As stored: JSON is written as text. */
interface StoredIncident extends Omit<IncidentFacts, 'factors' | 'notices'> {
  readonly factors: string | null
  readonly notices: string
  readonly closed: boolean
}

const storedOf = (incident: IncidentFacts): StoredIncident => ({
  ...incident,
  factors: incident.factors === null ? null : JSON.stringify(incident.factors),
  notices: JSON.stringify(incident.notices),
  closed: statusOfIncident(incident) === 'closed',
})

const incidents = factTable<StoredIncident>(
  table,
  {
    id: ['id', 'uuid'],
    discoveredOn: ['discovered_on', 'text'],
    factors: ['factors', 'jsonb'],
    patientsConcerned: ['patients_concerned', 'integer'],
    notices: ['notices', 'jsonb'],
    closed: ['closed', 'boolean'],
    reportedBy: ['reported_by', 'uuid'],
    reportedAt: ['reported_at', 'timestamptz'],
    version: ['version', 'integer'],
  },
  { fixed: ['discoveredOn', 'reportedBy', 'reportedAt'], sealedFor: () => null },
)

/** An incident that is still encrypted. */
export interface EncryptedIncident extends IncidentFacts {
  readonly decrypt: () => Promise<IncidentTexts>
}

const encryptedOf = (db: AnyKysely, { access, caller, vault }: VaultContext, row: Row): EncryptedIncident => ({
  ...factsOf(row),
  decrypt: () =>
    vault.open<IncidentTexts>(
      db,
      access,
      { organizationId: caller.organizationId, table, rowId: row.id, patientId: null },
      row.sealed,
    ),
})

export const insertIncident = (incident: IncidentFacts, texts: IncidentTexts): Write =>
  incidents.insert(storedOf(incident), texts)

/** Conditional: the incident is still as gathered in `before`. Without `texts` they stay. */
export const replaceIncident = (after: IncidentFacts, before: IncidentFacts, texts?: IncidentTexts): Write =>
  incidents.replace(storedOf(after), storedOf(before), texts)

export const readIncident = async (db: AnyKysely, context: VaultContext, id: string): Promise<EncryptedIncident> => {
  const row = await tablesOf(db).selectFrom(table).selectAll().where('id', '=', requireUuid(id)).executeTakeFirst()
  if (!row) throw notFound('incident_unknown')
  return encryptedOf(db, context, row)
}

export const listIncidents = async (
  db: AnyKysely,
  context: VaultContext,
  page: PageCursor,
): Promise<readonly EncryptedIncident[]> => {
  const rows = await tablesOf(db).selectFrom(table).selectAll().$call(newestFirst(page)).execute()
  return rows.map((row) => encryptedOf(db, context, row))
}

/** Incidents with something left to do, at most `take`. Decrypts nothing. */
export const listUnclosed = async (db: AnyKysely, take: number): Promise<readonly IncidentFacts[]> => {
  const rows = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('closed', '=', false)
    .orderBy('id')
    .limit(take)
    .execute()
  return rows.map(factsOf)
}

export const hasIncident = async (db: AnyKysely, id: string): Promise<boolean> =>
  isUuid(id) &&
  (await tablesOf(db).selectFrom(table).select('id').where('id', '=', id).executeTakeFirst()) !== undefined
