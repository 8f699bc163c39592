import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../database/ids/new-id.ts'
import { domainSchema } from '../database/migrate/domain-schema.ts'
import { organizationsDue } from '../database/migrate/organizations-due.ts'
import { tenantTable } from '../database/migrate/tenant-table.ts'
import { createTestDatabase, type TestDatabase } from '../database/tests/create-test-database.testing.ts'
import { organizationsWith } from './organizations-with.ts'
import { platformEngines } from '../database/tests/platform-engines.testing.ts'

const migrations = ['gardens', 'orchards'].map((schema) => ({
  id: `${schema}/0001-plants`,
  statements: [
    ...domainSchema(schema),
    ...tenantTable({
      schema,
      name: 'plants',
      columns: { water_at: 'timestamptz not null' },
      indexes: ['(organization_id, water_at)'],
    }),
    organizationsDue(`${schema}.thirsty`, `from ${schema}.plants where water_at <= due_by`),
    organizationsDue(`${schema}.curious`, 'from orchards.plants'),
  ],
}))

describe.each(platformEngines)('the organizations with something due on %s', (engine) => {
  let kit: TestDatabase
  beforeAll(async () => {
    kit = await createTestDatabase({ engine, migrations })
  })
  afterAll(() => kit.close())

  const across = (domain: string) => kit.database.reader({ domain, organizationId: '' })
  const plant = (schema: string, organizationId: string, waterAt: Date) =>
    kit.database.transact({ domain: schema, organizationId }, (tx) =>
      sql`insert into ${sql.table(`${schema}.plants`)} (organization_id, id, water_at) values (${organizationId}, ${newId()}, ${waterAt})`.execute(
        tx,
      ),
    )

  test('are named among those that are given, each once', async () => {
    const [now, later] = [new Date('2026-11-30T00:00:00Z'), new Date('2026-11-30T00:01:00Z')]
    const [due, twice, notYet, none, notGiven] = [newId(), newId(), newId(), newId(), newId()]
    for (const each of [due, twice, twice, notGiven]) await plant('gardens', each, now)
    await plant('gardens', notYet, later)
    const given = [none, due, notYet, twice]
    expect(await organizationsWith(across('gardens'), 'gardens.thirsty', given, now)).toEqual([due, twice])
    expect(await organizationsWith(across('gardens'), 'gardens.thirsty', given, later)).toEqual([due, notYet, twice])
    expect(await organizationsWith(across('gardens'), 'gardens.thirsty', [], later)).toEqual([])
  })

  test('are found with the rights of who asks, and only in their own rows', async () => {
    const one = newId()
    await plant('orchards', one, new Date())
    const ask = (domain: string, list: string) => organizationsWith(across(domain), list, [one], new Date())
    await expect(ask('gardens', 'gardens.curious')).rejects.toMatchObject({ code: '42501' })
    await expect(ask('gardens', 'orchards.thirsty')).rejects.toMatchObject({ code: '42501' })
    expect(await ask('orchards', 'orchards.curious')).toEqual([one])
    const { rows } = await sql<{ proname: string }>`
      select proname from pg_proc where prosecdef and pronamespace in ('gardens'::regnamespace, 'orchards'::regnamespace)`.execute(
      kit.database.owner(),
    )
    expect(rows).toEqual([])
  })

  test('leave no organization set for what follows in the same transaction', async () => {
    const [one, other] = [newId(), newId()]
    const now = new Date()
    await plant('gardens', one, now)
    await plant('gardens', other, now)
    const seen = await kit.database.transact({ domain: 'gardens', organizationId: '' }, async (tx) => {
      const due = await organizationsWith(tx, 'gardens.thirsty', [one, other], now)
      const { rows } = await sql<{ setting: string; count: string }>`
        select current_setting('app.organization') as setting, (select count(*) from gardens.plants) as count`.execute(
        tx,
      )
      return { due, rows }
    })
    expect(seen.due).toEqual([one, other])
    expect(seen.rows).toMatchObject([{ setting: '' }])
    expect(Number(seen.rows[0]?.count)).toBe(0)
  })
})
