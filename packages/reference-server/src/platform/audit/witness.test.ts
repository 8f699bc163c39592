import { spawnSync } from 'node:child_process'
import { createPublicKey } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startWitness, type SimulatedWitness } from '../../../../sandbox/src/witness/start-witness.ts'
import { auditExport } from '../../cli/audit-export.ts'
import { auditVerify } from '../../cli/audit-verify.ts'
import { doctor } from '../../cli/doctor.ts'
import { createTestHospital, type TestHospital } from '../../test-kit/test-hospital.ts'
import { anyHost } from '../egress/any-host.testing.ts'
import { identityMigrations } from '../identity/migrations.ts'
import { createTestPlatform, testCaller, testRow, type TestPlatform } from '../tests/create-platform.testing.ts'
import { createWitness, type Witness } from './witness.ts'
import { listCheckpointsAfter } from './write-checkpoint.ts'

const token = 'the-token-of-this-deployment'
const witnessAt = (simulated: SimulatedWitness): Witness =>
  createWitness({
    url: simulated.url,
    publicKey: createPublicKey(simulated.publicKey),
    token: async () => token,
    outgoing: anyHost,
  })
const signRows = async ({ platform }: TestPlatform, count: number): Promise<void> => {
  const caller = testCaller()
  for (let index = 0; index < count; index += 1) await platform.ledger.append([testRow(caller, `patient-${index}`)])
  await platform.checkpointer.checkpointNow()
}
const checkpointsOf = ({ platform }: TestPlatform) => listCheckpointsAfter(platform.database.readerAcross('audit'), 0)

describe.each(['pglite', 'postgres'] as const)('the witness of a ledger on %s', (engine) => {
  let simulated: SimulatedWitness
  let kit: TestPlatform
  const opened: TestPlatform[] = []
  beforeAll(async () => {
    simulated = await startWitness({ port: 0, token })
    kit = await open({ witness: witnessAt(simulated) })
  })
  afterAll(async () => {
    for (const each of opened.toReversed()) await each.stop()
    await simulated.stop()
  })
  const open = async (more: Parameters<typeof createTestPlatform>[2]): Promise<TestPlatform> => {
    const made = await createTestPlatform(engine, identityMigrations, more)
    opened.push(made)
    return made
  }
  /** The same keys with another database and another checkpoint file: what an owner of the machine can make. */
  const replaced = (more: Parameters<typeof createTestPlatform>[2] = {}) =>
    open({ keyFolder: join(kit.folder, 'keys'), ...more })

  test('has every signed checkpoint, countersigned', async () => {
    await signRows(kit, 3)
    await signRows(kit, 2)
    expect(await checkpointsOf(kit)).toHaveLength(2)
    expect(simulated.stored).toEqual(await checkpointsOf(kit))
    expect(kit.platform.checkpointer.state()).toMatchObject({ fault: null, witness: { state: 'agrees', number: 2 } })
  })

  test('that does not answer stops nothing, is reported once, and gets later what it missed', async () => {
    simulated.failWith(503)
    await signRows(kit, 1)
    await signRows(kit, 1)
    expect(await checkpointsOf(kit)).toHaveLength(4)
    expect(kit.platform.checkpointer.state()).toMatchObject({ fault: null, witness: { state: 'unreachable' } })
    expect(kit.logged.filter(({ fields }) => fields?.code === 'http-503')).toEqual([
      {
        event: 'the witness of the audit ledger cannot be used; checkpoints wait for it',
        fields: { code: 'http-503' },
      },
    ])
    simulated.failWith(null)
    await kit.platform.checkpointer.checkpointNow()
    expect(simulated.stored).toEqual(await checkpointsOf(kit))
    expect(kit.platform.checkpointer.state()).toMatchObject({ fault: null, witness: { state: 'agrees', number: 4 } })
  })

  test('that has more than the database ends the signing: the ledger and its checkpoints were replaced together', async () => {
    const other = await replaced({ witness: witnessAt(simulated) })
    await signRows(other, 1)
    expect(await checkpointsOf(other)).toEqual([])
    expect(other.platform.checkpointer.state()).toMatchObject({ fault: 'witness_newer', witness: { number: 4 } })
    expect(other.logged).toContainEqual({
      event: 'the audit ledger does not match its witness; run audit verify',
      fields: { reason: 'newer', count: 4 },
    })
  })

  test('that has another checkpoint with the same number ends the signing', async () => {
    const other = await replaced()
    for (let made = 0; made < 4; made += 1) await signRows(other, 1)
    const again = await replaced({
      databaseUrl: engine === 'postgres' ? other.databaseUrl : 'pglite:memory',
      witness: witnessAt(simulated),
    })
    await signRows(again, 1)
    const expected = engine === 'postgres' ? 'witness_differs' : 'witness_newer'
    expect(again.platform.checkpointer.state()).toMatchObject({ fault: expected })
    expect(simulated.stored).toHaveLength(4)
  })

  test('that refuses a checkpoint which does not follow from its own is believed', async () => {
    const elsewhere = await startWitness({ port: 0, token })
    const witness = witnessAt(elsewhere)
    const [, second] = await checkpointsOf(kit)
    expect(await witness.post(second as NonNullable<typeof second>)).toBe('differs')
    expect(elsewhere.stored).toEqual([])
    await elsewhere.stop()
  })

  test('whose countersignature is not of its key is not believed', async () => {
    const elsewhere = await startWitness({ port: 0, token })
    elsewhere.signWrongly()
    const [first] = await checkpointsOf(kit)
    const witness = witnessAt(elsewhere)
    await expect(witness.post(first as NonNullable<typeof first>)).rejects.toMatchObject({
      code: 'countersignature-invalid',
    })
    await expect(witness.latest((first as NonNullable<typeof first>).keyId)).rejects.toMatchObject({
      code: 'countersignature-invalid',
    })
    await elsewhere.stop()
  })
})

/** Python is on Debian and macOS. Where it is not, the second verifier cannot be run. */
const hasPython = spawnSync('python3', ['--version']).status === 0

describe('verifying with what the witness answered', () => {
  let simulated: SimulatedWitness
  let kit: TestPlatform
  let answer: { checkpoint: object; countersignature: string }
  const at = (name: string): string => join(kit.folder, name)
  beforeAll(async () => {
    simulated = await startWitness({ port: 0, token })
    kit = await createTestPlatform('postgres', identityMigrations, { witness: witnessAt(simulated) })
    await signRows(kit, 4)
    await signRows(kit, 3)
    await auditExport(['--database', kit.databaseUrl, '--out', at('ledger.ndjson')])
    const [{ keyId } = { keyId: '' }] = await checkpointsOf(kit)
    const response = await fetch(`${simulated.url}/checkpoints/${keyId}/latest`, {
      headers: { authorization: `Bearer ${token}` },
    })
    answer = (await response.json()) as typeof answer
    await writeFile(at('witness.json'), JSON.stringify(answer))
    await writeFile(at('witness.pem'), simulated.publicKey)
  })
  afterAll(async () => {
    await kit.stop()
    await simulated.stop()
  })
  const both = async (ledger: string, checkpoints: string, witness = 'witness.json') => {
    const key = at('keys/audit-signing-key.pub.pem')
    const one = await auditVerify([
      ...['--ledger', at(ledger), '--checkpoints', at(checkpoints), '--key', key],
      ...['--witness', at(witness), '--witness-key', at('witness.pem')],
    ])
    const program = join(import.meta.dirname, '../../../verifier/verify_ledger.py')
    const python = spawnSync(
      'python3',
      [program, at(ledger), at(checkpoints), key, '', at(witness), at('witness.pem')],
      { encoding: 'utf8' },
    )
    return { one, other: { exitCode: python.status, text: python.stdout } }
  }

  test.skipIf(!hasPython)('finds a whole ledger whole', async () => {
    const { one, other } = await both('ledger.ndjson', 'checkpoints.ndjson')
    expect([one.exitCode, other.exitCode], one.text + other.text).toEqual([0, 0])
  })

  test.skipIf(!hasPython)(
    'finds rows that were cut off together with their checkpoint, which nothing else shows',
    async () => {
      const cut = async (from: string, to: string, count: number) => {
        const lines = (await readFile(at(from), 'utf8')).split('\n').slice(0, count)
        await writeFile(at(to), `${lines.join('\n')}\n`)
      }
      await cut('ledger.ndjson', 'cut.ndjson', 4)
      await cut('checkpoints.ndjson', 'cut.checkpoints.ndjson', 1)
      const key = at('keys/audit-signing-key.pub.pem')
      const without = ['--ledger', at('cut.ndjson'), '--checkpoints', at('cut.checkpoints.ndjson'), '--key', key]
      expect((await auditVerify(without)).exitCode).toBe(0)
      const { one, other } = await both('cut.ndjson', 'cut.checkpoints.ndjson')
      expect(one).toEqual({
        exitCode: 1,
        text: 'NOT WHOLE: the witness has checkpoints of rows from 5 on that are not here.\nRows found good before it: 4.',
      })
      expect(other).toEqual({
        exitCode: 1,
        text: 'NOT WHOLE: the witness has another checkpoint 2, or one that is not here.\n',
      })
    },
  )

  test.skipIf(!hasPython)('finds a ledger that was made again with the same key', async () => {
    const forged = await createTestPlatform('postgres', identityMigrations, { keyFolder: at('keys') })
    await signRows(forged, 4)
    await signRows(forged, 3)
    await auditExport(['--database', forged.databaseUrl, '--out', at('forged.ndjson')])
    await writeFile(at('forged.checkpoints.ndjson'), await readFile(join(forged.folder, 'checkpoints.ndjson')))
    const { one, other } = await both('forged.ndjson', 'forged.checkpoints.ndjson')
    expect(one.text).toContain('NOT WHOLE: the witness has another checkpoint than the one that begins at row 5.')
    expect([one.exitCode, other.exitCode]).toEqual([1, 1])
    await forged.stop()
  })

  test.skipIf(!hasPython)('does not believe an answer that the witness or this ledger has not signed', async () => {
    const write = (name: string, value: object) => writeFile(at(name), JSON.stringify(value))
    await write('unsigned.json', { ...answer, countersignature: Buffer.alloc(64).toString('base64') })
    await write('foreign.json', { ...answer, checkpoint: { ...answer.checkpoint, number: 3 } })
    for (const name of ['unsigned.json', 'foreign.json']) {
      const { one, other } = await both('ledger.ndjson', 'checkpoints.ndjson', name)
      expect(one.exitCode, `${name} ${one.text}`).toBe(2)
      expect(other.exitCode, `${name} ${other.text}`).toBe(1)
    }
  })
})

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
  })
  afterAll(async () => {
    await kit.stop()
    await simulated.stop()
    for (const folder of folders) await rm(folder, { recursive: true })
  })
  const readiness = async ({ url }: TestHospital) => {
    const response = await fetch(`${url}/health/ready`)
    return { status: response.status, body: await response.json() }
  }

  test('posts its checkpoints, and is ready', async () => {
    await kit.platform.ledger.append([testRow(testCaller(kit.organizationId), 'patient-1')])
    await kit.platform.checkpointer.checkpointNow()
    expect(simulated.stored.length).toBeGreaterThan(0)
    expect(await readiness(kit)).toEqual({ status: 200, body: { status: 'ready' } })
  })

  test('says in its readiness that the witness has more than its ledger, and still serves patients', async () => {
    const other = await createTestHospital({ engine: 'postgres', environment })
    await other.platform.checkpointer.checkpointNow()
    expect(await readiness(other)).toEqual({ status: 200, body: { status: 'ready', ledger: 'witness_newer' } })
    expect((await (await other.as('administrator')).get('/v1/organization')).status).toBe(200)
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
