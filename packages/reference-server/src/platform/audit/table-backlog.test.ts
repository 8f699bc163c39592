import { expect, test, vi } from 'vitest'
import { createLogger } from '../logging/logger.ts'
import type { AccessRow } from '../contracts/ledger.ts'
import { createTableBacklog } from './table-backlog.ts'

const row = (id: string): AccessRow => ({ id }) as AccessRow
const log = createLogger({ level: 'error', destination: { write: () => undefined } })

test('writes buffered rows in one statement, and at once when settled', async () => {
  const written: string[][] = []
  const backlog = createTableBacklog(async (rows) => void written.push(rows.map(({ id }) => id)), log)
  backlog.add([row('a')])
  backlog.add([row('b'), row('c')])
  await backlog.settle()
  expect(written).toEqual([['a', 'b', 'c']])
  backlog.add([row('d')])
  await expect.poll(() => written.at(-1)).toEqual(['d'])
})

test('accepts rows while it writes', async () => {
  const written: string[] = []
  let release = (): void => undefined
  const held = new Promise<void>((resolve) => (release = resolve))
  const backlog = createTableBacklog(async (rows) => {
    await held
    written.push(...rows.map(({ id }) => id))
  }, log)
  backlog.add([row('a')])
  const first = backlog.settle()
  backlog.add([row('b')])
  const second = backlog.settle()
  release()
  await Promise.all([first, second])
  expect(written).toEqual(['a', 'b'])
})

test('keeps rows that the table refused, rejects for the caller who settles, and retries', async () => {
  const write = vi.fn(async (_rows: readonly AccessRow[]) => undefined)
  write.mockRejectedValueOnce(new Error('away'))
  const backlog = createTableBacklog(write, log)
  backlog.add([row('a')])
  await expect(backlog.settle()).rejects.toThrow('away')
  await expect.poll(() => write.mock.calls.length, { timeout: 5_000 }).toBe(2)
  expect(write.mock.calls[1]?.[0].map(({ id }) => id)).toEqual(['a'])
})
