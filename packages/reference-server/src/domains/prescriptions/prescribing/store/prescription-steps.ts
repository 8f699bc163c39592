import { sql, type OperationNodeSource, type Updateable } from 'kysely'
import type { RequestContext, VaultContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { HistoryEntry, PrescriptionContent, PrescriptionFacts } from '../../kernel/model/prescription.ts'
import { historyColumns, historyRow, historyTable } from './history.ts'
import { changeable, sealContextOf, prescriptionsTable as table } from '../../kernel/store/prescriptions.ts'
import { tablesOf, type PrescriptionsTables } from '../../kernel/store/tables.ts'

type Changed = PrescriptionFacts & { readonly content?: PrescriptionContent }

/** False if the prescription has changed since `before` was read. Encrypts again only if content is given. */
export const updatePrescription = async (
  tx: AnyKysely,
  context: VaultContext,
  before: PrescriptionFacts,
  after: Changed,
): Promise<boolean> => {
  const columns = await changedColumns(tx, context, after)
  const { numUpdatedRows } = await updateStatement(tx, context, before, columns).executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/**
 * The same with the history entry of the step: neither is written without the other. `extraStatements` are written in the same statement
 * and may select from `stepped`, which has no row if the result is false.
 */
export const updateWithHistory = async (
  tx: AnyKysely,
  context: VaultContext & Pick<RequestContext, 'newId'>,
  before: PrescriptionFacts,
  after: Changed,
  entry: HistoryEntry,
  extraStatements: readonly OperationNodeSource[] = [],
): Promise<boolean> => {
  const columns = await changedColumns(tx, context, after)
  const line = sql.join(await historyRow(tx, context, before, entry))
  const stepped = updateStatement(tx, context, before, columns).returning('id')
  const parts = extraStatements.map((each, index) => sql`, ${sql.ref(`beside_${index}`)} as (${each})`)
  const lineColumns = sql.join(historyColumns.map((column) => sql.ref(column)))
  const { numAffectedRows } = await sql`
    with stepped as (${stepped})${sql.join(parts, sql``)}
    insert into ${sql.table(historyTable)} (${lineColumns}) select ${line} from stepped`.execute(tx)
  return numAffectedRows === 1n
}

/** The same as statements for the message of the step; no row if the prescription has changed since `before` was read. */
export const updateWithHistoryStatement = async (
  tx: AnyKysely,
  context: VaultContext & Pick<RequestContext, 'newId'>,
  before: PrescriptionFacts,
  after: Changed,
  entry: HistoryEntry,
) => {
  const columns = await changedColumns(tx, context, after)
  const line = await historyRow(tx, context, before, entry)
  return [
    updateStatement(tx, context, before, columns).returning('id'),
    tx
      .withTables<PrescriptionsTables & { fact: { readonly id: string } }>()
      .insertInto(historyTable)
      .columns(historyColumns)
      .expression((from) => from.selectFrom('fact').select(line)),
  ] as const
}

const changedColumns = async (tx: AnyKysely, { caller, vault, access }: VaultContext, after: Changed) => {
  access.touch(after.patientId)
  const sealed =
    after.content === undefined
      ? undefined
      : await vault.seal(tx, sealContextOf(caller.organizationId, after), after.content)
  return { ...changeable(after), ...(sealed && { sealed }) }
}

const updateStatement = (
  tx: AnyKysely,
  { caller }: Pick<RequestContext, 'caller'>,
  before: PrescriptionFacts,
  columns: Updateable<PrescriptionsTables[typeof table]>,
) =>
  tablesOf(tx)
    .updateTable(table)
    .set(columns)
    .where('organization_id', '=', caller.organizationId)
    .where('id', '=', before.id)
    .where('version', '=', before.version)
