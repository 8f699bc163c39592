import { expect, test } from 'vitest'
import type { Session } from '../identity/session.ts'
import { parseOriginDetails } from '../audit/client-address.ts'
import { createClientOrigins } from './client-origins.ts'

const session = { id: 's' } as unknown as Session
const origins = (limit?: number) => {
  const sealed: string[] = []
  const known = createClientOrigins(async (_, address) => {
    sealed.push(address)
    return Buffer.from(address)
  }, limit)
  return { sealed, find: async (token: string, address: string) => known.find(session, token, address), known }
}

test('an address is sealed once for each token, and again when it changes', async () => {
  const { find, sealed } = origins()
  const first = await find('t1', '192.0.2.1')
  expect(await find('t1', '192.0.2.1')).toBe(first)
  const moved = await find('t1', '192.0.2.2')
  expect(moved.id).not.toBe(first.id)
  const other = await find('t2', '192.0.2.2')
  expect(other.id).not.toBe(moved.id)
  expect(sealed).toEqual(['192.0.2.1', '192.0.2.2', '192.0.2.2'])
  expect(parseOriginDetails(moved.details)).toEqual({ tokenId: 't1', sealedAddress: Buffer.from('192.0.2.2') })
})

test('nothing is awaited for one that is known', async () => {
  const { find, known } = origins()
  await find('t1', '192.0.2.1')
  expect(known.find(session, 't1', '192.0.2.1')).not.toBeInstanceOf(Promise)
})

test('the oldest are forgotten', async () => {
  const { find, sealed } = origins(2)
  for (const token of ['t1', 't2', 't3', 't1']) await find(token, '192.0.2.1')
  expect(sealed).toHaveLength(4)
})
