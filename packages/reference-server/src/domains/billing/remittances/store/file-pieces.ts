import { sql } from 'kysely'
import { Problem } from '../../../../platform/problems/problem.ts'
import type { ReadContext, VaultContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { Write } from '../../../../platform/contracts/write.ts'
import { writeStatement } from '../../../../platform/database/changes/write-statement.ts'
import { rowsStatement } from '../../kernel/store/rows-statement.ts'
import { sealContextIn } from '../../kernel/store/within-reach.ts'
import { tablesOf } from '../../kernel/store/tables.ts'
import { unlessErased } from '../../../../platform/problems/unless-erased.ts'
import type { ClaimOwner, FileOutcome, OwnedPiece } from '../model/owned-piece.ts'

const sealContext = sealContextIn('mailbox_pieces')

/** Of one patient, or of none. `made`: of the row without a patient. */
interface StoredPieces {
  readonly pieces: readonly Omit<OwnedPiece, 'patientId'>[]
  readonly made?: readonly FileOutcome[]
}

/** A file whose bytes are kept piece by piece. */
export interface DividedFile {
  readonly id: string
  readonly pieces: readonly OwnedPiece[]
  readonly made: readonly FileOutcome[]
}

/** By what files call them: the number of a claim, that of a claim to a next payer, and the trace of a question. Decrypts nothing. */
export const listOwners = async (db: AnyKysely, names: readonly string[]): Promise<ReadonlyMap<string, ClaimOwner>> => {
  if (names.length === 0) return new Map()
  const { rows } = await sql<{ name: string; claimId: string; patientId: string }>`
    select number as name, id as "claimId", patient_id as "patientId" from billing.claims where number = any (${names}::text[])
    union all select number, claim_id, patient_id from billing.next_claims where number = any (${names}::text[])
    union all select trace, claim_id, patient_id from billing.status_inquiries where trace = any (${names}::text[])`.execute(
    db,
  )
  return new Map(rows.map(({ name, ...owner }) => [name, owner]))
}

/**
 * The rows of the files: one for each patient, under that patient's key, and one with the rest, under the organization's. What is about a
 * patient whose record was erased is left out.
 */
export const insertPieces = async (
  { vault, db, caller, access, newId }: Pick<ReadContext, 'vault' | 'db' | 'caller' | 'access' | 'newId'>,
  files: readonly DividedFile[],
): Promise<readonly Write[]> => {
  const rows = files.flatMap(({ id: fileId, pieces, made }) => {
    const byPatient = Map.groupBy(pieces, ({ patientId }) => patientId)
    byPatient.set(null, byPatient.get(null) ?? [])
    return Array.from(byPatient, async ([patientId, own]) => {
      const id = newId()
      const value: StoredPieces = {
        pieces: own.map(({ at, text, claimId }) => ({ at, text, claimId })),
        ...(patientId === null && { made }),
      }
      const sealed = await unlessErased(vault.seal(db, sealContext(caller.organizationId, id, patientId), value))
      if (sealed === null) return []
      if (patientId !== null) access.touch(patientId)
      return [{ id, file_id: fileId, patient_id: patientId, sealed }]
    })
  })
  return rows.length === 0 ? [] : insertRows.rows((await Promise.all(rows)).flat())
}
const insertRows = rowsStatement('billing.mailbox_pieces', {
  ...{ id: 'uuid', file_id: 'uuid', patient_id: 'uuid', sealed: 'bytea' },
})

export interface ReadPieces {
  readonly text: string
  /** Whose pieces are in the text. */
  readonly patientIds: readonly string[]
  /** Pieces that are left out, because the record was erased or the claim is withheld. */
  readonly omitted: number
  readonly made: readonly FileOutcome[]
}

/** The text of a file, byte for byte, without what may not be shown; null if its bytes are not kept piece by piece. */
export const readPieces = async (db: AnyKysely, context: VaultContext, fileId: string): Promise<ReadPieces | null> => {
  const { caller, access, vault } = context
  const rows = await tablesOf(db)
    .selectFrom('billing.mailbox_pieces')
    .select(['id', 'patient_id as patientId', 'sealed'])
    .where('file_id', '=', fileId)
    .execute()
  if (rows.length === 0) return null
  const opened = await Promise.all(
    rows.map(async ({ id, patientId, sealed }) => {
      const place = sealContext(caller.organizationId, id, patientId)
      const value = await vault.open<StoredPieces>(db, access, place, sealed).catch((error: unknown) => {
        if (!(error instanceof Problem) || error.code !== 'record_erased') throw error
        return null
      })
      return { patientId, value }
    }),
  )
  const pieces = opened.flatMap(({ value }) => value?.pieces ?? [])
  const shown = pieces.filter(({ claimId }) => claimId === null || !access.withheld.has(claimId))
  return {
    text: shown
      .toSorted((one, other) => one.at - other.at)
      .map(({ text }) => text)
      .join(''),
    patientIds: opened.flatMap(({ patientId, value }) => (patientId === null || value === null ? [] : [patientId])),
    omitted: pieces.length - shown.length + opened.filter(({ value }) => value === null).length,
    made: opened.flatMap(({ value }) => value?.made ?? []),
  }
}

/** Deletes what is about no patient of files that were received before this time. The patients' own pieces are part of their records. */
export const deleteFrames = (receivedBefore: Date): Write => ({ statement: deleteOld, values: [receivedBefore] })
const deleteOld = writeStatement({
  kind: 'delete',
  table: 'billing.mailbox_pieces',
  where: 'patient_id is null and created_at <= $1::timestamptz',
  isConditional: false,
})

/** Files that were resolved outside Visitkit and are not divided yet. */
export const listUndivided = async (db: AnyKysely, take: number): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    select id from billing.mailbox_files where state = 'resolved-externally' and sealed is not null
    order by resolved_at limit ${take}`.execute(db)
  return rows.map(({ id }) => id)
}

/** Conditional: its text is still there. */
export const removeText = (id: string): Write => ({ statement: remove, rowId: id, values: [id] })
const remove = writeStatement({
  kind: 'update',
  table: 'billing.mailbox_files',
  set: 'sealed = null',
  where: `id = $1::uuid and state = 'resolved-externally' and sealed is not null`,
  isConditional: true,
})
