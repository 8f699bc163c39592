import { sql } from 'kysely'
import type { RequestContext, VaultContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { SealContext } from '../../../../platform/contracts/vault.ts'
import type { Favorite } from '../model/favorite.ts'
import { tablesOf } from '../../kernel/store/tables.ts'

const table = 'prescriptions.favorites'

/** Belongs to no patient: encrypted with the organization's key. */
const sealContextOf = ({ caller }: Pick<RequestContext, 'caller'>, rowId: string): SealContext => ({
  organizationId: caller.organizationId,
  table,
  rowId,
  patientId: null,
})

/** Locks a practitioner's favorites until the transaction ends, so that their number and names do not change. */
export const lockFavorites = async (
  tx: AnyKysely,
  { caller }: Pick<RequestContext, 'caller'>,
  practitionerId: string,
): Promise<void> => {
  const key = `prescriptions.favorites/${caller.organizationId}/${practitionerId}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx)
}

/** All favorites of a practitioner, decrypted. */
export const listFavoritesByPractitioner = async (
  db: AnyKysely,
  context: VaultContext,
  practitionerId: string,
): Promise<readonly Favorite[]> => {
  const rows = await tablesOf(db)
    .selectFrom(table)
    .select(['id', 'version', 'sealed'])
    .where('organization_id', '=', context.caller.organizationId)
    .where('practitioner_id', '=', practitionerId)
    .execute()
  return Promise.all(
    rows.map(async ({ id, version, sealed }) => ({
      id,
      version,
      content: await context.vault.open<Favorite['content']>(db, context.access, sealContextOf(context, id), sealed),
    })),
  )
}

export const insertFavorite = async (
  tx: AnyKysely,
  context: VaultContext,
  practitionerId: string,
  { id, version, content }: Favorite,
): Promise<void> => {
  await tablesOf(tx)
    .insertInto(table)
    .values({
      organization_id: context.caller.organizationId,
      id,
      practitioner_id: practitionerId,
      version,
      sealed: await context.vault.seal(tx, sealContextOf(context, id), content),
    })
    .execute()
}

/** Requires `lockFavorites`. */
export const updateFavorite = async (
  tx: AnyKysely,
  context: VaultContext,
  { id, version, content }: Favorite,
): Promise<void> => {
  await tablesOf(tx)
    .updateTable(table)
    .set({ version, sealed: await context.vault.seal(tx, sealContextOf(context, id), content) })
    .where('organization_id', '=', context.caller.organizationId)
    .where('id', '=', id)
    .execute()
}

/** False if the practitioner has no such favorite. Decrypts nothing. */
export const deleteFavorite = async (
  tx: AnyKysely,
  { caller }: Pick<RequestContext, 'caller'>,
  practitionerId: string,
  id: string,
): Promise<boolean> => {
  const { numDeletedRows } = await tablesOf(tx)
    .deleteFrom(table)
    .where('organization_id', '=', caller.organizationId)
    .where('practitioner_id', '=', practitionerId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return numDeletedRows === 1n
}
