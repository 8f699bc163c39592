import { describe, expect, test } from 'vitest'
import { createTestPlatform, testCaller, testRequestContext, testRow } from '../../tests/create-platform.testing.ts'
import type { Change } from '../../contracts/change.ts'
import { createPlatform, type Platform } from '../../create-platform.ts'
import { newId } from '../ids/new-id.ts'
import { beds, changed, inMemory, keptBeds, migrations, selectBed, type Bed } from './beds.testing.ts'

describe('facts in the memory of two processes on PostgreSQL', () => {
  test.each([
    ['dropped', beds],
    ['kept as stored', keptBeds],
  ])('a change of the other process is seen, and never overwritten: those of this one are %s', async (_, table) => {
    const kit = await createTestPlatform('postgres', migrations)
    const second = await createPlatform({
      databaseUrl: kit.databaseUrl,
      poolSize: 4,
      keyFolder: `${kit.folder}/keys`,
      checkpointFile: `${kit.folder}/checkpoints-2.ndjson`,
      clock: () => new Date(),
      log: kit.log,
    })
    for (const platform of [kit.platform, second]) await platform.start()
    const caller = testCaller()
    const find = ({ database }: Platform, id: string): Promise<Bed | undefined> => {
      const db = database.reader({ domain: 'gardens', organizationId: caller.organizationId })
      return inMemory(db, id, () => selectBed(db, id))
    }
    const keep = async (platform: Platform, decide: () => Change<Bed> | Promise<Change<Bed>>): Promise<Bed> => {
      const context = testRequestContext(caller)
      const request = { domain: 'gardens', context, idempotency: null, audit: () => [testRow(caller, null)] }
      return (await platform.unitOfWork.keep<Bed>(request, decide)).result
    }
    const grow = (platform: Platform, id: string, more: string): Promise<Bed> =>
      keep(platform, async () => {
        const before = await find(platform, id)
        if (!before) throw new Error('no bed')
        const after = { ...before, name: before.name + more, version: before.version + 1 }
        return { writes: [table.replace(after, before)], events: [changed(id, after.version)], answer: after }
      })
    const bed: Bed = { id: newId(), name: 'roses', version: 1 }
    await keep(kit.platform, () => ({ writes: [table.insert(bed)], events: [changed(bed.id)], answer: bed }))

    // Each has it in memory while the other changes it: the one that is behind decides again.
    for (let turn = 0; turn < 10; turn += 1) {
      await Promise.all([find(kit.platform, bed.id), find(second, bed.id)])
      await expect(grow(kit.platform, bed.id, 'a')).resolves.toMatchObject({ id: bed.id })
      await expect(grow(second, bed.id, 'b')).resolves.toMatchObject({ id: bed.id })
    }
    expect(await find(second, bed.id)).toMatchObject({ name: `roses${'ab'.repeat(10)}`, version: 21 })
    await expect.poll(() => find(kit.platform, bed.id), { timeout: 10_000 }).toMatchObject({ version: 21 })
    await second.stop()
    await kit.stop()
  })
})
