import { sql } from 'kysely'
import type { VaultContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { SealContext } from '../../../platform/contracts/vault.ts'
import type { NoteFacts } from '../model/note.ts'
import type { NoteAttestation, SignatureContent, SignedAs } from '../model/note-attestation.ts'
import { tablesOf, type DocumentationTables } from './tables.ts'

type Owner = Pick<NoteFacts, 'id' | 'patientId'>

const table = 'documentation.signatures'

export interface Signature {
  readonly id: string
  readonly as: SignedAs
  readonly version: number
  readonly statement: NoteAttestation
  readonly sealed: SignatureContent
}

const sealContextOf = (organizationId: string, rowId: string, patientId: string): SealContext => ({
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

/** In chronological order, decrypted. */
export const listSignaturesByNote = async (
  db: AnyKysely,
  { caller, access, vault }: VaultContext,
  { id, patientId }: Owner,
): Promise<Signature[]> => {
  const rows = await rowsOf(db, caller.organizationId, id)
  return Promise.all(
    rows.map(async (row) => {
      const sealContext = sealContextOf(caller.organizationId, row.id, patientId)
      const sealed = await vault.open<SignatureContent>(db, access, sealContext, row.sealed)
      return {
        id: row.id,
        as: row.signed_as,
        version: row.version,
        statement: JSON.parse(sealed.statement) as NoteAttestation,
        sealed,
      }
    }),
  )
}

/** The same for verification: null for what the vault cannot decrypt. */
export const listStoredSignatures = async (
  db: AnyKysely,
  { caller, access, vault }: VaultContext,
  { id, patientId }: Owner,
) => {
  const rows = await rowsOf(db, caller.organizationId, id)
  return Promise.all(
    rows.map(async (row) => ({
      as: row.signed_as,
      version: row.version,
      signedAt: row.signed_at,
      signedById: row.signed_by_id,
      sealed: await vault
        .open<SignatureContent>(db, access, sealContextOf(caller.organizationId, row.id, patientId), row.sealed)
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

/** The insert statement, to run with the step that it signs: without the step no signature is stored. */
export const insertSignatureStatement = async (
  tx: AnyKysely,
  { caller, access, vault }: VaultContext,
  { statement: attestation, sealed }: { readonly statement: NoteAttestation; readonly sealed: SignatureContent },
) => {
  access.touch(attestation.patientId)
  const { organizationId } = caller
  const row = {
    organization_id: organizationId,
    id: attestation.id,
    note_id: attestation.noteId,
    patient_id: attestation.patientId,
    version: attestation.version,
    signed_as: attestation.as,
    signed_at: new Date(attestation.at),
    signed_by_id: attestation.by.memberId,
    sealed: await vault.seal(tx, sealContextOf(organizationId, attestation.id, attestation.patientId), sealed),
  }
  return tx
    .withTables<DocumentationTables & { stepped: { readonly id: string } }>()
    .insertInto(table)
    .columns(columns)
    .expression((from) => from.selectFrom('stepped').select(columns.map((column) => sql`${row[column]}`.as(column))))
}
