import { sql } from 'kysely'
import type { RequestContext, VaultContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { factTable } from '../../../platform/database/changes/fact-table.ts'
import type { Preferences } from '../model/preferences.ts'
import { tablesOf } from './tables.ts'

const table = 'messaging.preferences'

export interface EncryptedPreferences {
  readonly version: number
  readonly sealed: Uint8Array
}

/** The patient's preferences; null if they never set any. */
export const readPreferences = async (
  db: AnyKysely,
  context: VaultContext,
  patientId: string,
): Promise<Preferences | null> => {
  const row = await tablesOf(db).selectFrom(table).selectAll().where('id', '=', patientId).executeTakeFirst()
  return row ? decryptPreferences(db, context, patientId, row) : null
}

export const decryptPreferences = async (
  db: AnyKysely,
  { caller, access, vault }: VaultContext,
  patientId: string,
  { version, sealed }: EncryptedPreferences,
): Promise<Preferences> => {
  const place = { organizationId: caller.organizationId, table, rowId: patientId, patientId }
  return { ...(await vault.open<Omit<Preferences, 'version'>>(db, access, place, sealed)), version }
}

const preferencesTable = factTable<{ readonly id: string; readonly version: number }>(
  table,
  { id: ['id', 'uuid'], version: ['version', 'integer'] },
  { sealedFor: ({ id }) => id },
)

/** Stores the preferences as version `version`. Conditional: the stored version is the previous one. */
export const writePreferences = (patientId: string, { version, ...chosen }: Preferences): Write => {
  const after = { id: patientId, version }
  return version === 1
    ? preferencesTable.insertOnce(after, chosen)
    : preferencesTable.replace(after, { id: patientId, version: version - 1 }, chosen)
}

/** A blind index of a number, for places where it must not be readable: for STOP, which names no patient. */
export const numberIndex = (
  db: AnyKysely,
  { caller, vault }: Pick<RequestContext, 'caller' | 'vault'>,
  number: string,
): Promise<Uint8Array> => vault.blindIndex(db, caller.organizationId, 'messaging.number', number)

export const isStopped = async (db: AnyKysely, index: Uint8Array): Promise<boolean> => {
  const { rows } = await sql`select from messaging.stopped_numbers where number_index = ${index} limit 1`.execute(db)
  return rows.length > 0
}

export const insertStoppedNumber = async (
  tx: AnyKysely,
  { caller, now, newId }: Pick<RequestContext, 'caller' | 'now' | 'newId'>,
  index: Uint8Array,
): Promise<void> => {
  await sql`insert into messaging.stopped_numbers (organization_id, id, number_index, at)
    values (${caller.organizationId}, ${newId()}, ${index}, ${now}) on conflict do nothing`.execute(tx)
}

export const deleteStoppedNumber = async (tx: AnyKysely, index: Uint8Array): Promise<void> => {
  await sql`delete from messaging.stopped_numbers where number_index = ${index}`.execute(tx)
}
