import type { Write } from '../../../platform/contracts/write.ts'
import type { FactColumns } from '../../../platform/database/changes/fact-table.ts'
import { writeStatement } from '../../../platform/database/changes/write-statement.ts'

/** An insert of a fact that stores nothing if the table has one with this key. Not conditional: the rest of the change is stored. */
export const insertIfMissing = <Fact extends { readonly id: string; readonly patientId: string }>(
  table: string,
  columns: FactColumns<Fact>,
  key: readonly string[],
): ((fact: Fact, details: unknown) => Write) => {
  const properties = Object.keys(columns) as (keyof Fact & string)[]
  const all = [...properties.map((property) => columns[property]), ['sealed', 'bytea'] as const]
  const statement = writeStatement({
    kind: 'insert',
    table,
    columns: all.map(([column]) => column),
    values: all.map(([, type], place) => `$${place + 1}::${type}`),
    isConditional: false,
    onConflict: `(${['organization_id', ...key].join(', ')}) do nothing`,
  })
  return (fact, details) => ({
    statement,
    values: [...properties.map((property) => fact[property]), null],
    sealed: { at: properties.length, rowId: fact.id, patientId: fact.patientId, value: details },
  })
}
