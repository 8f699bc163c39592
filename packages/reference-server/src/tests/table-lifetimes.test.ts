import { sql, type RawBuilder } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tableLifetimes } from '../composition/table-lifetimes.ts'
import { firstIdOf, newId } from '../platform/database/ids/new-id.ts'
import { housekeepingJobs } from '../platform/jobs/housekeeping.ts'
import { createTestHospital, type TestHospital } from '../test-kit/test-hospital.ts'
import { platformEngines } from '../platform/database/tests/platform-engines.testing.ts'

const day = 86_400_000
const now = new Date('2030-06-01T12:00:00Z')
const daysAgo = (days: number): Date => new Date(now.getTime() - days * day)
/** An id of this moment; the last part distinguishes rows. */
const idAt = (moment: Date, row: number): string => firstIdOf(moment).slice(0, -12) + row.toString(16).padStart(12, '0')

describe.each(platformEngines)('what is stored, and for how long, on %s', (engine) => {
  let hospital: TestHospital
  beforeAll(async () => {
    hospital = await createTestHospital({ engine })
  })
  afterAll(() => hospital.stop())

  const tablesOfCatalog = async (): Promise<readonly string[]> => {
    const { rows } = await sql<{ name: string }>`
      select schemaname || '.' || tablename as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema')
        and not exists (select from pg_inherits where inhrelid = format('%I.%I', schemaname, tablename)::regclass)`.execute(
      hospital.platform.database.owner(),
    )
    return rows.map(({ name }) => name).toSorted()
  }

  test('every table says what ends its growth, or which law makes it grow', async () => {
    expect(await tablesOfCatalog()).toEqual(Object.keys(tableLifetimes).toSorted())
  })

  test('every job that is named runs', () => {
    const running = new Set([
      ...hospital.jobNames(),
      ...housekeepingJobs(hospital.platform.database).map(({ name }) => name),
    ])
    const named = Object.values(tableLifetimes).flatMap((lifetime) =>
      'deletedBy' in lifetime ? [lifetime.deletedBy] : [],
    )
    expect(named.filter((name) => !running.has(name))).toEqual([])
    expect(named).not.toEqual([])
  })

  /** The rows: old ones, an old one that something waits for, and one of yesterday. */
  const insert = (domain: string, statement: (organizationId: string) => RawBuilder<unknown>): Promise<unknown> =>
    hospital.keep(domain, ({ tx, caller }) => statement(caller.organizationId).execute(tx))
  const remaining = async (domain: string, table: string): Promise<readonly string[]> => {
    const { rows } = await sql<{ id: string }>`select id from ${sql.table(table)} order by id`.execute(
      hospital.platform.database.reader({ domain, organizationId: hospital.organizationId }),
    )
    return rows.map(({ id }) => id)
  }

  const cases: readonly {
    readonly table: string
    readonly job: string
    readonly days: number
    /** A row with this id. `waits`: something still waits for it. */
    readonly row: (organizationId: string, id: string, createdAt: Date, waits: boolean) => RawBuilder<unknown>
    readonly canWait: boolean
  }[] = [
    {
      table: 'messaging.deliveries',
      job: 'messaging.delete-old-rows',
      days: 730,
      canWait: true,
      row: (organizationId, id, createdAt, waits) => sql`
        insert into messaging.deliveries (organization_id, id, patient_id, audience, kind, template, subject_kind, subject_id,
          channel, status, expires_at, created_at)
        values (${organizationId}, ${id}, ${newId()}, 'patient', 'reminder', 'reminder-day', 'appointment', ${newId()},
          'email', ${waits ? 'queued' : 'sent'}, ${createdAt}, ${createdAt})`,
    },
    {
      table: 'labs.deliveries',
      job: 'labs.delete-old-rows',
      days: 400,
      canWait: false,
      row: (organizationId, id, at) => sql`
        insert into labs.deliveries (organization_id, id, source, control_id, digest, created_at)
        values (${organizationId}, ${id}, 'LAB', ${id}, '\\x00', ${at})`,
    },
    {
      table: 'labs.unmatched',
      job: 'labs.delete-old-rows',
      days: 90,
      canWait: true,
      row: (organizationId, id, at, waits) => sql`
        insert into labs.unmatched (organization_id, id, reason, source, filler_number, status, received_at, decided_by,
          decided_at, urgency, sealed, created_at)
        values (${organizationId}, ${id}, 'unknown-order', 'LAB', ${id}, ${waits ? 'open' : 'returned'}, ${at},
          ${waits ? null : 'nurse'}, ${waits ? null : at}, 1, '\\x00', ${at})`,
    },
    {
      table: 'labs.unmatched_messages',
      job: 'labs.delete-old-rows',
      days: 90,
      canWait: true,
      row: (organizationId, id, at, waits, unmatchedId = newId()) => sql`
        with unmatched as (
          insert into labs.unmatched (organization_id, id, reason, source, filler_number, status, received_at, urgency,
            sealed)
          select ${organizationId}::uuid, ${unmatchedId}::uuid, 'unknown-order', 'LAB', ${id}, 'open', ${at}::timestamptz, 1, '\\x00'
          where ${waits}::boolean
        )
        insert into labs.unmatched_messages (organization_id, id, source, control_id, digest, part, parser, received_at,
          unmatched_id, sealed, created_at)
        values (${organizationId}, ${id}, 'LAB', ${id}, '\\x00', 0, 'hl7-oru/2', ${at}, ${unmatchedId}, '\\x00', ${at})`,
    },
    {
      table: 'visits.vendor_reports',
      job: 'visits.delete-old-rows',
      days: 90,
      canWait: false,
      row: (organizationId, id, at) => sql`
        insert into visits.vendor_reports (organization_id, id, vendor, report_id, type, at, created_at)
        values (${organizationId}, ${id}, 'daily', ${id}, 'joined', ${at}, ${at})`,
    },
    {
      table: 'visits.presences',
      job: 'visits.delete-old-rows',
      days: 30,
      canWait: true,
      // The queue of a practitioner has one row, however long ago it was opened.
      row: (organizationId, id, at, waits) => sql`
        insert into visits.presences (organization_id, id, kind, seen_at, present, created_at)
        values (${organizationId}, ${id}, ${waits ? 'practitioner' : 'visit'}, ${at}, false, ${at})`,
    },
    {
      table: 'billing.payment_reports',
      job: 'billing.delete-old-rows',
      days: 90,
      canWait: false,
      row: (organizationId, id, at) => sql`
        insert into billing.payment_reports (organization_id, id, report_id, kind, reference, state, at, created_at)
        values (${organizationId}, ${id}, ${id}, 'checkout', 'r', 'paid', ${at}, ${at})`,
    },
  ]

  test.each(cases)('rows of $table are deleted after $days days', async ({ table, job, days, canWait, row }) => {
    const [domain = ''] = table.split('.')
    const [old, recent] = [daysAgo(days + 1), daysAgo(days - 1)]
    const waiting = canWait ? [idAt(old, 0)] : []
    for (const id of waiting) await insert(domain, (organizationId) => row(organizationId, id, old, true))
    for (const id of [idAt(old, 1), idAt(old, 2)])
      await insert(domain, (organizationId) => row(organizationId, id, old, false))
    await insert(domain, (organizationId) => row(organizationId, idAt(recent, 3), recent, false))
    await hospital.runJob(job, now)
    expect(await remaining(domain, table)).toEqual([...waiting, idAt(recent, 3)])
  })

  test('deliveries of webhooks are deleted after 90 days, unless one waits', async () => {
    const endpointId = newId()
    const [old, recent] = [daysAgo(91), daysAgo(89)]
    await insert(
      'messaging',
      (
        organizationId,
      ) => sql`insert into messaging.webhook_endpoints (organization_id, id, url, events, status, version, sealed)
        values (${organizationId}, ${endpointId}, 'https://hooks.example', '{}', 'active', 1, '\\x00')`,
    )
    for (const [id, status, at] of [
      [idAt(old, 1), 'queued', old],
      [idAt(old, 2), 'delivered', old],
      [idAt(old, 3), 'failed', old],
      [idAt(recent, 4), 'delivered', recent],
    ] as const)
      await insert(
        'messaging',
        (
          organizationId,
        ) => sql`insert into messaging.webhook_deliveries (organization_id, id, endpoint_id, event, event_id, body, status, created_at)
          values (${organizationId}, ${id}, ${endpointId}, 'visits.ended', ${newId()}, '{}', ${status}, ${at})`,
      )
    await hospital.runJob('messaging.delete-old-rows', now)
    expect(await remaining('messaging', 'messaging.webhook_deliveries')).toEqual([idAt(old, 1), idAt(recent, 4)])
  })
})
