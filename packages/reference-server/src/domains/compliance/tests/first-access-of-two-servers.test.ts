import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { answered } from '../../../test-kit/answered.ts'
import { openTwoServers } from './open-two-servers.testing.ts'

let servers: Awaited<ReturnType<typeof openTwoServers>>
let one: typeof servers.one
let other: typeof servers.other
beforeAll(async () => {
  servers = await openTwoServers()
  ;({ one, other } = servers)
})
afterAll(() => servers.stop())

it('servers that look at the same time find each reader once, and the patient receives one notice', async () => {
  const patients = await Promise.all([1, 2, 3].map(() => one.addPatient({ email: 'ana@mail.example' })))
  const wish = { channel: 'email', language: 'en', quietHours: null, muted: [], tellFirstAccess: true, version: 0 }
  for (const { id, client } of patients)
    await answered(client.put(`/v1/patients/${id}/communication-preferences`, wish), 200)
  const look = async (): Promise<void> => {
    await one.platform.checkpointer.checkpointNow()
    await Promise.all([one, other].map((server) => server.runJob('compliance.find-new-readers')))
  }
  await Promise.all([one.settle(), other.settle()])
  await look()
  const nurses = [await one.addMember('nurse'), await one.addMember('nurse')]
  for (const nurse of nurses) {
    const there = await other.as('nurse', { personId: nurse.caller.personId })
    for (const { id } of patients) expect((await there.get(`/v1/patients/${id}`)).status).toBe(200)
  }
  await look()
  await look()

  const scope = { domain: 'compliance', organizationId: one.organizationId }
  const { rows } = await sql<{ readers: number; new: number }>`
    select count(*)::integer as readers, count(*) filter (where is_new)::integer as new from compliance.known_readers`.execute(
    one.platform.database.reader(scope),
  )
  expect(rows).toEqual([{ readers: 6, new: 6 }])
  for (const { id, client } of patients) {
    const { items } = (await client.get(`/v1/patients/${id}/deliveries`)).body
    expect(items).toMatchObject([{ kind: 'access', template: 'first-access', status: 'queued' }])
  }
})
