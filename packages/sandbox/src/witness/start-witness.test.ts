import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startWitness, type SimulatedWitness } from './start-witness.ts'

let folder: string
let witness: SimulatedWitness
const options = { port: 0, token: 'token-of-the-ledger' }
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'witness-'))
  witness = await startWitness({ ...options, folder })
})
afterEach(async () => {
  await witness.stop()
  await rm(folder, { recursive: true })
})

const hashes = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(64))
const checkpoint = (number: number) => ({
  ...{ number, previous: hashes[number - 2] ?? '0'.repeat(64), hash: hashes[number - 1] },
  keyId: 'key-1',
})
const ask = async (path: string, body?: object): Promise<{ status: number; body: unknown }> => {
  const response = await fetch(`${witness.url}/checkpoints/key-1${path}`, {
    ...{ headers: { authorization: `Bearer ${options.token}` }, method: body ? 'POST' : 'GET' },
    ...(body && { body: JSON.stringify(body) }),
  })
  return { status: response.status, body: await response.json() }
}

test('a witness that starts again has its key and its log, and goes on', async () => {
  // At once: each follows from the one before.
  const added = await Promise.all([1, 2, 3].map((number) => ask('', checkpoint(number))))
  expect(added.map(({ status }) => status)).toEqual([201, 201, 201])
  const { publicKey } = witness
  const latest = await ask('/latest')
  await witness.stop()
  witness = await startWitness({ ...options, folder })
  expect(witness.publicKey).toBe(publicKey)
  expect(await ask('/latest')).toEqual(latest)
  expect((await ask('', { ...checkpoint(3), hash: hashes[3] })).status).toBe(409)
  expect(await ask('', checkpoint(3))).toEqual({ status: 200, body: latest.body })
  expect((await ask('', checkpoint(4))).status).toBe(201)
  expect(witness.stored.map(({ number }) => number)).toEqual([1, 2, 3, 4])
})
