import { execFileSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '../database/ids/new-id.ts'
import { appendErasedKeys, ErasureListDamaged, readErasedKeys, type ErasedKeys } from './erased-keys.ts'

/** A file system of its own needs the rights of an administrator. */
const mayMount = process.platform === 'linux' && process.getuid?.() === 0

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const sample = (): ErasedKeys => ({
  organizationId: newId(),
  subject: newId(),
  at: '2026-11-25T15:00:00.000Z',
  certificateId: newId(),
})

describe('the list of erased keys', () => {
  let folder: string
  let path: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'visitkit-erased-'))
    path = join(folder, 'erased-keys.ndjson')
  })
  afterEach(() => rm(folder, { recursive: true }))
  const add = (erased: ErasedKeys, staleAfter?: number) =>
    appendErasedKeys(path, privateKey, erased, staleAfter === undefined ? {} : { staleAfter })
  const read = () => readErasedKeys(path, publicKey)

  test('goes on after a line that a killed process left half written', async () => {
    const [first, second] = [sample(), sample()]
    await add(first)
    const whole = await readFile(path, 'utf8')
    await appendFile(path, whole.slice(0, 90))
    await expect(read()).resolves.toEqual([first])
    await add(second)
    await expect(read()).resolves.toEqual([first, second])
    expect((await readFile(path, 'utf8')).startsWith(whole)).toBe(true)
  })

  test('counts a whole last line without its end, as an editor leaves it', async () => {
    const [first, second] = [sample(), sample()]
    await add(first)
    await writeFile(path, (await readFile(path, 'utf8')).trimEnd())
    await expect(read()).resolves.toEqual([first])
    await add(second)
    await expect(read()).resolves.toEqual([first, second])
  })

  test('has each of those that are added at once', async () => {
    const all = Array.from({ length: 8 }, sample)
    await Promise.all(all.map((one) => add(one)))
    await expect(read()).resolves.toHaveLength(8)
    const subjects = (await read()).map(({ subject }) => subject)
    expect(subjects.toSorted()).toEqual(all.map(({ subject }) => subject).toSorted())
    expect(await readdir(folder)).toEqual(['erased-keys.ndjson'])
  })

  test('is not blocked by the lock of a process that was killed', async () => {
    await writeFile(`${path}.lock`, '')
    const all = [sample(), sample(), sample()]
    const added = Promise.all(all.map((one) => add(one, 200))).then(() => 'added')
    expect(await Promise.race([added, wait(20_000, 'still waiting', { ref: false })])).toBe('added')
    await expect(read()).resolves.toHaveLength(3)
    expect(await readdir(folder)).toEqual(['erased-keys.ndjson'])
  })

  test('is damaged when a line in the middle is not whole', async () => {
    await add(sample())
    const whole = await readFile(path, 'utf8')
    await writeFile(path, `${whole.slice(0, 90)}\n`)
    await expect(read()).rejects.toThrow(ErasureListDamaged)
  })

  test.skipIf(!mayMount)('goes on after the disk was full', async () => {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', folder])
    try {
      const listed: ErasedKeys[] = []
      // As many as leave less than a line to the end of a page.
      do {
        listed.push(sample())
        await add(listed.at(-1) ?? sample())
      } while (4096 - (await readFile(path)).length > 300)
      await writeFile(join(folder, 'ballast'), Buffer.alloc(16_384)).catch(() => undefined)
      const before = (await readFile(path)).length
      await expect(add(sample())).rejects.toThrow(/ENOSPC/)
      expect((await readFile(path)).length).toBeGreaterThan(before)
      await expect(read()).resolves.toEqual(listed)
      await rm(join(folder, 'ballast'))
      listed.push(sample())
      await add(listed.at(-1) ?? sample())
      await expect(read()).resolves.toEqual(listed)
    } finally {
      execFileSync('umount', ['--lazy', folder])
    }
  })
})
