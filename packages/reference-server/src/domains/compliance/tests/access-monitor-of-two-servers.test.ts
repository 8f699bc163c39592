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

it('servers that look at the same time make one case of a member and a day', async () => {
  const look = async (): Promise<void> => {
    await one.platform.checkpointer.checkpointNow()
    await Promise.all([one, other].map((server) => server.runJob('compliance.watch-accesses')))
  }
  await look()
  const officer = await one.as('privacy-officer', {
    personId: (await one.addMember('privacy-officer')).caller.personId,
  })
  const nurses = [await one.addMember('nurse'), await one.addMember('nurse'), await one.addMember('nurse')]
  const { id } = await one.addPatient()
  await answered(officer.post('/v1/monitor-facts', { patientId: id, kind: 'confidential' }), 201)
  for (const nurse of nurses) {
    const there = await other.as('nurse', { personId: nurse.caller.personId })
    await answered(there.get(`/v1/patients/${id}`), 200)
  }
  await Promise.all([one, other].map(({ platform }) => platform.ledger.settle()))
  await look()
  await look()
  const { items } = await answered(officer.get('/v1/access-cases?limit=100'), 200)
  const about = items.map(({ member }: { member: { memberId: string } }) => member.memberId)
  expect(about.toSorted()).toEqual(nurses.map(({ caller }) => caller.personId).toSorted())
})
