import type { components } from '@visitkit/contract'
import type { VaultContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { writeStatement } from '../../../platform/database/changes/write-statement.ts'
import type { Draft, DraftKey } from '../model/draft.ts'
import { tablesOf } from './tables.ts'

type DraftField = components['schemas']['DraftField']

const table = 'directory.drafts'

export interface EncryptedDraft extends Draft {
  readonly sealed: Uint8Array
}

/** Decrypts nothing; null if nothing is kept. */
export const findDraft = async (
  db: AnyKysely,
  { personId, place, about }: DraftKey,
): Promise<EncryptedDraft | null> => {
  const row = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('person_id', '=', personId)
    .where('place', '=', place)
    .where('about', '=', about)
    .executeTakeFirst()
  if (!row) return null
  const { id, patient_id: patientId, saved_at: savedAt, sealed } = row
  return { id, personId, place, about, patientId, savedAt, sealed }
}

export const decryptDraft = async (
  db: AnyKysely,
  { caller, access, vault }: VaultContext,
  { id, patientId, sealed }: EncryptedDraft,
): Promise<readonly DraftField[]> => {
  const place = { organizationId: caller.organizationId, table, rowId: id, patientId }
  return (await vault.open<{ readonly fields: readonly DraftField[] }>(db, access, place, sealed)).fields
}

/** In place of what the person had kept there. */
export const putDraft = (draft: Draft, fields: readonly DraftField[]): Write => {
  const { id, personId, place, about, patientId, savedAt } = draft
  return {
    statement: put,
    values: [id, personId, place, about, patientId, savedAt, null],
    rowId: id,
    sealed: { at: 6, rowId: id, patientId, value: { fields } },
  }
}
const put = writeStatement({
  kind: 'insert',
  table,
  columns: ['id', 'person_id', 'place', 'about', 'patient_id', 'saved_at', 'sealed'],
  values: ['$1::uuid', '$2::uuid', '$3::text', '$4::uuid', '$5::uuid', '$6::timestamptz', '$7::bytea'],
  isConditional: false,
  onConflict: `(organization_id, person_id, place, about) do update set id = excluded.id, patient_id = excluded.patient_id,
    saved_at = excluded.saved_at, sealed = excluded.sealed`,
})

export const removeDraft = ({ personId, place, about }: DraftKey): Write => ({
  statement: remove,
  values: [personId, place, about],
})
const remove = writeStatement({
  kind: 'delete',
  table,
  where: 'person_id = $1::uuid and place = $2::text and about = $3::uuid',
  isConditional: false,
})

export const deleteDrafts = (savedBefore: Date): Write => ({ statement: deleteOld, values: [savedBefore] })
const deleteOld = writeStatement({ kind: 'delete', table, where: 'saved_at < $1::timestamptz', isConditional: false })
