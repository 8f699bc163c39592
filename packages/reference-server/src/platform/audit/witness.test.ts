import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startWitness, type SimulatedWitness } from '../../../../sandbox/src/witness/start-witness.ts'
import { identityMigrations } from '../identity/migrations.ts'
import { createTestPlatform, type TestPlatform } from '../tests/create-platform.testing.ts'
import { checkpointsOf, signRows, witnessAt, witnessToken } from './witness-kit.testing.ts'

describe.each(['pglite', 'postgres'] as const)('the witness of a ledger on %s', (engine) => {
  let simulated: SimulatedWitness
  let kit: TestPlatform
  const opened: TestPlatform[] = []
  beforeAll(async () => {
    simulated = await startWitness({ port: 0, token: witnessToken })
    kit = await open({ witness: witnessAt(simulated) })
    await signRows(kit, 3)
    await signRows(kit, 2)
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
    expect(await checkpointsOf(kit)).toHaveLength(2)
    expect(simulated.stored).toEqual(await checkpointsOf(kit))
    expect(kit.platform.checkpointer.state()).toMatchObject({ fault: null, witness: { state: 'agrees', number: 2 } })
  })

  test('that does not answer stops nothing, is reported once, and gets later what it missed', async () => {
    simulated.failWith(503)
    await expect(signRows(kit, 1)).resolves.toBeUndefined()
    await expect(signRows(kit, 1)).resolves.toBeUndefined()
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
    const newest = simulated.stored.length
    expect(newest).toBeGreaterThan(1)
    expect(await checkpointsOf(other)).toEqual([])
    expect(other.platform.checkpointer.state()).toMatchObject({ fault: 'witness_newer', witness: { number: newest } })
    expect(other.logged).toContainEqual({
      event: 'the audit ledger does not match its witness; run audit verify',
      fields: { reason: 'newer', count: newest },
    })
  })

  test('that has another checkpoint with the same number ends the signing', async () => {
    const other = await replaced()
    const before = simulated.stored
    for (let made = 0; made < before.length; made += 1) await signRows(other, 1)
    const again = await replaced({
      databaseUrl: engine === 'postgres' ? other.databaseUrl : 'pglite:memory',
      witness: witnessAt(simulated),
    })
    await signRows(again, 1)
    const expected = engine === 'postgres' ? 'witness_differs' : 'witness_newer'
    expect(again.platform.checkpointer.state()).toMatchObject({ fault: expected })
    expect(await checkpointsOf(again)).toHaveLength(engine === 'postgres' ? before.length : 0)
    expect(simulated.stored).toEqual(before)
  })

  test('that refuses a checkpoint which does not follow from its own is believed', async () => {
    const elsewhere = await startWitness({ port: 0, token: witnessToken })
    const witness = witnessAt(elsewhere)
    const [, second] = await checkpointsOf(kit)
    expect(await witness.post(second as NonNullable<typeof second>)).toBe('differs')
    expect(elsewhere.stored).toEqual([])
    await elsewhere.stop()
  })

  test('whose countersignature is not of its key is not believed', async () => {
    const elsewhere = await startWitness({ port: 0, token: witnessToken })
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
