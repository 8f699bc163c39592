import { sql } from 'kysely'
import type { Situation } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { SealedPlace } from '../../../platform/contracts/vault.ts'
import type { NoteFacts } from '../model/note.ts'
import type { NoteStatement, SealedSignature, SignedAs } from '../model/note-statement.ts'
import { tablesOf, type DocumentationTables } from './tables.ts'

type Opening = Pick<Situation, 'caller' | 'access' | 'vault'>
type Owner = Pick<NoteFacts, 'id' | 'patientId'>

const table = 'documentation.signatures'

export interface Signature {
  readonly id: string
  readonly as: SignedAs
  readonly version: number
  readonly statement: NoteStatement
  readonly sealed: SealedSignature
}

const placeOf = (organizationId: string, rowId: string, patientId: string): SealedPlace => ({
  organizationId,
  table,
  rowId,
  patientId,
})

const rowsOf = (db: AnyKysely, organizationId: string, noteId: string) =>
  tablesOf(db)
    .selectFrom(table)
    .select(['id', 'version', 'signed_as', 'signed_at', 'signed_by_id', 'sealed'])
    .where('organization_id', '=', organizationId)
    .where('note_id', '=', noteId)
    .orderBy('version')
    .execute()

/** In the order in which they were made. Opens them. */
export const signaturesOf = async (
  db: AnyKysely,
  { caller, access, vault }: Opening,
  { id, patientId }: Owner,
): Promise<Signature[]> => {
  const rows = await rowsOf(db, caller.organizationId, id)
  return Promise.all(
    rows.map(async (row) => {
      const place = placeOf(caller.organizationId, row.id, patientId)
      const sealed = await vault.open<SealedSignature>(db, access, place, row.sealed)
      return {
        id: row.id,
        as: row.signed_as,
        version: row.version,
        statement: JSON.parse(sealed.statement) as NoteStatement,
        sealed,
      }
    }),
  )
}

/** The same for a check: null for what the vault refuses to open. */
export const storedSignatures = async (db: AnyKysely, { caller, access, vault }: Opening, { id, patientId }: Owner) => {
  const rows = await rowsOf(db, caller.organizationId, id)
  return Promise.all(
    rows.map(async (row) => ({
      as: row.signed_as,
      version: row.version,
      signedAt: row.signed_at,
      signedById: row.signed_by_id,
      sealed: await vault
        .open<SealedSignature>(db, access, placeOf(caller.organizationId, row.id, patientId), row.sealed)
        .catch(() => null),
    })),
  )
}

const columns = [
  'organization_id',
  'id',
  'note_id',
  'patient_id',
  'version',
  'signed_as',
  'signed_at',
  'signed_by_id',
  'sealed',
] as const

/** To be kept beside the step of the note that is signed by it: without the step there is none. */
export const signatureInsertion = async (
  tx: AnyKysely,
  { caller, access, vault }: Opening,
  { statement, sealed }: { readonly statement: NoteStatement; readonly sealed: SealedSignature },
) => {
  access.touch(statement.patientId)
  const { organizationId } = caller
  const row = {
    organization_id: organizationId,
    id: statement.id,
    note_id: statement.noteId,
    patient_id: statement.patientId,
    version: statement.version,
    signed_as: statement.as,
    signed_at: new Date(statement.at),
    signed_by_id: statement.by.memberId,
    sealed: await vault.seal(tx, placeOf(organizationId, statement.id, statement.patientId), sealed),
  }
  return tx
    .withTables<DocumentationTables & { stepped: { readonly id: string } }>()
    .insertInto(table)
    .columns(columns)
    .expression((from) => from.selectFrom('stepped').select(columns.map((column) => sql`${row[column]}`.as(column))))
}
