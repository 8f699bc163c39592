import { executeTogether } from '../../../platform/database/execute-together.ts'
import type { AnyKysely, SealedPlace, Situation, Statement } from '../../../platform/seams.ts'
import type { NoteFacts } from '../model/note.ts'
import type { NoteStatement, SealedSignature, SignedAs } from '../model/note-statement.ts'
import { tablesOf } from './tables.ts'

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
    .select(['id', 'version', 'signed_as', 'sealed'])
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
      sealed: await vault
        .open<SealedSignature>(db, access, placeOf(caller.organizationId, row.id, patientId), row.sealed)
        .catch(() => null),
    })),
  )
}

/** `beside` is what goes with it in one statement. */
export const insertSignature = async (
  tx: AnyKysely,
  { caller, access, vault, now }: Opening & Pick<Situation, 'now'>,
  { statement, sealed }: { readonly statement: NoteStatement; readonly sealed: SealedSignature },
  beside: readonly Statement[] = [],
): Promise<void> => {
  access.touch(statement.patientId)
  const { organizationId } = caller
  const { sql: text, parameters: values } = tablesOf(tx)
    .insertInto(table)
    .values({
      organization_id: organizationId,
      id: statement.id,
      note_id: statement.noteId,
      patient_id: statement.patientId,
      version: statement.version,
      signed_as: statement.as,
      signed_at: now,
      signed_by_id: statement.by.memberId,
      sealed: await vault.seal(tx, placeOf(organizationId, statement.id, statement.patientId), sealed),
    })
    .compile()
  await executeTogether(tx, [...beside, { text, values }])
}
