import type { Selectable } from 'kysely'
import type { VaultContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { factTable } from '../../../platform/database/changes/fact-table.ts'
import { newestFirst, type PageCursor } from '../../../platform/database/ids/page-cursor.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { LegalHold, LegalHoldContent, StoredLegalHold } from '../model/legal-hold.ts'
import { tablesOf, type ComplianceTables } from './tables.ts'

const table = 'compliance.legal_holds'
type Row = Selectable<ComplianceTables[typeof table]>

const holds = factTable<LegalHold>(
  table,
  {
    id: ['id', 'uuid'],
    patientId: ['patient_id', 'uuid'],
    reason: ['reason', 'text'],
    placedAt: ['placed_at', 'timestamptz'],
    placedBy: ['placed_by', 'uuid'],
    releasedAt: ['released_at', 'timestamptz'],
    releasedBy: ['released_by', 'uuid'],
    version: ['version', 'integer'],
  },
  { fixed: ['patientId', 'reason', 'placedAt', 'placedBy'], sealedFor: ({ patientId }) => patientId },
)

const contentOf = ({ text, releaseReason }: StoredLegalHold): LegalHoldContent => ({
  text,
  ...(releaseReason !== undefined && { releaseReason }),
})

export const insertLegalHold = (hold: StoredLegalHold): Write => holds.insert(hold, contentOf(hold))

/** Conditional: it is still as gathered in `before`. */
export const replaceLegalHold = (after: StoredLegalHold, before: StoredLegalHold): Write =>
  holds.replace(after, before, contentOf(after))

const decrypt = async (db: AnyKysely, { access, caller, vault }: VaultContext, row: Row): Promise<StoredLegalHold> => {
  const place = { organizationId: caller.organizationId, table, rowId: row.id, patientId: row.patient_id }
  return { ...(await vault.open<LegalHoldContent>(db, access, place, row.sealed)), ...holds.factOf(row) }
}

/** A hold that is still encrypted. */
export interface EncryptedLegalHold {
  readonly id: string
  /** Decrypts it and records the access. */
  readonly decrypt: () => Promise<StoredLegalHold>
}

/** In force or released, the newest first. */
export const listHolds = async (
  db: AnyKysely,
  context: VaultContext,
  isReleased: boolean,
  page: PageCursor,
): Promise<readonly EncryptedLegalHold[]> => {
  const rows = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('released_at', isReleased ? 'is not' : 'is', null)
    .$call(newestFirst(page))
    .execute()
  return rows.map((row) => ({ id: row.id, decrypt: () => decrypt(db, context, row) }))
}

/** Throws `not_found`. */
export const readLegalHold = async (db: AnyKysely, context: VaultContext, id: string): Promise<StoredLegalHold> => {
  const row = await tablesOf(db).selectFrom(table).selectAll().where('id', '=', requireUuid(id)).executeTakeFirst()
  if (row === undefined) throw notFound('hold unknown')
  return decrypt(db, context, row)
}
