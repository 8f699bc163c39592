import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '../../../platform/database/ids/new-id.ts'
import { readPolicies } from '../../../platform/http/read-policies.ts'
import { startSignIns, type TestSignIns } from './sign-ins.testing.ts'
import { insertPatientDirectly } from './lakeside.testing.ts'

const guess = '7K3M9-QXT4W-ZR8NB-H2CVD'
const { burst = 0 } = readPolicies().rates.classes['invitation'] ?? {}

let people: TestSignIns
beforeAll(async () => {
  people = await startSignIns('postgres', { overrides: { limitsRates: true } })
})
afterAll(() => people.stop())

const offered = async () => {
  const patient = await insertPatientDirectly(people.hospital)
  const self = await people.hospital.as('patient', { personId: patient.id })
  const right = { displayName: 'Alex', relationship: 'spouse', scope: ['record'], from: '2026-01-01' }
  const { body } = await self.post(`/v1/patients/${patient.id}/proxies`, right)
  return { self, secret: body.invitation.secret as string }
}

it('a client that guesses codes must wait, and no one else of the same portal and address does', async () => {
  const guesser = newId()
  const answers = []
  for (let at = 0; at < burst + 2; at += 1) answers.push(await people.signIn(guesser, guess))
  expect(answers.map(({ status }) => status)).toEqual([...Array.from({ length: burst }, () => 404), 429, 429])
  expect(Number(answers.at(-1)?.headers.get('retry-after'))).toBeGreaterThan(0)
  // Not even the right code is checked now.
  const { secret } = await offered()
  expect((await people.signIn(guesser, secret)).status).toBe(429)
  expect((await people.signIn(newId(), secret)).status).toBe(200)
  people.hospital.clock.advance({ minutes: 1 })
  expect((await people.signIn(guesser, guess)).status).toBe(404)
})

it('a client that guesses in a session must wait too', async () => {
  const { self } = await offered()
  const statuses: number[] = []
  for (let at = 0; at < burst + 1; at += 1)
    statuses.push((await self.post('/v1/invitations/accept', { secret: guess })).status)
  expect(statuses).toEqual([...Array.from({ length: burst }, () => 404), 429])
})

it('a correct acceptance does not count as a guess', async () => {
  const subject = newId()
  for (let at = 0; at < burst + 2; at += 1)
    expect((await people.signIn(subject, (await offered()).secret)).status).toBe(200)
})
