import { sql } from 'kysely'
import type { RequestContext, VaultContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { factTable } from '../../../platform/database/changes/fact-table.ts'
import { factsInMemory } from '../../../platform/database/facts/fact-memory.ts'
import { preparedRead, type Placeholders } from '../../../platform/database/reads/prepared-read.ts'
import { writeStatement } from '../../../platform/database/changes/write-statement.ts'
import type { Preferences } from '../model/preferences.ts'
import { tablesOf } from './tables.ts'

const table = 'messaging.preferences'

export interface EncryptedPreferences {
  readonly version: number
  readonly sealed: Uint8Array
}

/** As encrypted. Preferences of an earlier release have no `tellFirstAccess`. */
type Kept = Omit<Preferences, 'version' | 'tellFirstAccess'> & Partial<Pick<Preferences, 'tellFirstAccess'>>

/** The patient's preferences; null if they never set any. */
export const readPreferences = async (
  db: AnyKysely,
  context: VaultContext,
  patientId: string,
): Promise<Preferences | null> => {
  const row = await tablesOf(db).selectFrom(table).selectAll().where('id', '=', patientId).executeTakeFirst()
  return row ? decryptPreferences(db, context, patientId, row) : null
}

const inMemory = factsInMemory('messaging.preferences', {
  'messaging.preferences-changed': ({ patientId }) => patientId,
})

/** Still encrypted; null if the patient never set any. */
export const findPreferences = async (db: AnyKysely, patientId: string): Promise<EncryptedPreferences | null> => {
  const { chosen } = await inMemory(db, patientId, async () => {
    const [row] = await selectPreferences(db, { patientId })
    return { chosen: row ?? null }
  })
  return chosen
}
const selectPreferences = preparedRead((db, { patientId }: Placeholders<{ patientId: string }>) =>
  tablesOf(db).selectFrom(table).select(['version', 'sealed']).where('id', '=', patientId),
)

export const decryptPreferences = async (
  db: AnyKysely,
  { caller, access, vault }: VaultContext,
  patientId: string,
  { version, sealed }: EncryptedPreferences,
): Promise<Preferences> => {
  const place = { organizationId: caller.organizationId, table, rowId: patientId, patientId }
  const kept = await vault.open<Kept>(db, access, place, sealed)
  return { ...kept, tellFirstAccess: kept.tellFirstAccess ?? false, version }
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

/** The latest word of a number, and whether other patients than this one receive texts there. */
export interface WordOfNumber {
  readonly word: 'stop' | 'start' | null
  readonly isShared: boolean
}

export const readWordOfNumber = async (db: AnyKysely, index: Uint8Array, patientId: string): Promise<WordOfNumber> => {
  const { rows } = await sql<{ readonly stopped: boolean; readonly shared: boolean }>`select stopped,
      exists (select from messaging.deliveries where number_index = ${index} and patient_id <> ${patientId}::uuid) as shared
    from messaging.stopped_numbers where number_index = ${index} limit 1`.execute(db)
  const [row] = rows
  return { word: row ? (row.stopped ? 'stop' : 'start') : null, isShared: row?.shared ?? false }
}

/**
 * The word of a number: STOP, or START, which revokes it. Conditional: it is newer than the word before, by the vendor's time, so that a
 * repeated or a late START never undoes a STOP. Of two words at one moment STOP counts.
 */
export const writeWordOfNumber = (
  id: string,
  index: Uint8Array,
  { isStopped: stopped, at }: { readonly isStopped: boolean; readonly at: Date },
): Write => ({ statement: insertWord, values: [id, index, stopped, at] })
const insertWord = writeStatement({
  kind: 'insert',
  table: 'messaging.stopped_numbers',
  columns: ['id', 'number_index', 'stopped', 'at'],
  values: ['$1::uuid', '$2::bytea', '$3::boolean', '$4::timestamptz'],
  isConditional: true,
  onConflict: `(organization_id, number_index) do update set stopped = excluded.stopped, at = excluded.at
    where excluded.at > stopped_numbers.at
      or (excluded.at = stopped_numbers.at and excluded.stopped and not stopped_numbers.stopped)`,
})
