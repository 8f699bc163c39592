import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testCaller, testRow } from '../tests/create-platform.testing.ts'
import { openJournal } from './journal.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'visitkit-journal-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('writes every row, also one that is appended while the write before it ends', async () => {
  const path = join(folder, 'audit.journal')
  const { journal } = await openJournal(path)
  const caller = testCaller()
  let appended = 0
  for (let steps = 0; steps < 12; steps += 1) {
    await journal.append([testRow(caller, null)])
    // The next append comes after a different number of steps of the event loop's queue of promises.
    for (let step = 0; step < steps; step += 1) await Promise.resolve()
    await journal.append([testRow(caller, null)])
    appended += 2
  }
  await journal.close()
  const { journal: again, replay } = await openJournal(path)
  await again.close()
  expect(replay.rows).toHaveLength(appended)
})
