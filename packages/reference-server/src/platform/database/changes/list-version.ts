import type { Write } from '../../contracts/write.ts'
import { writeStatement } from './write-statement.ts'

/**
 * Declares a table of versions of lists, one row for each owner. What decides on a whole list (its number of rows, that a name is free) is
 * stored only if the list has not changed: there is no row that it could replace.
 *
 *     const nextVersion = listVersion('prescriptions.list_versions')
 *     writes: [favorites.insert(favorite), nextVersion(practitionerId, seen)]
 *
 * Conditional: the version is still `seen`, which is 0 before the first one.
 */
export const listVersion = (table: string): ((ownerId: string, seen: number) => Write) => {
  const statement = writeStatement({
    kind: 'insert',
    table,
    columns: ['id', 'version'],
    values: ['$1::uuid', '$2::integer'],
    isConditional: true,
    onConflict: `(organization_id, id) do update set version = excluded.version
      where ${table.slice(table.indexOf('.') + 1)}.version = excluded.version - 1`,
  })
  return (ownerId, seen) => ({ statement, values: [ownerId, seen + 1], rowId: ownerId })
}
