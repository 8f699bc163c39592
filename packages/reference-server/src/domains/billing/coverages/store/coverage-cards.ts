import { requireUuid } from '../../../../platform/database/ids/require-uuid.ts'
import type { RequestContext, VaultContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { Write } from '../../../../platform/contracts/write.ts'
import { writeStatement } from '../../../../platform/database/changes/write-statement.ts'
import { sealContextIn, withinReach } from '../../kernel/store/within-reach.ts'
import { tablesOf, type BillingTables } from '../../kernel/store/tables.ts'

const table = 'billing.coverage_cards'
const sealContext = sealContextIn('coverage_cards')

/** A picture of one side of an insurance card. Its content is encrypted in `sealed`. */
export interface CardPicture {
  /** Another one after the picture was replaced. */
  readonly id: string
  readonly patientId: string
  readonly side: BillingTables[typeof table]['side']
  readonly mediaType: BillingTables[typeof table]['media_type']
  readonly bytes: number
  readonly addedAt: Date
}

/** The pictures of a patient's card, the front first. Decrypts nothing. */
export const listCardPictures = async (db: AnyKysely, patientId: string): Promise<readonly CardPicture[]> => {
  const rows = await tablesOf(db)
    .selectFrom(table)
    .select(['id', 'patient_id', 'side', 'media_type', 'bytes', 'added_at'])
    .where('patient_id', '=', requireUuid(patientId))
    .orderBy('side', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    patientId: row.patient_id,
    side: row.side,
    mediaType: row.media_type,
    bytes: row.bytes,
    addedAt: row.added_at,
  }))
}

/** Whose picture it is. Throws `not_found`, also outside the caller's reach. */
export const patientOfPicture = async (
  db: AnyKysely,
  context: Pick<RequestContext, 'access' | 'caller'>,
  id: string,
): Promise<{ readonly patientId: string; readonly mediaType: CardPicture['mediaType'] }> => {
  const row = await tablesOf(db)
    .selectFrom(table)
    .select(['patient_id', 'media_type'])
    .where('id', '=', requireUuid(id))
    .executeTakeFirst()
  const found = withinReach(context, row)
  return { patientId: found.patient_id, mediaType: found.media_type }
}

/** Decrypts the picture, and records the access. */
export const decryptPicture = async (
  db: AnyKysely,
  context: VaultContext & Pick<RequestContext, 'access'>,
  id: string,
): Promise<Buffer> => {
  const { access, vault, caller } = context
  const row = await tablesOf(db)
    .selectFrom(table)
    .select(['patient_id', 'sealed'])
    .where('id', '=', requireUuid(id))
    .executeTakeFirst()
  const { patient_id: patientId, sealed } = withinReach(context, row)
  const place = sealContext(caller.organizationId, id, patientId)
  const { content } = await vault.open<{ content: string }>(db, access, place, sealed)
  return Buffer.from(content, 'base64')
}

/** In place of the picture of the same side. Of two that arrive at once, the later one stays. */
export const putCardPicture = (picture: CardPicture, content: Buffer): Write => {
  const { id, patientId, side, mediaType, bytes, addedAt } = picture
  return {
    statement: put,
    values: [id, patientId, side, mediaType, bytes, addedAt, null],
    rowId: id,
    sealed: { at: 6, rowId: id, patientId, value: { content: content.toString('base64') } },
  }
}
const put = writeStatement({
  kind: 'insert',
  table,
  columns: ['id', 'patient_id', 'side', 'media_type', 'bytes', 'added_at', 'sealed'],
  values: [...['$1::uuid', '$2::uuid', '$3::text', '$4::text', '$5::integer', '$6::timestamptz', '$7::bytea']],
  isConditional: false,
  onConflict: `(organization_id, patient_id, side) do update set id = excluded.id, media_type = excluded.media_type,
    bytes = excluded.bytes, added_at = excluded.added_at, sealed = excluded.sealed`,
})

export const removeCardPicture = (patientId: string, side: CardPicture['side']): Write => ({
  statement: remove,
  values: [patientId, side],
})
const remove = writeStatement({
  kind: 'delete',
  table,
  where: 'patient_id = $1::uuid and side = $2::text',
  isConditional: false,
})
