import type { VaultContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { writeStatement } from '../../../platform/database/changes/write-statement.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { CleanPicture } from '../../../platform/pictures/clean-picture.ts'
import { tablesOf } from './tables.ts'

const table = 'directory.practitioner_photos'

export interface PractitionerPhoto extends CleanPicture {
  readonly id: string
  readonly practitionerId: string
}

/** Decrypted. Throws `not_found`, also for a photo that was replaced. */
export const readPhoto = async (
  db: AnyKysely,
  { caller, access, vault }: VaultContext,
  id: string,
): Promise<CleanPicture> => {
  const row = await tablesOf(db).selectFrom(table).selectAll().where('id', '=', requireUuid(id)).executeTakeFirst()
  if (!row) throw notFound('photo_unknown')
  const place = { organizationId: caller.organizationId, table, rowId: id, patientId: null }
  const { content } = await vault.open<{ readonly content: string }>(db, access, place, row.sealed)
  return { mediaType: row.media_type, content: Buffer.from(content, 'base64') }
}

/** In place of the photo before. */
export const putPhoto = ({ id, practitionerId, mediaType, content }: PractitionerPhoto): Write => ({
  statement: put,
  values: [id, practitionerId, mediaType, null],
  rowId: id,
  sealed: { at: 3, rowId: id, patientId: null, value: { content: content.toString('base64') } },
})
const put = writeStatement({
  kind: 'insert',
  table,
  columns: ['id', 'practitioner_id', 'media_type', 'sealed'],
  values: ['$1::uuid', '$2::uuid', '$3::text', '$4::bytea'],
  isConditional: false,
  onConflict: `(organization_id, practitioner_id) do update set id = excluded.id, media_type = excluded.media_type,
    sealed = excluded.sealed`,
})

export const removePhoto = (practitionerId: string): Write => ({ statement: remove, values: [practitionerId] })
const remove = writeStatement({ kind: 'delete', table, where: 'practitioner_id = $1::uuid', isConditional: false })
