import { sql } from 'kysely'
import type { RequestContext, VaultContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { factTable } from '../../../platform/database/changes/fact-table.ts'
import type { TextMacro, TextMacroFacts } from '../model/text-macro.ts'
import { tablesOf } from './tables.ts'

const table = 'documentation.text_macros'

const macros = factTable<TextMacroFacts>(
  table,
  { id: ['id', 'uuid'], ownerId: ['owner_id', 'uuid'], name: ['name', 'text'], version: ['version', 'integer'] },
  { fixed: ['ownerId', 'name'], sealedFor: () => null },
)

const selectOwned = (db: AnyKysely, { caller }: Pick<RequestContext, 'caller'>, ownerIds: readonly string[]) =>
  tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('organization_id', '=', caller.organizationId)
    .where('owner_id', '=', sql<string>`any(${ownerIds}::uuid[])`)
    .orderBy('name')

/** All of one owner. Decrypts nothing. */
export const listMacroFacts = async (
  db: AnyKysely,
  context: Pick<RequestContext, 'caller'>,
  ownerId: string,
): Promise<readonly TextMacroFacts[]> =>
  (await selectOwned(db, context, [ownerId]).execute()).map((row) => macros.factOf(row))

/** All of these owners by name, decrypted. */
export const listMacros = async (
  db: AnyKysely,
  context: VaultContext,
  ownerIds: readonly string[],
): Promise<readonly TextMacro[]> => {
  const { caller, access, vault } = context
  const rows = await selectOwned(db, context, ownerIds).execute()
  return Promise.all(
    rows.map(async (row) => {
      const sealContext = { organizationId: caller.organizationId, table, rowId: row.id, patientId: null }
      const { text } = await vault.open<{ readonly text: string }>(db, access, sealContext, row.sealed)
      return { ...macros.factOf(row), text }
    }),
  )
}

/** Conditional: it is still as gathered, or its owner has none of the name yet. */
export const writeMacro = ({ text, ...facts }: TextMacro, before: TextMacroFacts | null): Write =>
  before === null ? macros.insertOnce(facts, { text }) : macros.replace(facts, before, { text })

export const deleteMacro = (before: TextMacroFacts): Write => macros.delete(before)
