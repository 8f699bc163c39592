import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { SimulatedKeyService } from '../../../../sandbox/src/key-service/start-key-service.ts'
import { doctor } from '../../cli/doctor.ts'
import { keysCommand } from '../../cli/keys/keys-command.ts'
import { samplePatient } from '../../domains/directory/tests/lakeside.testing.ts'
import { openHospital, type TestHospital } from '../../test-kit/test-hospital.ts'
import { prepareServerFixture, type ServerFixture } from '../../tests/compose-server.testing.ts'
import { createTransitKeyProvider, KeyRefused } from './transit-key-provider.ts'
import { anyHost } from '../../platform/egress/any-host.testing.ts'

let keyService: SimulatedKeyService
let folder: string
let tokenFile: string
const service = () => keyService
beforeAll(async () => {
  const { startKeyService } = await import('../../../../sandbox/src/key-service/start-key-service.ts')
  keyService = await startKeyService({ port: 0 })
  folder = await mkdtemp(join(tmpdir(), 'visitkit-key-service-'))
  tokenFile = join(folder, 'token')
  await writeFile(tokenFile, `${service().token}\n`)
})
beforeEach(() => service().failWith(null))
afterAll(async () => {
  await keyService.stop()
  await rm(folder, { recursive: true })
})
const provider = (more: { keyName?: string; timeout?: number } = {}) =>
  createTransitKeyProvider({
    outgoing: anyHost,
    url: service().url,
    keyName: service().keyName,
    tokenFile,
    former: null,
    ...more,
  })

describe('a key service', () => {
  const key = Buffer.alloc(32, 7)

  test('wraps and unwraps in one place only, also after its key was rotated', async () => {
    const keys = await provider()
    const wrapped = await keys.wrap(key, 'place')
    expect(wrapped.masterKey).toBe('transit:visitkit:v1')
    expect(Buffer.from(wrapped.wrapped).includes(key)).toBe(false)
    expect(Buffer.from(await keys.unwrap(wrapped, 'place')).equals(key)).toBe(true)
    await expect(keys.unwrap(wrapped, 'another place')).rejects.toBeInstanceOf(KeyRefused)
    service().rotate()
    await keys.ping?.()
    expect(keys.currentMasterKey).toBe('transit:visitkit:v2')
    expect((await keys.wrap(key, 'place')).masterKey).toBe('transit:visitkit:v2')
    expect(Buffer.from(await keys.unwrap(wrapped, 'place')).equals(key)).toBe(true)
  })

  test.each([503, 500, 429, 'silent'] as const)(
    'that fails with %s is answered with 503, and recovers',
    async (fault) => {
      const keys = await provider({ timeout: 300 })
      const wrapped = await keys.wrap(key, 'place')
      service().failWith(fault)
      for (const attempt of [() => keys.wrap(key, 'place'), () => keys.unwrap(wrapped, 'place'), () => keys.ping?.()])
        await expect(attempt).rejects.toMatchObject({ status: 503, code: 'database_unavailable' })
      service().failWith(null)
      expect(Buffer.from(await keys.unwrap(wrapped, 'place')).equals(key)).toBe(true)
    },
  )

  test('takes a token that was replaced in its file, and refuses another one', async () => {
    const keys = await provider()
    service().replaceToken('hvs.another-of-this-test')
    await expect(keys.ping?.()).rejects.toBeInstanceOf(KeyRefused)
    await writeFile(tokenFile, service().token)
    await keys.ping?.()
    await expect(provider({ keyName: 'unknown' })).rejects.toBeInstanceOf(KeyRefused)
  })
})

describe('a server with a key service', () => {
  let place: ServerFixture
  let hospital: TestHospital
  beforeAll(async () => {
    place = await prepareServerFixture('postgres')
    // Its first start had a key file.
    const before = await openHospital({ engine: 'postgres' }, { ...place, remove: async () => undefined })
    const desk = await before.as('front-desk')
    expect(
      (await desk.post('/v1/patients', samplePatient({ name: { given: 'Kay', family: 'Filesample' } }))).status,
    ).toBe(201)
    await before.stop()
  })
  afterAll(async () => {
    await hospital.stop()
  })

  test('moves the keys of a file to it, and keeps what it has in memory while it is away; what it has not is answered with 503', async () => {
    const environment = {
      ...place.environment,
      VISITKIT_KEY_SERVICE_URL: service().url,
      VISITKIT_KEY_SERVICE_TOKEN_FILE: tokenFile,
    }
    expect(await keysCommand(['rotate'], environment, () => undefined)).toMatchObject({ exitCode: 0 })
    hospital = await openHospital({ engine: 'postgres' }, { environment, remove: place.remove })
    const desk = await hospital.as('front-desk')
    const patient = await desk.post('/v1/patients', samplePatient({ name: { given: 'Kay', family: 'Servicesample' } }))
    expect(patient.status).toBe(201)
    const { rows } = await sql<{
      name: string
    }>`select distinct split_part(master_key, ':', 1) as name from vault.organization_keys`.execute(
      hospital.platform.database.readerAcross('vault'),
    )
    expect(rows).toEqual([{ name: 'transit' }])
    expect(await keysCommand(['add-master'], environment, () => undefined)).toMatchObject({ exitCode: 1 })
    expect((await doctor(environment)).filter(({ check }) => check === 'key service')).toMatchObject([{ state: 'ok' }])

    service().failWith(503)
    const ready = async () => (await fetch(`${hospital.url}/health/ready`)).status
    await expect.poll(ready).toBe(503)
    expect((await desk.get(`/v1/patients/${patient.body.id}`)).status, 'in memory').toBe(200)
    expect((await doctor(environment)).filter(({ check }) => check === 'key service')).toMatchObject([
      { state: 'fault' },
    ])
    await expect(
      openHospital({ engine: 'postgres' }, { environment, remove: async () => undefined }),
    ).rejects.toMatchObject({
      status: 503,
    })
    service().failWith(null)
    await expect.poll(ready).toBe(200)
    expect((await desk.get(`/v1/patients/${patient.body.id}`)).body.name.family).toBe('Servicesample')
  })
})
