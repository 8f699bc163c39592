import type { VaultContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { SealContext } from '../../../platform/contracts/vault.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { writeStatement } from '../../../platform/database/changes/write-statement.ts'
import type { NoteFacts } from '../model/note.ts'
import type { NoteAttestation, SignatureContent, SignedAs } from '../model/note-attestation.ts'
import { tablesOf } from './tables.ts'

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

/** The signature of a step, stored with it. */
export const insertSignature = ({
  statement: attestation,
  sealed,
}: {
  readonly statement: NoteAttestation
  readonly sealed: SignatureContent
}): Write => {
  const { id, noteId, patientId, version, as, at, by } = attestation
  return {
    statement: insert,
    values: [id, noteId, patientId, version, as, new Date(at), by.memberId, null],
    sealed: { at: 7, rowId: id, patientId, value: sealed },
  }
}
const insert = writeStatement({
  kind: 'insert',
  table,
  columns: ['id', 'note_id', 'patient_id', 'version', 'signed_as', 'signed_at', 'signed_by_id', 'sealed'],
  values: [
    ...['$1::uuid', '$2::uuid', '$3::uuid', '$4::integer'],
    ...['$5::text', '$6::timestamptz', '$7::uuid', '$8::bytea'],
  ],
  isConditional: false,
})
