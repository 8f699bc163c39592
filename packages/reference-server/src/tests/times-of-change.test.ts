import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { insertPatientDirectly } from '../domains/directory/tests/lakeside.testing.ts'
import { timeOfChange } from '../platform/database/migrate/times-of-change.ts'
import { createTestHospital, type TestHospital } from '../test-kit/test-hospital.ts'
import { platformEngines } from '../platform/database/tests/platform-engines.testing.ts'

const position = 'how far a person, a list or a job has come'
const queue = 'it waits for a partner or a job, and is deleted'
const calendar = 'a part of the calendar; what became of it is in scheduling.appointments'
const shown = 'who looks at a page now'

/** Tables whose rows are changed and are no facts of the record, and why. What becomes a FHIR resource is not among them. */
const noFacts: Readonly<Record<string, string>> = {
  'billing.claim_counts': 'counts of billing.claims',
  'billing.mailbox_files': queue,
  'billing.mailbox_pieces': 'it is deleted, and never changed',
  'billing.transmissions': queue,
  'compliance.known_readers': position,
  'compliance.ledger_positions': position,
  'compliance.monitor_facts': 'it is added and removed, and says when',
  'compliance.monitor_positions': position,
  'compliance.monitored_days': position,
  'compliance.reader_watches': position,
  'directory.drafts': 'a text that its author has not sent',
  'directory.identities': 'a link to a sign-in; it is not changed, only replaced',
  'directory.invitations': 'it has a time for each of its steps',
  'labs.transmissions': queue,
  'labs.unmatched_messages': queue,
  'messaging.early_reports': queue,
  'messaging.endpoint_lists': position,
  'messaging.partner_messages': 'it has the time of its decision',
  'messaging.stopped_numbers': 'it has the time of its last word',
  'messaging.transmissions': queue,
  'messaging.webhook_deliveries': queue,
  'messaging.webhook_endpoints': 'configuration of an integrator',
  'prescriptions.favorites': 'a template of a practitioner',
  'prescriptions.list_versions': position,
  'prescriptions.transmissions': queue,
  'prescriptions.usual_medications': 'counts of prescriptions.prescriptions',
  'documentation.text_macros': 'a template of a practitioner',
  'scheduling.busy': calendar,
  'scheduling.hold_overrides': calendar,
  'scheduling.holds': calendar,
  'scheduling.on_demand_requests': queue,
  'scheduling.patient_bookings': position,
  'scheduling.waitlist_entries': queue,
  'scheduling.waitlist_joins': position,
  'visits.held_reports': queue,
  'visits.lines': shown,
  'visits.received_reports': 'it is deleted, and never changed',
  'visits.presences': shown,
  'visits.room_attempts': queue,
}

describe.each(platformEngines)('when facts were last changed, on %s', (engine) => {
  let hospital: TestHospital
  beforeAll(async () => {
    hospital = await createTestHospital({ engine })
  })
  afterAll(() => hospital.stop())

  interface Row {
    readonly name: string
    readonly isKept: boolean
  }
  /** The tables that a domain may change, and whether the time of a change is kept. */
  const changedTables = async (): Promise<readonly Row[]> => {
    const { rows } = await sql<Row>`
      select schemaname || '.' || tablename as name,
        exists (select from pg_attribute where attrelid = each.id and attname = ${timeOfChange} and attnotnull)
        and exists (select from pg_trigger where tgrelid = each.id and tgname = 'time_of_change' and tgenabled = 'O') as "isKept"
      from (select *, format('%I.%I', schemaname, tablename)::regclass as id from pg_tables
        where schemaname not in ('pg_catalog', 'information_schema', 'platform', 'vault', 'audit', 'identity')) as each
      where has_table_privilege('visitkit_' || schemaname, id, 'update')`.execute(hospital.platform.database.owner())
    return rows.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  }

  test('every table with facts keeps it; every other one says why it needs none', async () => {
    const tables = await changedTables()
    expect(tables.filter(({ isKept }) => !isKept).map(({ name }) => name)).toEqual(Object.keys(noFacts).toSorted())
    expect(tables.length).toBeGreaterThan(80)
  })

  test('it is the time of the write, through any writer', async () => {
    const { id } = await insertPatientDirectly(hospital)
    const read = async (): Promise<{ created: Date; changed: Date }> => {
      const { rows } = await sql<{ created: Date; changed: Date }>`select created_at as created, last_updated as changed
        from directory.patients where id = ${id}::uuid`.execute(hospital.platform.database.owner())
      if (!rows[0]) throw new Error('no patient')
      return rows[0]
    }
    const first = await read()
    expect(first.changed).toEqual(first.created)
    const desk = await hospital.as('front-desk')
    expect((await desk.patch(`/v1/patients/${id}`, { language: 'es', version: 1 })).status).toBe(200)
    const second = await read()
    expect(second.changed.getTime()).toBeGreaterThan(first.changed.getTime())
    expect(second.created).toEqual(first.created)
    // Not even a writer who claims another time.
    await sql`update directory.patients set last_updated = '2001-01-01' where id = ${id}::uuid`.execute(
      hospital.platform.database.owner(),
    )
    expect((await read()).changed.getTime()).toBeGreaterThan(second.changed.getTime())
  })
})
