import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { migratedDatabase } from './migrated-database.ts'
import { createHospital, type Hospital, type Person } from './hospital/create-hospital.ts'
import { startServer, type RunningServer } from './hospital/start-server.ts'
import { personIn } from './requests/guests.ts'
import { send } from './requests/send-request.ts'

/** Control C01: each row of the ledger names one person or program, whatever happened to them since. */
let server: RunningServer
let hospital: Hospital
beforeAll(async () => {
  server = await startServer({ databaseUrl: await migratedDatabase() })
  hospital = await createHospital(server)
})
afterAll(() => server?.stop())

interface Actor {
  readonly kind: string
  readonly id: string
  readonly operations: number
}
/** Everyone who is named in the ledger of the organization. */
const actors = async (): Promise<Actor[]> => {
  await server.composed.platform.ledger.settle()
  const { rows } = await sql<Actor>`
    select actor_kind as kind, actor_id as id, count(distinct operation)::int as operations from audit.accesses
    where organization_id = ${hospital.id} group by 1, 2`.execute(
    server.composed.platform.database.readerAcross('audit'),
  )
  return rows
}
/** How many people, guests and programs have this id. */
const peopleWith = async (id: string): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select ((select count(*) from directory.members where id::text = ${id})
      + (select count(*) from directory.patients where id::text = ${id})
      + (select count(distinct person_id) from directory.proxies where person_id::text = ${id})
      + (select count(*) from visits.guests where id::text = ${id})
      + (select count(*) from identity.clients where client_id = ${id}))::int as count`.execute(
    server.composed.platform.database.owner(),
  )
  return rows[0]?.count ?? 0
}

const change = async ({ personId: memberId }: Person, changed: Record<string, unknown>): Promise<void> => {
  const { items } = (await hospital.administrator.get('/v1/members?limit=100')).body as {
    items: { id: string; version: number }[]
  }
  const version = items.find(({ id }) => id === memberId)?.version
  const answer = await send(hospital.administrator, 'updateMember', {
    path: { memberId },
    body: { version, ...changed },
  })
  expect(answer.status, answer.text).toBe(200)
}

it('every row of the ledger names exactly one person, also after they were renamed and disabled, and another took their name', async () => {
  const roles = ['practitioner', 'nurse', 'front-desk', 'biller', 'patient', 'proxy', 'service'] as const
  const people = await Promise.all(roles.map((role) => hospital.person(role)))
  for (const person of people) expect((await person.get('/v1/me')).status).toBe(200)
  const guest = await personIn(hospital, 'guest')
  expect((await guest.get('/v1/guest-visit')).status).toBe(200)
  const before = await actors()
  for (const person of people.slice(0, 4)) {
    await change(person, { displayName: 'Renamed Sample' })
    await change(person, { status: 'disabled' })
  }
  const namesake = await hospital.administrator.post('/v1/members', { displayName: 'Sample nurse', roles: ['nurse'] })
  expect(namesake.status).toBe(201)
  const after = await actors()
  // Who is named there is named as before: a row never moves to another person.
  for (const actor of before) expect(after).toContainEqual({ ...actor, operations: expect.any(Number) })
  // The first administrator has no row of their own in this hospital; the system is no person.
  const named = after.filter(({ kind, id }) => kind !== 'system' && id !== hospital.administrator.personId)
  expect(new Set(named.map(({ kind }) => kind))).toEqual(new Set(['patient', 'proxy', 'member', 'guest', 'service']))
  expect(named.length).toBeGreaterThanOrEqual(people.length)
  for (const { id } of named) expect({ id, people: await peopleWith(id) }).toEqual({ id, people: 1 })
  expect(after.some(({ id }) => id === namesake.body.id)).toBe(false)
})

it.each([
  ['members', 'directory', 'directory.members'],
  ['patients', 'directory', 'directory.patients'],
  ['family', 'directory', 'directory.proxies'],
  ['guests', 'visits', 'visits.guests'],
  ['programs', 'identity', 'identity.clients'],
  ['the owners of the ids of programs', 'identity', 'identity.client_directory'],
])('%s cannot be removed by the server, so that their ids never name another', async (_who, domain, table) => {
  await expect(
    server.transact(hospital.id, domain, ({ tx }) => sql`delete from ${sql.table(table)}`.execute(tx)),
  ).rejects.toThrow('SQLSTATE 42501')
})
