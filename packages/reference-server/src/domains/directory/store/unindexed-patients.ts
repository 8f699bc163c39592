import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { writeStatement } from '../../../platform/database/changes/write-statement.ts'
import type { EncryptedPatient, PatientIndexes } from './patients.ts'
import { tablesOf } from './tables.ts'

/** Patients from before an index, at most `limit`; only the one with this id if it is given. Decrypts nothing. */
export const listUnindexedPatients = (
  db: AnyKysely,
  { limit, id }: { readonly limit: number; readonly id?: string },
): Promise<EncryptedPatient[]> =>
  tablesOf(db)
    .selectFrom('directory.patients')
    .select(['id', 'zone', 'replaced_by', 'version', 'sealed'])
    .where('names_indexed', '=', false)
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
    .orderBy('id')
    .limit(limit)
    .execute()

/**
 * Conditional: the patient has not changed since. The record itself does not change, and keeps its version. Without indexes (of an erased
 * patient) the row is only marked.
 */
export const markIndexed = (
  { id, version }: EncryptedPatient,
  indexes: Pick<PatientIndexes, 'phoneIndex' | 'nameHashes' | 'nextRecordNumberIndex'> | null,
): Write => ({
  statement: setIndexes,
  values: [id, version, indexes?.phoneIndex ?? null, indexes?.nameHashes ?? [], indexes?.nextRecordNumberIndex ?? null],
})
const setIndexes = writeStatement({
  kind: 'update',
  table: 'directory.patients',
  set: `phone_index = $3::bytea, phone_indexed = true, name_hashes = $4::text[], names_indexed = true,
    next_record_number_index = $5::bytea`,
  where: 'id = $1::uuid and version = $2::integer and not names_indexed',
  isConditional: true,
})
