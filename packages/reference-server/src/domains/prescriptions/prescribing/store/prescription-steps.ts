import { sql, type OperationNodeSource, type Updateable } from 'kysely'
import type { Situation } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { HistoryEntry, PrescriptionContent, PrescriptionFacts } from '../../kernel/model/prescription.ts'
import { historyColumns, historyRow, historyTable } from './history.ts'
import { changeable, placeOf, prescriptionsTable as table } from '../../kernel/store/prescriptions.ts'
import { tablesOf, type PrescriptionsTables } from '../../kernel/store/tables.ts'

type Opening = Pick<Situation, 'caller' | 'access' | 'vault'>
type Changed = PrescriptionFacts & { readonly content?: PrescriptionContent }

/** False when somebody else has changed it since `before` was read. Seals again only what is given with content. */
export const updatePrescription = async (
  tx: AnyKysely,
  situation: Opening,
  before: PrescriptionFacts,
  after: Changed,
): Promise<boolean> => {
  const columns = await changedColumns(tx, situation, after)
  const { numUpdatedRows } = await change(tx, situation, before, columns).executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/**
 * The same with the line of the history that tells the step: neither is written without the other. `beside` is written in the same
 * statement, and may select from `stepped`, which has no row when the answer is false.
 */
export const keepStep = async (
  tx: AnyKysely,
  situation: Opening & Pick<Situation, 'newId'>,
  before: PrescriptionFacts,
  after: Changed,
  entry: HistoryEntry,
  beside: readonly OperationNodeSource[] = [],
): Promise<boolean> => {
  const columns = await changedColumns(tx, situation, after)
  const line = sql.join(await historyRow(tx, situation, before, entry))
  const stepped = change(tx, situation, before, columns).returning('id')
  const parts = beside.map((each, index) => sql`, ${sql.ref(`beside_${index}`)} as (${each})`)
  const lineColumns = sql.join(historyColumns.map((column) => sql.ref(column)))
  const { numAffectedRows } = await sql`
    with stepped as (${stepped})${sql.join(parts, sql``)}
    insert into ${sql.table(historyTable)} (${lineColumns}) select ${line} from stepped`.execute(tx)
  return numAffectedRows === 1n
}

/** The same as a fact for the message that tells the step, with what goes with it; no row when somebody else was first. */
export const stepWithLine = async (
  tx: AnyKysely,
  situation: Opening & Pick<Situation, 'newId'>,
  before: PrescriptionFacts,
  after: Changed,
  entry: HistoryEntry,
) => {
  const columns = await changedColumns(tx, situation, after)
  const line = await historyRow(tx, situation, before, entry)
  return [
    change(tx, situation, before, columns).returning('id'),
    tx
      .withTables<PrescriptionsTables & { fact: { readonly id: string } }>()
      .insertInto(historyTable)
      .columns(historyColumns)
      .expression((from) => from.selectFrom('fact').select(line)),
  ] as const
}

const changedColumns = async (tx: AnyKysely, { caller, vault, access }: Opening, after: Changed) => {
  access.touch(after.patientId)
  const sealed =
    after.content === undefined ? undefined : await vault.seal(tx, placeOf(caller.organizationId, after), after.content)
  return { ...changeable(after), ...(sealed && { sealed }) }
}

const change = (
  tx: AnyKysely,
  { caller }: Pick<Situation, 'caller'>,
  before: PrescriptionFacts,
  columns: Updateable<PrescriptionsTables[typeof table]>,
) =>
  tablesOf(tx)
    .updateTable(table)
    .set(columns)
    .where('organization_id', '=', caller.organizationId)
    .where('id', '=', before.id)
    .where('version', '=', before.version)
