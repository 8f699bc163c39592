import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { components } from '@visitkit/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startWitness, type SimulatedWitness } from '../../../sandbox/src/witness/start-witness.ts'
import { doctor } from '../cli/doctor.ts'
import { testCaller, testRow } from '../platform/tests/create-platform.testing.ts'
import { createTestHospital, type TestHospital } from '../test-kit/test-hospital.ts'

type Schemas = components['schemas']

const token = 'the-token-of-this-deployment'

describe('a server with a witness', () => {
  let simulated: SimulatedWitness
  let kit: TestHospital
  let environment: Record<string, string>
  const folders: string[] = []
  beforeAll(async () => {
    simulated = await startWitness({ port: 0, token })
    const folder = await mkdtemp(join(tmpdir(), 'visitkit-witness-'))
    folders.push(folder)
    await writeFile(join(folder, 'witness.pem'), simulated.publicKey)
    await writeFile(join(folder, 'token'), `${token}\n`)
    environment = {
      VISITKIT_WITNESS_URL: simulated.url,
      VISITKIT_WITNESS_KEY: join(folder, 'witness.pem'),
      VISITKIT_WITNESS_TOKEN_FILE: join(folder, 'token'),
      VISITKIT_KEY_FOLDER: join(folder, 'keys'),
    }
    kit = await createTestHospital({ engine: 'postgres', environment })
    await signRow()
  })
  afterAll(async () => {
    await kit.stop()
    await simulated.stop()
    for (const folder of folders) await rm(folder, { recursive: true })
  })
  const signRow = async (): Promise<void> => {
    await kit.platform.ledger.append([testRow(testCaller(kit.organizationId), 'patient-1')])
    await kit.platform.checkpointer.checkpointNow()
  }
  const readiness = async ({ url }: TestHospital) => {
    const response = await fetch(`${url}/health/ready`)
    return { status: response.status, body: await response.json() }
  }

  const ledgerState = async (at: TestHospital): Promise<Schemas['LedgerState']> =>
    (await (await at.as('privacy-officer')).get('/v1/ledger-state')).body as Schemas['LedgerState']

  test('posts its checkpoints, and is ready', async () => {
    expect(simulated.stored.length).toBeGreaterThan(0)
    expect(await readiness(kit)).toEqual({ status: 200, body: { status: 'ready' } })
  })

  test('shows privacy officers the newest signature and what the witness has, also while it does not answer', async () => {
    const [last] = simulated.stored.slice(-1)
    expect(await ledgerState(kit)).toEqual({
      checkpoint: { number: last?.number, signedAt: kit.platform.checkpointer.state().lastCheckpoint?.at },
      witness: { state: 'agrees', checkpoint: last?.number },
    })
    simulated.failWith(503)
    await signRow()
    const waiting = await ledgerState(kit)
    expect(waiting.witness).toEqual({ state: 'unreachable', checkpoint: last?.number })
    expect(waiting.checkpoint?.number).toBeGreaterThan(last?.number ?? 0)
    expect(waiting.fault).toBeUndefined()
    simulated.failWith(null)
    await kit.platform.checkpointer.checkpointNow()
    expect((await ledgerState(kit)).witness?.state).toBe('agrees')
    expect((await (await kit.as('nurse')).get('/v1/ledger-state')).status).toBe(403)
  })

  test('says in its readiness that the witness has more than its ledger, and still serves patients', async () => {
    const other = await createTestHospital({ engine: 'postgres', environment })
    await other.platform.checkpointer.checkpointNow()
    expect(await readiness(other)).toEqual({ status: 200, body: { status: 'ready', ledger: 'witness_newer' } })
    expect((await (await other.as('administrator')).get('/v1/organization')).status).toBe(200)
    expect(await ledgerState(other)).toMatchObject({ fault: 'witness-newer', witness: { state: 'newer' } })
    await other.stop()
  })

  test('doctor says whether the witness answers', async () => {
    const findings = async () =>
      (await doctor({ ...environment, VISITKIT_DATABASE_URL: 'pglite:memory' })).filter(
        ({ check }) => check === 'witness',
      )
    expect(await findings()).toMatchObject([{ state: 'ok' }])
    simulated.failWith(503)
    expect(await findings()).toMatchObject([{ state: 'fault', message: expect.stringContaining('http-503') }])
    simulated.failWith(null)
  })
})
