import { operations, type OperationId } from '@visitkit/contract/operations'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isPartOfChart } from '../packages/reference-server/src/platform/sensitive/chart-entities.ts'
import { newId } from '../packages/reference-server/src/platform/database/ids/new-id.ts'
import { migratedDatabase } from './migrated-database.ts'
import { body, createHospital, permissions, type Hospital, type Person } from './hospital/create-hospital.ts'
import { startPartners, type HospitalPartners } from './hospital/start-partners.ts'
import { startServer, type RunningServer } from './hospital/start-server.ts'
import { everyRequest } from './requests/every-request.ts'
import type { PrepareRequest } from './requests/prepared-request.ts'
import { send } from './requests/send-request.ts'

/**
 * A clinic whose visits are all about substance use. Whatever was recorded in a visit is nothing to a proxy without the scope `sensitive`: not
 * its id, nor a place in a list. To a nurse it is nothing where it is part of the chart.
 */
let server: RunningServer
let partners: HospitalPartners
let hospital: Hospital

beforeAll(async () => {
  const id = newId()
  partners = await startPartners(id, () => server?.clock.now() ?? new Date())
  server = await startServer({ databaseUrl: await migratedDatabase(), environment: partners.environment })
  hospital = await createHospital(server, id)
  const { items } = await body(hospital.administrator.get('/v1/visit-types'))
  for (const { id: typeId, version, onDemand } of items)
    if (onDemand !== true)
      await body(hospital.administrator.patch(`/v1/visit-types/${typeId}`, { sensitivity: 'substance-use', version }))
})
afterAll(async () => {
  await server?.stop()
  await partners?.stop()
})

const guarded = (Object.keys(operations) as OperationId[]).filter((id) => operations[id].permission !== 'none')
const prepare = (id: OperationId, person: Person) => (everyRequest[id] as PrepareRequest<OperationId>)(hospital, person)

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g
const idsIn = (text: string): ReadonlySet<string> => new Set(text.match(uuid))

/** Columns that name what a visit leaves behind. Read from the database itself, so that a new table counts. */
const ofVisit = [
  'visit_id',
  'appointment_id',
  'note_id',
  'order_id',
  'result_id',
  'prescription_id',
  'claim_id',
  'thread_id',
]

const domains = [
  'documentation',
  'labs',
  'prescriptions',
  'follow_up',
  'messaging',
  'billing',
  'intake',
  'consent',
  'rights',
  'visits',
  'scheduling',
]
const dbOf = (domain: string) => server.composed.platform.database.reader({ domain, organizationId: hospital.id })

/** For each domain, the ids of rows that name one of some ids, where it names a visit or what was recorded in one. */
const namingReads = async (): Promise<readonly ((named: readonly string[]) => Promise<string[]>)[]> =>
  (
    await Promise.all(
      domains.map(async (domain) => {
        const db = dbOf(domain)
        const { rows: columns } = await sql<{ table: string; column: string }>`
          select format('%I.%I', table_schema, table_name) as table, column_name as column
          from information_schema.columns as names
          where column_name = any(${ofVisit}) and table_schema = ${domain}
            and exists (select from information_schema.columns as ids where ids.table_schema = names.table_schema
              and ids.table_name = names.table_name and ids.column_name = 'id')`.execute(db)
        if (columns.length === 0) return []
        return async (named: readonly string[]) => {
          const parts = columns.map(
            ({ table, column }) =>
              sql`select id::text as id from ${sql.raw(table)} where ${sql.ref(column)}::text = any(${named})`,
          )
          const { rows } = await sql<{ id: string }>`${sql.join(parts, sql` union all `)}`.execute(db)
          return rows.map(({ id }) => id)
        }
      }),
    )
  ).flat()
let reads: Awaited<ReturnType<typeof namingReads>> | undefined

/** Ids of the visits of these patients, of what they wait for, and of every row that names one, or a row that does. */
const recordedFor = async (patientIds: readonly string[]): Promise<ReadonlySet<string>> => {
  reads ??= await namingReads()
  const { rows: visits } = await sql<{ id: string }>`
    select id from visits.visits where patient_id = any(${patientIds}::uuid[])`.execute(dbOf('visits'))
  const { rows: appointments } = await sql<{ id: string }>`
    select id from scheduling.appointments where patient_id = any(${patientIds}::uuid[])`.execute(dbOf('scheduling'))
  const { rows: waiting } = await sql<{ id: string }>`
    select id from scheduling.waitlist_entries where patient_id = any(${patientIds}::uuid[])`.execute(
    dbOf('scheduling'),
  )
  const found = new Set([...visits, ...appointments, ...waiting].map(({ id }) => id))
  for (let before = -1; before !== found.size;) {
    before = found.size
    const named = await Promise.all(reads.map((read) => read([...found])))
    for (const id of named.flat()) found.add(id)
  }
  return found
}

/** Operations that show a sensitive visit, or something of one, to a proxy who may learn of it. */
const shownBy = new Set<OperationId>()
const everythingElse = ['schedule', 'visit', 'record'] as const

describe('a sensitive visit', () => {
  const ofProxies = guarded.filter((id) => permissions.proxy[operations[id].permission] === 'own')

  it.each(ofProxies)('%s shows nothing of it to a proxy without the scope', async (id) => {
    const owner = await hospital.person('patient')
    const [patientId = ''] = owner.patientIds
    const request = await prepare(id, owner)
    const recorded = await recordedFor([patientId])
    const proxy = await hospital.proxyOf(patientId, everythingElse)
    const answer = await send(proxy, id, request)
    const shown = idsIn(answer.text).intersection(recorded)
    expect([...shown]).toEqual([])
    const named = idsIn(JSON.stringify([request.path, request.query, request.body])).intersection(recorded)
    if (named.size > 0) expect(answer.status, answer.text).toBe(404)
    // A write was carried out, or is bound to the person.
    if (operations[id].method !== 'get') return
    const permitted = await hospital.proxyOf(patientId, [...everythingElse, 'sensitive'])
    const whole = await send(permitted, id, request)
    expect(whole.status, whole.text).toBeLessThan(300)
    if (named.size > 0 || idsIn(whole.text).intersection(recorded).size > 0) shownBy.add(id)
  })

  it('is shown by many operations to a proxy with the scope', () => {
    expect(shownBy.size, [...shownBy].join(' ')).toBeGreaterThan(18)
  })

  const ofNurses = guarded.filter((id) => {
    const { permission, audit } = operations[id]
    return (
      permissions.nurse[permission] !== undefined &&
      permissions.practitioner[permission] !== undefined &&
      isPartOfChart[audit.entity]
    )
  })

  it.each(ofNurses)('%s shows nothing of its chart to a nurse', async (id) => {
    const practitioner = await hospital.person('practitioner')
    const request = await prepare(id, practitioner)
    const { rows } = await sql<{ patient: string }>`
      select distinct patient_id as patient from scheduling.appointments where organization_id = ${hospital.id}::uuid`.execute(
      dbOf('scheduling'),
    )
    const recorded = await recordedFor(rows.map(({ patient }) => patient))
    const nurse = await hospital.person('nurse')
    const answer = await send(nurse, id, request)
    expect([...idsIn(answer.text).intersection(recorded)]).toEqual([])
    const named = idsIn(JSON.stringify([request.path, request.query, request.body])).intersection(recorded)
    if (named.size > 0) expect(answer.status, answer.text).toBe(404)
  })
})
