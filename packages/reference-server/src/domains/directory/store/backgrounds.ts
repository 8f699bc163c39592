import type { VaultContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { factTable } from '../../../platform/database/changes/fact-table.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { noBackground, type Background, type BackgroundAnswers, type BackgroundOrigin } from '../model/background.ts'
import { tablesOf } from './tables.ts'

const table = 'directory.patient_backgrounds'

/** As encrypted. Answers of an earlier release have no origin. */
type StoredBackground = BackgroundAnswers & { readonly origin?: BackgroundOrigin | null }

/** What a patient said about themselves, decrypted; version 0 if there is nothing. Records the access in both cases. */
export const readBackground = async (db: AnyKysely, context: VaultContext, patientId: string): Promise<Background> => {
  const { access, caller, vault } = context
  access.touch(requireUuid(patientId))
  const row = await tablesOf(db).selectFrom(table).selectAll().where('id', '=', patientId).executeTakeFirst()
  if (row === undefined) return noBackground(patientId)
  const place = { organizationId: caller.organizationId, table, rowId: row.id, patientId }
  const { origin = null, ...answers } = await vault.open<StoredBackground>(db, access, place, row.sealed)
  return { patientId, answers, origin, changedAt: row.changed_at, version: row.version }
}

interface BackgroundRow {
  /** The patient's. */
  readonly id: string
  readonly changedAt: Date
  readonly version: number
}

const backgrounds = factTable<BackgroundRow>(
  table,
  { id: ['id', 'uuid'], changedAt: ['changed_at', 'timestamptz'], version: ['version', 'integer'] },
  { sealedFor: ({ id }) => id },
)

const rowOf = ({ patientId, changedAt, version }: Background): BackgroundRow => ({
  id: patientId,
  changedAt: changedAt ?? new Date(0),
  version,
})

/** Conditional: what is stored is still as gathered in `before`. */
export const writeBackground = (after: Background, before: Background): Write =>
  before.version === 0
    ? backgrounds.insertOnce(rowOf(after), storedOf(after))
    : backgrounds.replace(rowOf(after), rowOf(before), storedOf(after))

const storedOf = ({ answers, origin }: Background): StoredBackground => ({ ...answers, origin })
