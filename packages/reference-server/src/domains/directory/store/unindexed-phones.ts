import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { writeStatement } from '../../../platform/database/changes/write-statement.ts'
import type { EncryptedPatient } from './patients.ts'
import { tablesOf } from './tables.ts'

/** Patients from before the index of telephone numbers, at most `limit`; only the one with this id if it is given. Decrypts nothing. */
export const listUnindexedPhones = (
  db: AnyKysely,
  { limit, id }: { readonly limit: number; readonly id?: string },
): Promise<EncryptedPatient[]> =>
  tablesOf(db)
    .selectFrom('directory.patients')
    .select(['id', 'zone', 'version', 'sealed'])
    .where('phone_indexed', '=', false)
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
    .orderBy('id')
    .limit(limit)
    .execute()

/** Conditional: the patient has not changed since. The record itself does not change, and keeps its version. */
export const indexPhone = ({ id, version }: EncryptedPatient, phoneIndex: Uint8Array | null): Write => ({
  statement: setPhoneIndex,
  values: [id, version, phoneIndex],
})
const setPhoneIndex = writeStatement({
  kind: 'update',
  table: 'directory.patients',
  set: 'phone_index = $3::bytea, phone_indexed = true',
  where: 'id = $1::uuid and version = $2::integer and not phone_indexed',
  isConditional: true,
})
