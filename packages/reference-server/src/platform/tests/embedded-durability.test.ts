import { spawn, type ChildProcess } from 'node:child_process'
import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openJournal } from '../audit/journal.ts'
import { testCaller, testRow } from './create-platform.testing.ts'
import type { Platform } from '../create-platform.ts'
import { openDatabase } from '../database/open/open-database.ts'
import { killedPlatform, openKilledPlatform } from './write-until-killed.testing.ts'

// Each test starts processes and databases on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 })

let folder: string
const children: ChildProcess[] = []
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'visitkit-killed-'))
})
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  await rm(folder, { recursive: true, force: true })
})

interface Acknowledged {
  readonly beds: string[]
  readonly accesses: string[]
}

/** Starts the writer, waits until it acknowledged `count` lines, calls the given function, kills it and returns the acknowledged lines. */
const runUntilKilled = async (
  count: number,
  meanwhile: (pid: number) => Promise<void> = async () => undefined,
): Promise<Acknowledged> => {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'write-until-killed.testing.ts'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  let text = ''
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      if (text.split('\n').length > count) resolve()
    })
    void ended.then(() => reject(new Error('the writer ended by itself')))
  })
  await meanwhile(child.pid as number)
  child.kill('SIGKILL')
  await ended
  const words = text
    .split('\n')
    .slice(0, -1)
    .map((line) => line.split(' '))
  return {
    beds: words.flatMap(([kind, bed]) => (kind === 'W' ? [bed as string] : [])),
    accesses: words.map((line) => line.at(-1) as string),
  }
}
const missing = async (
  platform: Pick<Platform, 'database'>,
  table: string,
  ids: readonly string[],
): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    select count(*)::integer as n from unnest(${ids}::uuid[]) as wanted
    where not exists (select from ${sql.table(table)} as kept where kept.id = wanted)`.execute(
    platform.database.owner(),
  )
  return rows[0]?.n ?? -1
}

test('a killed server keeps everything that it acknowledged, and its lock does not stop the next start', async () => {
  const acknowledged = await runUntilKilled(200, async (pid) => {
    await expect(openDatabase({ url: `pglite:${join(folder, 'data')}` })).rejects.toThrow(`in use by process ${pid}`)
  })
  const platform = await openKilledPlatform(folder)
  expect(acknowledged.beds.length).toBeGreaterThan(50)
  expect(await missing(platform, 'gardens.beds', acknowledged.beds)).toBe(0)
  expect(await missing(platform, 'audit.accesses', acknowledged.accesses)).toBe(0)
  await platform.stop()
})

test('accesses that the database lost are restored from the journal, once, and are linked', async () => {
  const acknowledged = await runUntilKilled(120)
  const url = killedPlatform(folder).databaseUrl
  const cut = await openDatabase({ url, notice: () => undefined })
  // As after a power failure: the database files are older than the journal.
  await sql`truncate audit.access_rows, audit.link_groups, audit.checkpoints`.execute(cut.owner())
  await sql`update audit.position set sequence = 0, hash = decode(repeat('00', 32), 'hex'), xid = '0'`.execute(
    cut.owner(),
  )
  await cut.close()
  await rm(killedPlatform(folder).checkpointFile, { force: true })

  const restored = await openKilledPlatform(folder)
  expect(await missing(restored, 'audit.accesses', acknowledged.accesses)).toBe(0)
  await restored.checkpointer.checkpointNow()
  const lastSequence = restored.checkpointer.state().lastCheckpoint?.lastSequence ?? 0
  expect(lastSequence).toBeGreaterThanOrEqual(acknowledged.accesses.length)
  await restored.stop()

  const again = await openKilledPlatform(folder)
  await again.checkpointer.checkpointNow()
  const { rows } = await sql<{ n: number }>`select count(*)::integer as n from audit.accesses`.execute(
    again.database.owner(),
  )
  expect(rows[0]?.n).toBe(lastSequence)
  await again.stop()
})

test('a ledger that is shorter than its checkpoint file is not signed', async () => {
  const first = await openKilledPlatform(folder)
  await first.ledger.append([testRow(testCaller(), 'patient-1')])
  await first.stop()
  const url = killedPlatform(folder).databaseUrl
  const cut = await openDatabase({ url, notice: () => undefined })
  await sql`truncate audit.checkpoints`.execute(cut.owner())
  await cut.close()
  const before = await readFile(killedPlatform(folder).checkpointFile, 'utf8')

  const second = await openKilledPlatform(folder)
  await second.start()
  await second.ledger.append([testRow(testCaller(), 'patient-1')])
  expect(second.checkpointer.state().fault).toBe('checkpoint_missing')
  await second.stop()
  expect(await readFile(killedPlatform(folder).checkpointFile, 'utf8')).toBe(before)
})

test('the lock of a dead process whose id was reused does not stop the start', async () => {
  const data = join(folder, 'data')
  await writeFile(`${data}.lock`, JSON.stringify({ pid: process.ppid, started: 'another boot:1' }))
  const [one, two] = await Promise.allSettled([
    openDatabase({ url: `pglite:${data}`, notice: () => undefined }),
    openDatabase({ url: `pglite:${data}`, notice: () => undefined }),
  ])
  expect([one.status, two.status].sort()).toEqual(['fulfilled', 'rejected'])
  for (const each of [one, two]) if (each.status === 'fulfilled') await each.value.close()
  const notices: string[] = []
  const third = await openDatabase({ url: `pglite:${data}`, notice: (message) => notices.push(message) })
  expect(notices.join()).toContain('not when the machine loses power')
  await third.close()
  expect((await readdir(folder)).filter((name) => name.includes('lock'))).toEqual([])
})

test('the journal skips a truncated record and counts a changed one', async () => {
  const path = join(folder, 'audit.journal')
  const caller = testCaller()
  const rows = Array.from({ length: 5 }, () => testRow(caller, 'patient-1'))
  const first = await openJournal(path)
  await Promise.all(rows.map((row) => first.journal.append([row])))
  await first.journal.close()
  const file = `${path}.000001`
  await appendFile(file, '0123456789abcdef [{"id":"torn')

  const second = await openJournal(path)
  expect(second.replay).toEqual({ rows, damaged: 0 })
  const third = testRow(caller, 'patient-2')
  await second.journal.append([third])
  await second.journal.close()
  await writeFile(file, (await readFile(file, 'utf8')).replace('patient-1', 'patient-7'))
  const { journal, replay } = await openJournal(path)
  expect(replay.damaged).toBe(1)
  expect(replay.rows.at(-1)).toEqual(third)
  const { removeBefore } = await journal.rotate()
  await removeBefore()
  await journal.close()
  const last = await openJournal(path)
  expect(last.replay.rows).toEqual([])
  await last.journal.close()
})

test('a record acknowledged after the rotation of the journal is not in the removed file', async () => {
  const caller = testCaller()
  for (let turn = 0; turn < 10; turn += 1) {
    const path = join(folder, `turning-${turn}.journal`)
    const { journal } = await openJournal(path)
    const rotation = journal.rotate()
    let isTurned = false
    void rotation.then(() => (isTurned = true))
    const late: string[] = []
    while (late.length < 3) {
      const row = testRow(caller, 'patient-1')
      await journal.append([row])
      if (isTurned) late.push(row.id)
    }
    const { removeBefore } = await rotation
    await removeBefore()
    await journal.close()
    const next = await openJournal(path)
    await next.journal.close()
    expect(next.replay.rows.map(({ id }) => id)).toEqual(expect.arrayContaining(late))
  }
})
