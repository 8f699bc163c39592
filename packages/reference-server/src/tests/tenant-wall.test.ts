import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { composeServer, type ComposedServer } from '../compose-server.ts'
import { readConfig } from '../config.ts'
import { prepareServerFixture, type ServerFixture } from './compose-server.testing.ts'

interface Table {
  readonly name: string
  readonly isSecured: boolean
  readonly isForced: boolean
  readonly policies: readonly string[]
}

/** Tables of the platform that are read across organizations and hold no record about a person. */
const withoutWall = new Set(['platform.failed_deliveries', 'identity.client_directory'])

describe('the database of the whole server', () => {
  let place: ServerFixture
  let server: ComposedServer
  let tables: readonly Table[]
  beforeAll(async () => {
    place = await prepareServerFixture('postgres')
    server = await composeServer(readConfig(place.environment))
    const { rows } = await sql<Table>`
      select format('%s.%s', space.nspname, class.relname) as name,
        class.relrowsecurity as "isSecured", class.relforcerowsecurity as "isForced",
        coalesce((select array_agg(format('%s %s / %s', policy.polcmd, pg_get_expr(policy.polqual, class.oid),
          pg_get_expr(policy.polwithcheck, class.oid)))
          from pg_policy policy where policy.polrelid = class.oid), '{}') as policies
      from pg_class class
      join pg_namespace space on space.oid = class.relnamespace
      join pg_attribute attribute on attribute.attrelid = class.oid and attribute.attname = 'organization_id'
      where class.relkind = 'r' order by 1`.execute(server.platform.database.owner())
    tables = rows
  })
  afterAll(async () => {
    await server.close()
    await place.remove()
  })

  it('has row security on every table with an organization, and applies it to the owner', () => {
    const walled = tables.filter(({ name }) => !withoutWall.has(name))
    expect(walled.length).toBeGreaterThan(60)
    expect(walled.filter(({ isSecured, isForced }) => !isSecured || !isForced).map(({ name }) => name)).toEqual([])
  })

  it('has one condition for all of them, for reads and for writes', () => {
    const domains = tables.filter(({ name }) => !/^(platform|audit|identity|vault)\./.test(name))
    expect(domains.length).toBeGreaterThan(50)
    const [wall = ''] = domains.find(({ name }) => name === 'visits.visits')?.policies ?? []
    const others = new Map(domains.map(({ name, policies }) => [name, policies.filter((each) => each !== wall)]))
    expect(domains.filter(({ policies }) => !policies.includes(wall)).map(({ name }) => name)).toEqual([])
    expect(wall).toMatch(/^\* .*app\.organization.* \/ .*app\.organization/)
    // One role reads the list of organizations across them, for jobs.
    expect([...others].filter(([, policies]) => policies.length > 0)).toEqual([
      ['directory.organizations', [expect.stringMatching(/^r /)]],
    ])
  })
})
