import { execFileSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { noCheckpoint, signCheckpoint, type Checkpoint } from './checkpoint.ts'
import { openCheckpointFile, readCheckpoints } from './checkpoint-file.ts'

/** A file system of its own needs the rights of an administrator. */
const mayMount = process.platform === 'linux' && process.getuid?.() === 0

const { privateKey } = generateKeyPairSync('ed25519')
const sample = (number: number): Checkpoint =>
  signCheckpoint(
    {
      ...{ number, at: '2026-11-25T15:00:00.000Z', firstSequence: number, lastSequence: number, keyId: 'sample' },
      ...{ merkleRoot: noCheckpoint, head: noCheckpoint, previous: noCheckpoint },
    },
    privateKey,
  )

describe('the file of checkpoints', () => {
  let folder: string
  let path: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'visitkit-checkpoints-'))
    path = join(folder, 'checkpoints.ndjson')
  })
  afterEach(() => rm(folder, { recursive: true }))

  test('goes on after a line that a killed process left half written', async () => {
    await writeFile(path, `${JSON.stringify(sample(1))}\n${JSON.stringify(sample(2)).slice(0, 50)}`)
    const file = await openCheckpointFile(path)
    await file.append(sample(3))
    await file.close()
    expect(await readCheckpoints(path)).toEqual([sample(1), sample(3)])
  })

  test.skipIf(!mayMount)('loses no checkpoint that is written after the disk was full', async () => {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8k', 'tmpfs', folder])
    try {
      // Ends in the middle of a line, shortly before the end of the only page that is left.
      await appendFile(path, `${'-'.repeat(4000)}\n`)
      const file = await openCheckpointFile(path)
      await writeFile(join(folder, 'ballast'), Buffer.alloc(8192)).catch(() => undefined)
      await expect(file.append(sample(1))).rejects.toThrow(/ENOSPC/)
      expect(await readFile(path)).toHaveLength(4096)
      await rm(join(folder, 'ballast'))
      await file.append(sample(2))
      await file.close()
      expect(await readCheckpoints(path)).toEqual([sample(2)])
    } finally {
      execFileSync('umount', ['--lazy', folder])
    }
  })
})
