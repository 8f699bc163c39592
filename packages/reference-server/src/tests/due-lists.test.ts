import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { composeServer, type ComposedServer } from '../compose-server.ts'
import { readConfig } from '../config.ts'
import { newId } from '../platform/database/ids/new-id.ts'
import { organizationsWith } from '../platform/system/organizations-with.ts'
import { prepareServerFixture, type ServerFixture } from './compose-server.testing.ts'

interface List {
  readonly schema: string
  readonly name: string
  readonly isDefiner: boolean
  readonly settings: readonly string[] | null
}

describe('the lists of organizations with something due', () => {
  let place: ServerFixture
  let server: ComposedServer
  let lists: readonly List[]
  beforeAll(async () => {
    place = await prepareServerFixture('postgres')
    server = await composeServer(readConfig(place.environment))
    const { rows } = await sql<List>`
      select space.nspname as schema, proname as name, prosecdef as "isDefiner", proconfig as settings
      from pg_proc join pg_namespace as space on space.oid = pronamespace
      where proargnames = array['organizations', 'due_by'] order by 1, 2`.execute(server.platform.database.owner())
    lists = rows
  })
  afterAll(async () => {
    await server.close()
    await place.remove()
  })

  it('can each be asked by their own domain, which has all the rights that they need', async () => {
    expect(lists.length).toBeGreaterThan(15)
    for (const { schema, name } of lists) {
      const db = server.platform.database.reader({ domain: schema, organizationId: '' })
      expect(await organizationsWith(db, `${schema}.${name}`, [newId(), newId()], new Date()), name).toEqual([])
    }
  })

  it('run with the rights of who asks, and leave the setting of the organization as it was', () => {
    for (const each of lists) expect(each).toMatchObject({ isDefiner: false, settings: ['app.organization='] })
  })
})
