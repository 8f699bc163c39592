import type { VaultContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { factTable } from '../../../platform/database/changes/fact-table.ts'
import type { OrderSetContent, OrderSetFacts, StoredOrderSet } from '../model/order-set.ts'
import { tablesOf } from './tables.ts'

const table = 'documentation.order_sets'

const orderSets = factTable<OrderSetFacts>(
  table,
  { id: ['id', 'uuid'], code: ['code', 'text'], version: ['version', 'integer'] },
  { fixed: ['code'], sealedFor: () => null },
)

/** All of the organization, decrypted. */
export const listOrderSets = async (db: AnyKysely, context: VaultContext): Promise<readonly StoredOrderSet[]> => {
  const { caller, access, vault } = context
  const rows = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('organization_id', '=', caller.organizationId)
    .execute()
  return Promise.all(
    rows.map(async (row) => {
      const sealContext = { organizationId: caller.organizationId, table, rowId: row.id, patientId: null }
      return {
        ...orderSets.factOf(row),
        content: await vault.open<OrderSetContent>(db, access, sealContext, row.sealed),
      }
    }),
  )
}

/** Conditional: it is still as gathered, or there is none of the code yet. */
export const writeOrderSet = ({ content, ...facts }: StoredOrderSet, before: OrderSetFacts | null): Write =>
  before === null ? orderSets.insertOnce(facts, content) : orderSets.replace(facts, before, content)
