import { sql } from 'kysely'
import type { Situation } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { SealedPlace } from '../../../../platform/contracts/vault.ts'
import type { Favourite } from '../model/favourite.ts'
import { tablesOf } from '../../kernel/store/tables.ts'

type Opening = Pick<Situation, 'caller' | 'access' | 'vault'>
const table = 'prescriptions.favourites'

/** Of no patient: sealed with the organization's own key. */
const placeOf = ({ caller }: Pick<Situation, 'caller'>, rowId: string): SealedPlace => ({
  organizationId: caller.organizationId,
  table,
  rowId,
  patientId: null,
})

/** Whoever changes a practitioner's favourites holds this until the transaction ends: how many there are and what they are called holds. */
export const lockFavourites = async (
  tx: AnyKysely,
  { caller }: Pick<Situation, 'caller'>,
  practitionerId: string,
): Promise<void> => {
  const key = `prescriptions.favourites/${caller.organizationId}/${practitionerId}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx)
}

/** All of a practitioner's, opened. */
export const favouritesOf = async (
  db: AnyKysely,
  situation: Opening,
  practitionerId: string,
): Promise<readonly Favourite[]> => {
  const rows = await tablesOf(db)
    .selectFrom(table)
    .select(['id', 'version', 'sealed'])
    .where('organization_id', '=', situation.caller.organizationId)
    .where('practitioner_id', '=', practitionerId)
    .execute()
  return Promise.all(
    rows.map(async ({ id, version, sealed }) => ({
      id,
      version,
      content: await situation.vault.open<Favourite['content']>(db, situation.access, placeOf(situation, id), sealed),
    })),
  )
}

export const insertFavourite = async (
  tx: AnyKysely,
  situation: Opening,
  practitionerId: string,
  { id, version, content }: Favourite,
): Promise<void> => {
  await tablesOf(tx)
    .insertInto(table)
    .values({
      organization_id: situation.caller.organizationId,
      id,
      practitioner_id: practitionerId,
      version,
      sealed: await situation.vault.seal(tx, placeOf(situation, id), content),
    })
    .execute()
}

/** Under `lockFavourites`. */
export const updateFavourite = async (
  tx: AnyKysely,
  situation: Opening,
  { id, version, content }: Favourite,
): Promise<void> => {
  await tablesOf(tx)
    .updateTable(table)
    .set({ version, sealed: await situation.vault.seal(tx, placeOf(situation, id), content) })
    .where('organization_id', '=', situation.caller.organizationId)
    .where('id', '=', id)
    .execute()
}

/** False when the practitioner has no such favourite. Opens nothing. */
export const deleteFavourite = async (
  tx: AnyKysely,
  { caller }: Pick<Situation, 'caller'>,
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
