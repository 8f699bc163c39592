import { rowsToInsert } from '../database/changes/rows-to-insert.ts'
import type { RowsToInsert } from '../contracts/write.ts'
import { insertRows, rowsClass, type InsertColumn } from '../database/unit-of-work/insert-rows.ts'
import { noOrganization } from '../database/pool/organization-gate.ts'
import type { DomainStatement } from '../database/open/group-connections.ts'
import type { Statement } from '../contracts/database.ts'
import type { AccessRow } from '../contracts/ledger.ts'

/** The columns of the view `audit.accesses`. Reads and hashes use this order. */
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
  ['origin', 'text', 'origin'],
  ['origin_details', 'text', 'originDetails'],
  ['query', 'text', 'query'],
  ['consents', 'text', 'consents'],
] as const satisfies readonly (readonly [column: string, type: string, property: keyof AccessRow])[]

/** Properties that rows of the first release do not have. They are absent from those rows' exports, journals and hashes. */
const laterProperties = [
  'onBehalfOf',
  'origin',
  'originDetails',
  'query',
  'consents',
] as const satisfies readonly (keyof AccessRow)[]
export type LaterProperty = (typeof laterProperties)[number]
export const isLaterProperty = (property: keyof AccessRow): property is LaterProperty =>
  (laterProperties as readonly string[]).includes(property)

/**
 * Most ids are UUIDs, and are stored as such: in the table and its indexes they take less than half of their text. What is not exactly the
 * text of a UUID is in the column `other_ids`, by property. The view `audit.accesses` shows the text of either.
 */
const idProperties = ['requestId', 'entityId', 'patientId', 'actorId', 'sessionId', 'onBehalfOf'] as const
type IdProperty = (typeof idProperties)[number]
const isId = (property: keyof AccessRow): property is IdProperty =>
  (idProperties as readonly string[]).includes(property)
const uuidText = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const storedColumns: readonly InsertColumn[] = [
  ...accessColumns.map(([column, type, property]) => [column, isId(property) ? 'uuid' : type] as const),
  ['other_ids', 'jsonb'],
]

/** The statement that inserts rows into the ledger. Needs at least one row. */
export const insertAccesses = (rows: readonly AccessRow[]): Statement =>
  insertRows(table, storedColumns, valuesOf(rows))

/** The same, of the ledger's own role, in a group of changes. */
export const accessesInGroup = (rows: readonly AccessRow[]): DomainStatement => ({
  ...insertAccesses(rows),
  ...{ domain: 'audit', organizationId: noOrganization, name: `accesses${rowsClass(rows.length)}` },
})

/** The same rows, as part of a change. */
export const accessesToInsert = (rows: readonly AccessRow[]): RowsToInsert =>
  rowsToInsert(table, storedColumns, valuesOf(rows))

const table = 'audit.access_rows'
const valuesOf = (rows: readonly AccessRow[]): unknown[][] => {
  const otherIds = rows.map((): Partial<Record<IdProperty, string>> | null => null)
  const columns = accessColumns.map(([, , property]) =>
    rows.map((row, index) => {
      const given = row[property] ?? null
      if (isId(property) && typeof given === 'string' && uuidText.test(given)) return given
      const value = storable(given)
      if (!isId(property) || typeof value !== 'string') return value
      otherIds[index] = { ...otherIds[index], [property]: value }
      return null
    }),
  )
  return [...columns, otherIds.map((ids) => (ids === null ? null : JSON.stringify(ids)))]
}

/** Ids come from request paths as sent. PostgreSQL refuses a NUL, and long ids could be used to fill the ledger. */
const storable = (value: string | Date | null): string | Date | null => {
  if (typeof value !== 'string') return value
  const isStorable = value.length <= maxText && !value.includes('\0') && value.isWellFormed()
  return isStorable ? value : value.replaceAll('\0', '\uFFFD').slice(0, maxText).toWellFormed()
}
const maxText = 256

/** Select list that returns a row of the view in the shape of AccessRow. */
export const selectAccesses = accessColumns
  .map(([column, , property]) => `accesses.${column} as "${property}"`)
  .join(', ')
