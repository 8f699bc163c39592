import { afterAll, beforeAll, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { answered } from '../../../test-kit/answered.ts'
import { openTwoServers } from './open-two-servers.testing.ts'

type Access = components['schemas']['Access']

let servers: Awaited<ReturnType<typeof openTwoServers>>
let one: typeof servers.one
let other: typeof servers.other
beforeAll(async () => {
  servers = await openTwoServers()
  ;({ one, other } = servers)
})
afterAll(() => servers.stop())

/** The patient reads an access within this time. It is there with the first request, so that this is no measure of speed. */
const bound = 60_000

it('a patient reads every access within sixty seconds, at the same server with the next request, and at another one', async () => {
  const { id, client } = await one.addPatient()
  const elsewhere = await other.as('patient', { personId: id })
  const nurse = await one.addMember('nurse', 'Nia Promptsample')
  const seenAt = async (by: typeof client): Promise<number> => {
    const { items } = await answered(by.get(`/v1/patients/${id}/accesses?others=true&limit=100`), 200)
    return items.filter(({ actor }: Access) => actor.displayName === 'Nia Promptsample').length
  }
  for (let count = 1; count <= 20; count += 1) {
    const began = performance.now()
    await answered(nurse.get(`/v1/patients/${id}`), 200)
    expect(await seenAt(client)).toBe(count)
    await expect.poll(() => seenAt(elsewhere)).toBe(count)
    expect(performance.now() - began).toBeLessThan(bound)
  }
})
