import { rowsToInsert } from '../database/changes/rows-to-insert.ts'
import type { RowsToInsert } from '../contracts/write.ts'
import { insertRows } from '../database/unit-of-work/insert-rows.ts'
import type { Statement } from '../contracts/database.ts'
import type { AccessRow } from '../contracts/ledger.ts'

/** The columns of `audit.accesses` that a row fills. Inserts, reads and hashes use this order. */
export const accessColumns = [
  ['organization_id', 'uuid', 'organizationId'],
  ['id', 'uuid', 'id'],
  ['at', 'timestamptz', 'at'],
  ['request_id', 'text', 'requestId'],
  ['operation', 'text', 'operation'],
  ['action', 'text', 'action'],
  ['entity', 'text', 'entity'],
  ['entity_id', 'text', 'entityId'],
  ['patient_id', 'text', 'patientId'],
  ['outcome', 'text', 'outcome'],
  ['refusal', 'text', 'refusal'],
  ['because', 'text', 'because'],
  ['actor_kind', 'text', 'actorKind'],
  ['actor_id', 'text', 'actorId'],
  ['actor_role', 'text', 'actorRole'],
  ['session_id', 'text', 'sessionId'],
  ['client_id', 'text', 'clientId'],
  ['purpose', 'text', 'purpose'],
  ['on_behalf_of', 'text', 'onBehalfOf'],
] as const satisfies readonly (readonly [column: string, type: string, property: keyof AccessRow])[]

/** Properties that rows of the first release do not have. They are absent from those rows' exports, journals and hashes. */
const laterProperties = ['onBehalfOf'] as const satisfies readonly (keyof AccessRow)[]
export type LaterProperty = (typeof laterProperties)[number]
export const isLaterProperty = (property: keyof AccessRow): property is LaterProperty =>
  (laterProperties as readonly string[]).includes(property)

/** The statement that inserts rows into the ledger. Needs at least one row. */
export const insertAccesses = (rows: readonly AccessRow[]): Statement =>
  insertRows(table, accessColumns, valuesOf(rows))

/** The same rows, as part of a change. */
export const accessesToInsert = (rows: readonly AccessRow[]): RowsToInsert =>
  rowsToInsert(table, accessColumns, valuesOf(rows))

const table = 'audit.accesses'
const valuesOf = (rows: readonly AccessRow[]) =>
  accessColumns.map(([, , property]) => rows.map((row) => storable(row[property] ?? null)))

/** Ids come from request paths as sent. PostgreSQL refuses a NUL, and long ids could be used to fill the ledger. */
const storable = (value: string | Date | null): string | Date | null =>
  typeof value === 'string' ? value.replaceAll('\0', '\uFFFD').slice(0, maxText) : value
const maxText = 256

/** Select list that returns a row of the table in the shape of AccessRow. */
export const selectAccesses = accessColumns
  .map(([column, , property]) => `accesses.${column} as "${property}"`)
  .join(', ')
