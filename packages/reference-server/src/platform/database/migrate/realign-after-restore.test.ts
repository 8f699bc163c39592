import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { createTestPlatform, testCaller, testRow } from '../../tests/create-platform.testing.ts'
import { realignAfterRestore } from './realign-after-restore.ts'

test('a dump restored into a new cluster continues to sign, and links no row twice', async () => {
  const kit = await createTestPlatform('postgres', [])
  const { database, ledger, checkpointer } = kit.platform
  const owner = database.owner()
  await ledger.append([testRow(testCaller(), 'before')])
  await checkpointer.checkpointNow()
  expect(await realignAfterRestore(database)).toBe(false)
  // As in a restored dump: transaction ids that this cluster has not reached yet.
  await sql`update audit.access_rows set xid = '900000000'`.execute(owner)
  await sql`update audit.position set xid = '900000000'`.execute(owner)
  await ledger.append([testRow(testCaller(), 'after')])
  expect(await realignAfterRestore(database)).toBe(true)
  expect(await realignAfterRestore(database)).toBe(false)
  await checkpointer.checkpointNow()
  const { rows } = await sql`
    select links.sequence, patient_id from audit.links as links join audit.accesses as accesses on accesses.id = links.access_id order by 1`.execute(
    owner,
  )
  expect(rows).toEqual([
    { sequence: '1', patient_id: 'before' },
    { sequence: '2', patient_id: 'after' },
  ])
  await kit.stop()
})
