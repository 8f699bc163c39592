import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { factTable } from '../../../platform/database/changes/fact-table.ts'
import { writeStatement } from '../../../platform/database/changes/write-statement.ts'
import type { KnownReader, ReaderWatch } from '../model/reader-watch.ts'
import { tablesOf } from './tables.ts'

const table = 'compliance.reader_watches'

/** Columns of a watch, in the shape of `ReaderWatch`. */
export const watchColumns = [
  'watch.id',
  'watch.status',
  'watch.since',
  'watch.preferences_version as preferencesVersion',
  'watch.told_from as toldFrom',
  'watch.version',
] as const

const selectWatches = (db: AnyKysely) => tablesOf(db).selectFrom(`${table} as watch`).select(watchColumns)

/** Null for a patient who never asked. */
export const findWatch = async (db: AnyKysely, patientId: string): Promise<ReaderWatch | null> =>
  (await selectWatches(db).where('watch.id', '=', patientId).executeTakeFirst()) ?? null

/** Watches whose earlier readers are not known yet. */
export const listLearning = (db: AnyKysely, limit: number): Promise<readonly ReaderWatch[]> =>
  selectWatches(db).where('watch.status', '=', 'learning').orderBy('watch.id').limit(limit).execute()

const watches = factTable<ReaderWatch>(table, {
  id: ['id', 'uuid'],
  status: ['status', 'text'],
  since: ['since', 'timestamptz'],
  preferencesVersion: ['preferences_version', 'integer'],
  toldFrom: ['told_from', 'timestamptz'],
  version: ['version', 'integer'],
})

/** Conditional: the watch is still as gathered in `before`. */
export const writeWatch = (after: ReaderWatch, before: ReaderWatch | null): Write =>
  before === null ? watches.insertOnce(after) : watches.replace(after, before)

/** Remembers people who opened the record of one patient. Those who are known already stay as they are. */
export const insertReaders = (patientId: string, readers: readonly KnownReader[], newId: () => string): Write => ({
  statement: insertKnown,
  values: [
    readers.map(() => newId()),
    patientId,
    readers.map(({ actorId }) => actorId),
    readers.map(({ accessId }) => accessId),
    readers.map(({ isNew }) => isNew),
  ],
})
const insertKnown = writeStatement({
  kind: 'insert',
  table: 'compliance.known_readers',
  columns: ['id', 'patient_id', 'actor_id', 'access_id', 'is_new'],
  values: ['unnest($1::uuid[])', '$2::uuid', 'unnest($3::uuid[])', 'unnest($4::uuid[])', 'unnest($5::boolean[])'],
  isConditional: false,
  onConflict: '(organization_id, patient_id, actor_id) do nothing',
})

/** Forgets everyone who opened this patient's record. */
export const forgetReaders = (patientId: string): Write => ({ statement: deleteKnown, values: [patientId] })
const deleteKnown = writeStatement({
  kind: 'delete',
  table: 'compliance.known_readers',
  where: 'patient_id = $1::uuid',
  isConditional: false,
})
