import { spawnSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startWitness, type SimulatedWitness } from '../../../sandbox/src/witness/start-witness.ts'
import { identityMigrations } from '../platform/identity/migrations.ts'
import { createTestPlatform, type TestPlatform } from '../platform/tests/create-platform.testing.ts'
import { auditExport } from './audit-export.ts'
import { auditVerify } from './audit-verify.ts'
import { checkpointsOf, signRows, witnessAt, witnessToken } from '../platform/audit/witness-kit.testing.ts'

/** Python is on Debian and macOS. Where it is not, the second verifier cannot be run. */
const hasPython = spawnSync('python3', ['--version']).status === 0

describe('verifying with what the witness answered', () => {
  let simulated: SimulatedWitness
  let kit: TestPlatform
  let answer: { checkpoint: object; countersignature: string }
  const at = (name: string): string => join(kit.folder, name)
  beforeAll(async () => {
    simulated = await startWitness({ port: 0, token: witnessToken })
    kit = await createTestPlatform('postgres', identityMigrations, { witness: witnessAt(simulated) })
    await signRows(kit, 4)
    await signRows(kit, 3)
    await auditExport(['--database', kit.databaseUrl, '--out', at('ledger.ndjson')])
    const [{ keyId } = { keyId: '' }] = await checkpointsOf(kit)
    const response = await fetch(`${simulated.url}/checkpoints/${keyId}/latest`, {
      headers: { authorization: `Bearer ${witnessToken}` },
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
    const program = join(import.meta.dirname, '../../verifier/verify_ledger.py')
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
