import type { Statement } from '../../contracts/database.ts'
import type { RowsToInsert, Write, WriteStatement } from '../../contracts/write.ts'
import { organizationGate } from '../pool/organization-gate.ts'

/** A change as one statement. */
export interface CompiledChange extends Statement {
  /** Equal for equal texts. Null if there are too many texts to prepare this one. */
  readonly name: string | null
  /** Number of columns that the statement returns: whether the condition of each conditional write held, in order. */
  readonly conditions: number
  /** Number of columns after them: the values of `returns`. */
  readonly returns: number
  /** Whether a last column says if `onlyIf` of the rows held. */
  readonly hasOnlyIf: boolean
}

/** More than the changes of a server. Beyond this, statements run unprepared, so that generated texts cannot fill the server's memory. */
const maxTexts = 4_000
const known = new Map<string, Omit<CompiledChange, 'values'>>()

/** The texts of all changes that were compiled. For tests. */
export const compiledTexts = (): readonly string[] => Array.from(known.values(), ({ text }) => text)

/**
 * One statement that stores all writes and rows, or none of them:
 *
 * - conditional updates lock their row first, if it is still as expected;
 * - the last condition is the write itself: of an update, that its row is as expected; of an insert, that nothing is in the way;
 * - all else is written only if the last condition holds, which holds only if all before it do.
 *
 * Nothing is raised when a condition fails, so that other changes of the group are stored. It sets its organization before all else, by
 * the condition of its outermost select.
 */
export const compileChange = (
  organizationId: string,
  writes: readonly Write[],
  rows: readonly RowsToInsert[],
): CompiledChange => {
  requireOneWriteOfRow(writes)
  const key = `${writes.map(({ statement }) => statement.id).join()}|${rows.map((each) => each.key).join()}`
  let compiled = known.get(key)
  if (compiled === undefined) {
    compiled = { ...compile(writes, rows), name: known.size < maxTexts ? `c${known.size + 1}` : null }
    if (known.size < maxTexts) known.set(key, compiled)
  }
  const values: unknown[] = namesOrganization(writes) ? [organizationId] : []
  for (const write of writes) values.push(...write.values)
  for (const each of rows) values.push(...each.values)
  values.push(organizationId)
  return { ...compiled, values }
}

const requireOneWriteOfRow = (writes: readonly Write[]): void => {
  const rows = writes.flatMap(({ statement, rowId }) => (rowId === undefined ? [] : [`${statement.table} ${rowId}`]))
  if (new Set(rows).size < rows.length) throw new Error('A change writes one row twice.')
}

const compile = (writes: readonly Write[], rows: readonly RowsToInsert[]): Omit<CompiledChange, 'name' | 'values'> => {
  let used = namesOrganization(writes) ? 1 : 0
  const numbered = writes.map(({ statement }) => {
    const offset = used
    used += statement.parameters
    return { statement, at: (text: string): string => renumber(text, offset) }
  })
  const conditional = orderConditions(numbered)
  const last = conditional.at(-1)
  const placed = rows.map((each) => {
    const offset = used
    used += each.values.length
    return { each, at: (text: string): string => renumber(text, offset) }
  })
  const onlyIf = placed.find(({ each }) => each.onlyIf !== undefined)
  const first = onlyIf === undefined ? [] : ['exists (select from k)']
  const isKept = last === undefined ? (first[0] ?? null) : `exists (select from g${conditional.length - 1})`
  const parts = conditional.map((each, place) => {
    const value = returnedBy(each)
    if (each !== last) return `g${place} as (${conditionOf(each)})`
    const before = [...first, ...conditional.slice(0, -1).map((_, earlier) => `exists (select from g${earlier})`)]
    if (each.statement.kind === 'check') return `g${place} as (${[conditionOf(each), ...before].join(' and ')})`
    const cleared = clearedBy(each)
    // Read by the condition, so that it is complete before the insert.
    if (cleared !== null) before.push('(select count(*) from cleared) >= 0')
    const condition = `g${place} as (${written(each, before.join(' and '))} returning ${value ?? '1'})`
    return cleared === null ? condition : `cleared as (${cleared} returning 1), ${condition}`
  })
  let others = 0
  for (const each of numbered)
    if (each !== last && each.statement.kind !== 'check') {
      const cleared = clearedBy(each)
      const before = isKept === null ? [] : [isKept]
      if (cleared !== null) {
        parts.push(`cleared${others} as (${cleared} returning 1)`)
        before.push(`(select count(*) from cleared${others}) >= 0`)
      }
      parts.push(`w${others++} as (${written(each, before.join(' and '))})`)
    }
  for (const { each, at } of placed) parts.push(`w${others++} as (${at(each.text(isKept))})`)
  if (onlyIf) parts.unshift(`k as (select where ${onlyIf.at(onlyIf.each.onlyIf ?? '')})`)
  const results = conditional.map((_, place) => `exists (select from g${place}) as c${place}`)
  const returned = conditional.flatMap((each, place) =>
    returnedBy(each) === null ? [] : [`(select returned from g${place}) as r${place}`],
  )
  const columns = [...results, ...returned, ...first.map((condition) => `${condition} as k`)]
  return {
    text: `with ${parts.join(', ')} select ${columns.length > 0 ? columns.join(', ') : '1'} where ${organizationGate(used + 1)}`,
    conditions: results.length,
    returns: returned.length,
    hasOnlyIf: onlyIf !== undefined,
  }
}

/** Inserts take the organization from `$1`. */
const namesOrganization = (writes: readonly Write[]): boolean =>
  writes.some(({ statement }) => statement.kind === 'insert')

interface Numbered {
  readonly statement: WriteStatement
  readonly at: (text: string) => string
}

/** Checks first, then locks in the order of the writes; an insert that may find something in its way is last. */
const orderConditions = (writes: readonly Numbered[]): readonly Numbered[] => {
  const conditional = writes.filter(({ statement }) => statement.isConditional)
  const inserts = conditional.filter(({ statement }) => statement.kind === 'insert')
  if (inserts.length > 1)
    throw new Error('A change has at most one conditional insert: a second one could not undo it.')
  const isCheck = ({ statement }: Numbered): boolean => statement.kind === 'check'
  const locks = conditional.filter((each) => !isCheck(each) && !inserts.includes(each))
  return [...conditional.filter(isCheck), ...locks, ...inserts]
}

const clearedBy = ({ statement, at }: Numbered): string | null =>
  statement.kind === 'insert' && statement.clears !== undefined ? at(statement.clears) : null

const returnedBy = ({ statement, at }: Numbered): string | null =>
  statement.kind === 'update' && statement.returns !== undefined ? `${at(statement.returns)} as returned` : null

/** Selects something if the condition holds, and locks the row that it is about. */
const conditionOf = (each: Numbered): string => {
  const { statement, at } = each
  switch (statement.kind) {
    case 'check':
      return `select where ${at(`(${statement.condition})`)}`
    case 'update':
      return `select ${returnedBy(each) ?? ''} from ${statement.table} where ${at(statement.where)} for no key update`
    case 'delete':
      return `select from ${statement.table} where ${at(statement.where)} for update`
    case 'insert':
      throw new Error('An insert is the last condition.')
  }
}

const written = ({ statement, at }: Numbered, condition: string): string => {
  const and = condition && ` and ${condition}`
  switch (statement.kind) {
    case 'update':
      return `update ${statement.table} set ${at(statement.set)} where ${at(statement.where)}${and}`
    case 'delete':
      return `delete from ${statement.table} where ${at(statement.where)}${and}`
    case 'insert': {
      const onConflict = statement.onConflict ?? (statement.isConditional ? 'do nothing' : null)
      return `insert into ${statement.table} (organization_id, ${statement.columns.join(', ')}) select $1::uuid, ${at(
        statement.values.join(', '),
      )}${condition && ` where ${condition}`}${onConflict === null ? '' : ` on conflict ${at(onConflict)}`}`
    }
    case 'check':
      throw new Error('A check writes nothing.')
  }
}

/** Shifts the places of a text. */
const renumber = (text: string, offset: number): string =>
  text.replaceAll(/\$(\d+)/g, (_, place: string) => `$${Number(place) + offset}`)
