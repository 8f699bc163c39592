import { sql } from 'kysely'
import type { RequestContext, VaultContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { SealContext } from '../../../../platform/contracts/vault.ts'
import type { Write } from '../../../../platform/contracts/write.ts'
import { writeStatement } from '../../../../platform/database/changes/write-statement.ts'
import type { Favorite } from '../model/favorite.ts'

const table = 'prescriptions.favorites'

/** Belongs to no patient: encrypted with the organization's key. */
const sealContextOf = ({ caller }: Pick<RequestContext, 'caller'>, rowId: string): SealContext => ({
  organizationId: caller.organizationId,
  table,
  rowId,
  patientId: null,
})

export interface Favorites {
  /** Of the list, which every change of its names advances. */
  readonly listVersion: number
  readonly all: readonly Favorite[]
}

/** All favorites of a practitioner, decrypted. */
export const readFavorites = async (
  db: AnyKysely,
  context: VaultContext,
  practitionerId: string,
): Promise<Favorites> => {
  const { organizationId } = context.caller
  const { rows } = await sql<{ list_version: number | null } & (Row | NoRow)>`
    select list.version as list_version, favorite.id, favorite.version, favorite.sealed
    from (select) as one
    left join prescriptions.list_versions as list on list.organization_id = ${organizationId} and list.id = ${practitionerId}
    left join prescriptions.favorites as favorite
      on favorite.organization_id = ${organizationId} and favorite.practitioner_id = ${practitionerId}`.execute(db)
  const found = rows.flatMap((row) => (row.id === null ? [] : [row]))
  return {
    listVersion: rows[0]?.list_version ?? 0,
    all: await Promise.all(
      found.map(async ({ id, version, sealed }) => ({
        id,
        version,
        content: await context.vault.open<Favorite['content']>(db, context.access, sealContextOf(context, id), sealed),
      })),
    ),
  }
}
interface Row {
  readonly id: string
  readonly version: number
  readonly sealed: Uint8Array
}
interface NoRow {
  readonly id: null
}

export const insertFavorite = ({ id, version, content }: Favorite, practitionerId: string): Write => ({
  statement: insert,
  values: [id, practitionerId, version, null],
  sealed: { at: 3, rowId: id, patientId: null, value: content },
})
const insert = writeStatement({
  kind: 'insert',
  table,
  columns: ['id', 'practitioner_id', 'version', 'sealed'],
  values: ['$1::uuid', '$2::uuid', '$3::integer', '$4::bytea'],
  isConditional: false,
})

/** Conditional: it is still the version before. */
export const replaceFavorite = ({ id, version, content }: Favorite): Write => ({
  statement: replace,
  values: [id, version, null],
  sealed: { at: 2, rowId: id, patientId: null, value: content },
})
const replace = writeStatement({
  kind: 'update',
  table,
  set: 'version = $2::integer, sealed = $3::bytea',
  where: 'id = $1::uuid and version = $2::integer - 1',
  isConditional: true,
})

/** Conditional: the practitioner has such a favorite. Decrypts nothing. */
export const deleteFavorite = (id: string, practitionerId: string): Write => ({
  statement: remove,
  values: [id, practitionerId],
})
const remove = writeStatement({
  kind: 'delete',
  table,
  where: 'id = $1::uuid and practitioner_id = $2::uuid',
  isConditional: true,
})
