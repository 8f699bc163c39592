import { randomBytes } from 'node:crypto'
import pg from 'pg'
import type { ComposedServer } from '../../packages/reference-server/src/compose-server.ts'
import { newId } from '../../packages/reference-server/src/platform/database/ids/new-id.ts'
import { systemRequestContext } from '../../packages/reference-server/src/platform/system/system-request-context.ts'
import { accessRowOf } from './access-row.ts'

/**
 * The rows of one visit in the tables of the domains. Not copied: rows that exist once for each patient (consents, conditions, balances),
 * rows that are kept for some days only (outbox, replays, sessions, deliveries of partners' messages), and the audit ledger, whose chain is
 * append-only.
 */
const tables = [
  'scheduling.busy',
  'scheduling.appointments',
  'intake.forms',
  'visits.visits',
  'visits.seats',
  'documentation.notes',
  'documentation.note_versions',
  'documentation.signatures',
  'prescriptions.prescriptions',
  'prescriptions.history',
  'prescriptions.outgoing',
  'prescriptions.transmissions',
  'labs.orders',
  'labs.results',
  'labs.result_versions',
  'labs.transmissions',
  'billing.claims',
  'billing.claim_messages',
  'billing.visit_accounts',
  'billing.entries',
  'billing.remittances',
  'billing.remittance_lines',
  'billing.postings',
  'billing.transmissions',
  'follow_up.summaries',
  'messaging.deliveries',
  'messaging.transmissions',
] as const

/** Texts that are unique in an organization: the copy's number is added. */
const uniqueColumns: Readonly<Record<string, readonly string[]>> = {
  'visits.visits': ['vendor_room_id'],
  'visits.seats': ['vendor_room_id'],
  'billing.claims': ['number', 'payer_claim_number'],
  'billing.remittances': ['payment_number'],
  'billing.remittance_lines': ['claim_number'],
  'labs.orders': ['group_number'],
  'labs.results': ['filler_number'],
  'messaging.deliveries': ['dedupe_key'],
}

type Row = Readonly<Record<string, unknown>> & { readonly id: string }
interface TemplateRow {
  readonly table: string
  /** The row as JSON, without its encrypted columns. */
  readonly text: string
  readonly id: string
  readonly patientId: string | null
  /** The decrypted columns; null where nothing is encrypted. */
  readonly opened: string | null
}

export interface HistoryParts {
  readonly databaseUrl: string
  readonly organizationId: string
  /** The patient whose only visit is copied. */
  readonly template: { readonly patientId: string; readonly practitionerId: string }
  /** The patients who get the copies, in turn. */
  readonly patients: readonly string[]
  readonly practitioners: readonly string[]
  /** Numbers of the copies; each is created once. */
  readonly from: number
  readonly to: number
}

const visitMinutes = 20
const batchSize = 100

/**
 * Copies a finished visit into the past, as often as requested: with new ids, earlier times and PHI encrypted again for each row, so that
 * every copy decrypts like any other row. Written as the owner of the database, without the domains: 100,000 real visits would take too
 * long.
 */
export const growHistory = async (server: ComposedServer, parts: HistoryParts): Promise<void> => {
  const client = new pg.Client({ connectionString: parts.databaseUrl })
  await client.connect()
  try {
    await client.query("set timezone to 'UTC'")
    // The rows come in any order, and all rows of a visit are there at the end.
    await client.query('set session_replication_role to replica')
    const template = await readTemplate(server, client, parts)
    for (let at = parts.from; at < parts.to; at += batchSize) {
      const numbers = Array.from({ length: Math.min(batchSize, parts.to - at) }, (_, index) => at + index)
      const copies = await Promise.all(numbers.map((number) => copyVisit(server, template, parts, number)))
      await client.query('begin')
      for (const table of tables) {
        const rows = copies.flatMap((copy) => copy.get(table) ?? [])
        if (rows.length > 0)
          await client.query(`insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [
            `[${rows.join(',')}]`,
          ])
      }
      await client.query('commit')
    }
    await client.query(
      `update billing.accounts as account set insurance_cents = sums.insurance, patient_cents = sums.patient
       from (select patient_id, sum(insurance_cents) as insurance, sum(patient_cents) as patient
         from billing.entries where patient_id = any($1) group by patient_id) as sums where account.id = sums.patient_id`,
      [parts.patients],
    )
    // As autovacuum would have done long before.
    await client.query('analyze')
  } finally {
    await client.end()
  }
}

/** A recording of a visit of this patient, in pieces of random bytes, as encrypted ones are; no key opens them. */
export const growRecording = async (
  databaseUrl: string,
  { patientId, pieces, bytes }: RecordingParts,
): Promise<void> => {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query(
      `with recording as (
         insert into visits.recordings (id, organization_id, visit_id, patient_id, seat_id, seats_version, media_type, recorded,
           started_at, ended_at, pieces, bytes)
         select gen_random_uuid(), organization_id, id, patient_id, gen_random_uuid(), 1, 'video/webm', '{}', now(), now(), $2::integer, $3
         from visits.visits where patient_id = $1 limit 1
         returning *
       )
       insert into visits.recording_pieces (id, organization_id, recording_id, patient_id, number, sealed)
       select gen_random_uuid(), organization_id, id, patient_id, number, $4
       from recording, generate_series(1, $2::integer) as number`,
      [patientId, pieces, pieces * bytes, randomBytes(bytes)],
    )
  } finally {
    await client.end()
  }
}

interface RecordingParts {
  readonly patientId: string
  readonly pieces: number
  /** Of a piece. */
  readonly bytes: number
}

/** Rows of the ledger about these patients in turn, appended, chained and signed as any other. */
export const growLedger = async (
  { platform }: ComposedServer,
  organizationId: string,
  patients: readonly string[],
  count: number,
): Promise<void> => {
  for (let at = 0; at < count; at += ledgerBatchSize) {
    await platform.ledger.append(
      Array.from({ length: Math.min(ledgerBatchSize, count - at) }, (_, index) =>
        accessRowOf(organizationId, patients[(at + index) % patients.length] ?? newId()),
      ),
    )
    // The rows that wait for their links are few at any time, as on a server that has always run.
    if (at % (20 * ledgerBatchSize) === 0) await platform.checkpointer.checkpointNow()
  }
  await platform.checkpointer.checkpointNow()
}

const ledgerBatchSize = 500

const readTemplate = async (
  server: ComposedServer,
  client: pg.Client,
  { organizationId, template }: HistoryParts,
): Promise<readonly TemplateRow[]> => {
  const { access } = systemRequestContext('bench', organizationId, new Date())
  const rows: TemplateRow[] = []
  for (const table of tables) {
    for (const row of await rowsOf(client, table, template.patientId)) {
      if (isPending(table, row)) continue
      const { sealed, ...open } = row
      const bytes = Buffer.from(typeof sealed === 'string' ? sealed.slice(2) : '', 'hex')
      const patientId = typeof row['patient_id'] === 'string' ? row['patient_id'] : null
      const domain = table.slice(0, table.indexOf('.'))
      const opened =
        bytes.length === 0
          ? null
          : JSON.stringify(
              await server.platform.vault.open(
                server.platform.database.reader({ domain, organizationId }),
                access,
                { organizationId, table, rowId: row.id, patientId },
                bytes,
              ),
            )
      rows.push({ table, id: row.id, patientId, opened, text: JSON.stringify(open) })
    }
  }
  return rows
}

/** Pending messages would be due immediately in a copy, and the server busy with them while it is measured. */
const isPending = (table: string, { state, status }: Row): boolean =>
  table.endsWith('.transmissions')
    ? state === 'waiting'
    : table === 'messaging.deliveries' && (status === 'queued' || status === 'deferred')

/** Most tables have the patient of a row; three are found by a parent row. */
const rowsOf = async (client: pg.Client, table: string, patientId: string): Promise<readonly Row[]> => {
  const where: Readonly<Record<string, string>> = {
    'scheduling.busy': 'id in (select busy_id from scheduling.appointments where patient_id = $1)',
    'billing.remittances': 'id in (select remittance_id from billing.postings where patient_id = $1)',
  }
  const { rows } = await client.query<{ row: Row }>(
    `select to_jsonb(found) as row from ${table} as found where ${where[table] ?? 'patient_id = $1'} order by id`,
    [patientId],
  )
  return rows.map(({ row }) => row)
}

const instants = /(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d(?:\.\d+)?)(?:\+00:00|\+00|Z)/g

const copyVisit = async (
  server: ComposedServer,
  template: readonly TemplateRow[],
  { organizationId, template: original, patients, practitioners }: HistoryParts,
  number: number,
): Promise<Map<string, string[]>> => {
  // One visit after the other for each practitioner, and long enough ago that no search includes them.
  const earlier = (Math.floor(number / practitioners.length) * visitMinutes + 24 * 60) * 60_000
  const patientId = patients[number % patients.length] ?? ''
  const ids = new Map(template.map(({ id }) => [id, copyId(id, earlier)]))
  ids.set(original.patientId, patientId)
  ids.set(original.practitionerId, practitioners[number % practitioners.length] ?? '')
  const moved = (text: string): string => {
    let copied = text.replaceAll(instants, (_, day: string, time: string) =>
      new Date(Date.parse(`${day}T${time}Z`) - earlier).toISOString(),
    )
    for (const [from, to] of ids) copied = copied.replaceAll(from, to)
    return copied
  }
  const copies = new Map<string, string[]>()
  for (const { table, id, text, opened, patientId: whose } of template) {
    const row = JSON.parse(moved(text)) as Record<string, unknown>
    for (const column of uniqueColumns[table] ?? []) row[column] = `${String(row[column])}-${number}`
    if (table === 'billing.remittances') row['fingerprint'] = `\\x${randomBytes(16).toString('hex')}`
    if (table.endsWith('.transmissions') || opened !== null)
      row['sealed'] =
        opened === null
          ? '\\x'
          : `\\x${Buffer.from(
              await server.platform.vault.seal(
                server.platform.database.reader({ domain: table.slice(0, table.indexOf('.')), organizationId }),
                { organizationId, table, rowId: ids.get(id) ?? '', patientId: whose === null ? null : patientId },
                JSON.parse(moved(opened)),
              ),
            ).toString('hex')}`
    copies.set(table, [...(copies.get(table) ?? []), JSON.stringify(row)])
  }
  return copies
}

/** An earlier UUIDv7: the same counter, so that a visit's ids stay in their order, and new random bits. */
const copyId = (id: string, earlier: number): string => {
  const time = (Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) - earlier).toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-${id.slice(14, 18)}-8${randomBytes(2).toString('hex').slice(1)}-${randomBytes(6).toString('hex')}`
}
