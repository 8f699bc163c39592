import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../ids/new-id.ts'
import { domainSchema } from '../migrate/domain-schema.ts'
import { tenantTable } from '../migrate/tenant-table.ts'
import { createTestDatabase, type TestDatabase } from '../tests/create-test-database.testing.ts'
import type { Connection } from './connection.ts'
import { faultOfPlan } from './gated-plans.testing.ts'
import { gatedClaim, gatedSelect, noOrganization, organizationGate } from './organization-gate.ts'

const migrations = [
  {
    id: 'gardens/0001-plants',
    statements: [
      ...domainSchema('gardens'),
      ...tenantTable({
        schema: 'gardens',
        name: 'plants',
        columns: { name: 'text not null', height: 'integer not null' },
        indexes: ['(organization_id, height)'],
      }),
      ...tenantTable({ schema: 'gardens', name: 'herbs', columns: { name: 'text not null' } }),
      // As the list of organizations, which a reader sees that has none set.
      `create policy roster on gardens.plants for select to visitkit_gardens
         using (nullif(current_setting('app.organization', true), '') is null)`,
    ],
  },
]
const role = 'visitkit_gardens'

/** Each returns the names of the plants of its organization; the text, and the number of its values. */
const reads: Readonly<Record<string, string>> = {
  'a scan': 'select name from gardens.plants',
  'an order and a limit': 'select name from gardens.plants where height > -1 order by name limit 100',
  'a limit that reads': 'select name from gardens.plants limit (select count(*) from gardens.plants)',
  'an aggregate': 'select max(name) as name from gardens.plants',
  groups: 'select name from gardens.plants group by name having count(*) = 1',
  'one row of each': 'select distinct on (name) name from gardens.plants order by name',
  'an outer join':
    'select one.name from gardens.plants as one left join gardens.plants as other on other.id = one.id and other.height > 0',
  'a union':
    'select name from gardens.plants where height > 5 union all select name from gardens.plants where height <= 5',
  'a union of reads':
    'select part.name::text, 0 from (select name from gardens.plants order by name limit 9) as part union all select part.name::text, 1 from (select name from gardens.herbs) as part',
  'a part': 'with own as materialized (select * from gardens.plants) select name from own',
  'a recursion':
    'with recursive own as (select name from gardens.plants union select name from own) select name from own',
  'a sub-select of the list': 'select (select name from gardens.plants) as name',
  'a set of its list': 'select unnest((select array_agg(name) from gardens.plants)) as name',
  'a lateral join':
    'select own.name from (select 1) as one (n), lateral (select name from gardens.plants where height > one.n - 100) as own',
  'rows that it locks': 'select name from gardens.plants for update skip locked',
  'a window': 'select name from (select name, row_number() over (order by name) as place from gardens.plants) as each',
}
const claim = `with taken as (
    update gardens.plants set height = height + 1 where id = any (array(
      select id from gardens.plants order by id limit 100 for update skip locked)) returning name),
  claim as materialized (select name from taken) select claim.* from claim`

const gated: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(reads).map(([name, text]) => [name, gatedSelect(text, 0)])),
  'a claim': gatedClaim(claim, 0),
}
/** The planner derives a condition without columns from it and the policy. */
const named = gatedSelect('select name from gardens.herbs where organization_id = $1::uuid', 1)

describe.each(['postgres', 'pglite'] as const)('the gate of a statement on %s', (engine) => {
  let kit: TestDatabase
  const [one, other] = [newId(), newId()]
  beforeAll(async () => {
    kit = await createTestDatabase({ engine, migrations })
    for (const [organizationId, name] of [
      [one, 'rose'],
      [other, 'fern'],
    ] as const)
      await kit.database.transact({ domain: 'gardens', organizationId }, (tx) =>
        sql`insert into gardens.plants (organization_id, id, name, height) values (${organizationId}, ${newId()}, ${name}, 3)`.execute(
          tx,
        ),
      )
  })
  afterAll(() => kit.close())

  /** Each in a transaction of its own, on a connection whose session setting is `organization`. */
  const on = <A>(organization: string, run: (connection: Connection) => Promise<A>): Promise<A> =>
    kit.database.withOwnerConnection(async (connection) => {
      await connection.switchTo({ role, organization })
      try {
        return await run(connection)
      } finally {
        await connection.switchTo({ role: 'none', organization: '' })
      }
    })
  const namesOf = async (connection: Connection, text: string, organization: string): Promise<readonly unknown[]> =>
    (await connection.readTogether(role, [{ text, values: [organization] }]))[0]?.map((row) => Object.values(row)[0]) ??
    []

  test.each(Object.keys(gated))('is evaluated before the rows of %s', async (name) => {
    const text = gated[name] ?? ''
    for (const stale of [noOrganization, other, ''])
      await on(stale, async (connection) => {
        expect(await namesOf(connection, text, one), `stale ${stale}`).toEqual(['rose'])
        expect(await namesOf(connection, text, other), `stale ${stale}`).toEqual(['fern'])
        expect((await namesOf(connection, text, newId())).filter((each) => each !== null)).toEqual([])
        const { rows } = await connection.execute("select current_setting('app.organization') as organization", [])
        expect(rows).toEqual([{ organization: stale }])
      })
  })

  test('is seen by each statement of a group for itself', async () => {
    const text = gated['a scan'] ?? ''
    const organizations = [one, other, newId(), other, one]
    await on(noOrganization, async (connection) => {
      const results = await connection.readTogether(
        role,
        organizations.map((each) => ({ text, values: [each] })),
      )
      expect(results).toEqual([[{ name: 'rose' }], [{ name: 'fern' }], [], [{ name: 'fern' }], [{ name: 'rose' }]])
    })
  })

  test('is what shows rows: a statement without it sees none', async () => {
    await on(noOrganization, async (connection) => {
      for (const [name, text] of Object.entries(reads)) {
        const [rows = []] = await connection.readTogether(role, [{ text, values: [] }])
        expect(
          rows.filter((row) => Object.values(row)[0] !== null),
          name,
        ).toEqual([])
      }
      const written = connection.execute('insert into gardens.plants select $1, $1, $2, 1', [one, 'beans'])
      await expect(written).rejects.toMatchObject({ code: '42501' })
    })
  })

  test.each(Object.keys(gated))(
    'is the topmost node of the plan of %s, also if parallel plans cost nothing',
    async (name) => {
      const faults = await kit.database.transact({ domain: 'gardens', organizationId: one }, async (tx) => {
        await sql`set local parallel_setup_cost = 0`.execute(tx)
        await sql`set local parallel_tuple_cost = 0`.execute(tx)
        await sql`set local min_parallel_table_scan_size = 0`.execute(tx)
        return faultOfPlan(tx, gated[name] ?? '')
      })
      expect(faults).toBeNull()
    },
  )

  test('is the topmost node of the plan of a read that names its organization', async () => {
    const scope = { domain: 'gardens', organizationId: one }
    expect(await kit.database.transact(scope, (tx) => faultOfPlan(tx, named))).toBeNull()
  })

  test.each([
    ['a statement without a gate', 'select name from gardens.plants where $1::text is not null'],
    [
      'a gate beside what a policy implies',
      `select * from (select name from gardens.herbs where organization_id = $2::uuid) as own where ${organizationGate(1)}`,
    ],
    ['a gate below a limit', `select name from gardens.plants where ${organizationGate(1)} limit 1`],
    ['a gate below an order', `select name from gardens.plants where ${organizationGate(1)} order by name`],
    [
      'a gate beside another condition',
      `select name from gardens.plants where ${organizationGate(1)} and $2::text = 'a'`,
    ],
    [
      'a gate that is evaluated for each row',
      `select name from gardens.plants where set_config('app.organization', $1, true) is not null`,
    ],
    [
      'a gate of one side',
      `select name from gardens.plants union all select name from gardens.plants where ${organizationGate(1)}`,
    ],
    [
      'a gate that depends on a row',
      `select name from gardens.plants where (select set_config('app.organization', $1 || name, true)) is not null`,
    ],
    [
      'a gate that lasts',
      "select name from gardens.plants where (select set_config('app.organization', $1, false)) is not null",
    ],
  ])('is missed in the plan of %s', async (_, text) => {
    const fault = await kit.database.transact({ domain: 'gardens', organizationId: one }, (tx) => faultOfPlan(tx, text))
    expect(fault).not.toBeNull()
  })
})
