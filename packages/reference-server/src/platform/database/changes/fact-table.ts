import type { Write, WriteStatement } from '../../contracts/write.ts'
import type { FactsInMemory } from '../facts/fact-memory.ts'
import { readableRows } from '../facts/readable-rows.ts'
import { writeStatement } from './write-statement.ts'

interface Keyed {
  readonly id: string
}

/** The column and SQL type of each property. A property that is missing does not compile. */
export type FactColumns<Fact> = { readonly [P in keyof Fact & string]: readonly [column: string, type: string] }

export interface FactTableOptions<Fact> {
  /** Properties that never change. */
  readonly fixed?: readonly (keyof Fact & string)[]
  /** A replacement is stored only if these still have the values that were gathered. Default: `version`. */
  readonly guard?: readonly (keyof Fact & string)[]
  /** Whose key encrypts the details of a fact. The table has a column `sealed`. */
  readonly sealedFor?: (fact: Fact) => string | null
  /** Holds rows by their id: those that are stored are kept there. All columns that it reads are declared, and `sealed`. */
  readonly inMemory?: FactsInMemory
}

/** The writes of one table whose rows are facts with an id. */
export interface FactTable<Fact> {
  /** Columns to select, without `sealed`. */
  readonly columns: readonly string[]
  readonly factOf: (row: Readonly<Record<string, unknown>>) => Fact
  readonly insert: (fact: Fact, details?: unknown) => Write
  /** Conditional: only if no unique constraint is violated. */
  readonly insertOnce: (fact: Fact, details?: unknown) => Write
  /** Conditional: only if the row is still as gathered in `before`. Without `details`, the stored ones stay. */
  readonly replace: (after: Fact, before: Fact, details?: unknown) => Write
  /** Deletes the row. Conditional: only if it is still as gathered. */
  readonly delete: (before: Fact) => Write
}

/**
 * Declares the table of a fact:
 *
 *     const appointments = factTable<Appointment>('scheduling.appointments', { id: ['id', 'uuid'], ... }, { guard: ['version'] })
 */
export const factTable = <Fact extends Keyed>(
  table: string,
  columns: FactColumns<Fact>,
  { fixed = [], guard = ['version' as keyof Fact & string], sealedFor, inMemory }: FactTableOptions<Fact> = {},
): FactTable<Fact> => {
  const properties = Object.keys(columns) as (keyof Fact & string)[]
  for (const property of guard)
    if (columns[property] === undefined) throw new Error(`${table} has no property ${property} to guard a replacement.`)
  const changed = properties.filter((property) => property !== 'id' && !fixed.includes(property))
  const insert = insertStatement(table, columns, properties, sealedFor !== undefined, false)
  const insertOnce = insertStatement(table, columns, properties, sealedFor !== undefined, true)
  const replace = replaceStatement(table, columns, changed, guard, false)
  const replaceSealed = replaceStatement(table, columns, changed, guard, true)
  const remove = writeStatement({
    kind: 'delete',
    table,
    where: ['id = $1::uuid', ...guarded(columns, guard, 2)].join(' and '),
    isConditional: true,
  })
  const rowOf = inMemory && readableRows(table, columns)
  /** `stored`: the encrypted details that stay. */
  const keepsOf = (fact: Fact, stored?: Uint8Array): Pick<Write, 'keeps'> =>
    inMemory && rowOf
      ? {
          keeps: (sealed) => [
            inMemory.kept(fact.id, sealedFor ? { ...rowOf(fact), sealed: sealed ?? stored } : rowOf(fact)),
          ],
        }
      : {}
  const sealedOf = (fact: Fact, at: number, value: unknown): Pick<Write, 'sealed'> => ({
    sealed: { at, rowId: fact.id, patientId: sealedFor?.(fact) ?? null, value },
  })
  const insertion = (statement: WriteStatement, fact: Fact, details: unknown): Write => {
    const values: unknown[] = properties.map((property) => fact[property])
    if (sealedFor === undefined) return { statement, values, rowId: fact.id, ...keepsOf(fact) }
    values.push(null)
    return { statement, values, rowId: fact.id, ...keepsOf(fact), ...sealedOf(fact, values.length - 1, details ?? {}) }
  }
  return {
    columns: properties.map((property) => columns[property][0]),
    factOf: (row) => Object.fromEntries(properties.map((property) => [property, row[columns[property][0]]])) as never,
    insert: (fact, details) => insertion(insert, fact, details),
    insertOnce: (fact, details) => insertion(insertOnce, fact, details),
    replace: (after, before, details) => {
      const values: unknown[] = changed.map((property) => after[property])
      values.push(before.id, ...guard.map((property) => before[property]))
      if (details === undefined) {
        const stored = (before as { readonly sealed?: Uint8Array }).sealed
        const isKnown = sealedFor === undefined || stored !== undefined
        return { statement: replace, values, rowId: before.id, ...(isKnown && keepsOf(after, stored)) }
      }
      if (sealedFor === undefined) throw new Error(`${table} has no encrypted details.`)
      values.push(null)
      return {
        ...{ statement: replaceSealed, values, rowId: before.id },
        ...keepsOf(after),
        ...sealedOf(after, values.length - 1, details),
      }
    },
    delete: (before) => ({
      statement: remove,
      values: [before.id, ...guard.map((property) => before[property])],
      rowId: before.id,
    }),
  }
}

const insertStatement = <Fact>(
  table: string,
  columns: FactColumns<Fact>,
  properties: readonly (keyof Fact & string)[],
  isSealed: boolean,
  isConditional: boolean,
): WriteStatement => {
  const all = [...properties.map((property) => columns[property]), ...(isSealed ? [['sealed', 'bytea'] as const] : [])]
  return writeStatement({
    kind: 'insert',
    table,
    columns: all.map(([column]) => column),
    values: all.map(([, type], place) => `$${place + 1}::${type}`),
    isConditional,
  })
}

const replaceStatement = <Fact>(
  table: string,
  columns: FactColumns<Fact>,
  changed: readonly (keyof Fact & string)[],
  guard: readonly (keyof Fact & string)[],
  isSealed: boolean,
): WriteStatement => {
  const assignments = changed.map(
    (property, place) => `${columns[property][0]} = $${place + 1}::${columns[property][1]}`,
  )
  const first = changed.length + 1
  const conditions = guarded(columns, guard, first + 1)
  if (isSealed) assignments.push(`sealed = $${first + 1 + guard.length}::bytea`)
  return writeStatement({
    kind: 'update',
    table,
    set: assignments.join(', '),
    where: [`id = $${first}::uuid`, ...conditions].join(' and '),
    isConditional: true,
  })
}

const guarded = <Fact>(
  columns: FactColumns<Fact>,
  guard: readonly (keyof Fact & string)[],
  first: number,
): readonly string[] =>
  guard.map((property, place) => {
    const [column, type] = columns[property]
    return `${column} is not distinct from $${first + place}::${type}`
  })
