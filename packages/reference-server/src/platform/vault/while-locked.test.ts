import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { whileLocked } from './while-locked.ts'

describe('a lock next to a file', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'locks-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  test('lets one run at a time, and is gone afterward', async () => {
    const path = join(folder, 'one')
    let inside = 0
    const most = await Promise.all(
      Array.from({ length: 8 }, () =>
        whileLocked(path, async () => {
          inside += 1
          const now = inside
          await new Promise(setImmediate)
          inside -= 1
          return now
        }),
      ),
    )
    expect(most).toEqual(Array.from({ length: 8 }, () => 1))
    expect(existsSync(`${path}.lock`)).toBe(false)
  })

  test('that was taken over is not released by the process that had it before', async () => {
    const path = join(folder, 'taken-over')
    const [slow, next] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const first = whileLocked(path, () => slow.promise)
    const began = Promise.withResolvers<void>()
    const second = whileLocked(
      path,
      () => {
        began.resolve()
        return next.promise
      },
      50,
    )
    await began.promise
    slow.resolve()
    await first
    expect(existsSync(`${path}.lock`)).toBe(true)
    next.resolve()
    await second
    expect(existsSync(`${path}.lock`)).toBe(false)
  })
})
