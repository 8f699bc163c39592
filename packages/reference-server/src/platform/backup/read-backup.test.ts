import { generateKeyPairSync } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { encryptBackup } from './backup-envelope.ts'
import { RowsDigest } from './digest-rows.ts'
import { mostTextOfPage } from './pages-of-rows.ts'
import { readBackup } from './read-backup.ts'

const table = { name: 'public.pictures', columns: [] }

describe('a backup', () => {
  it('is handed on in pages of a bounded text', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'visitkit-pages-'))
    const path = join(folder, 'file')
    const { publicKey, privateKey } = generateKeyPairSync('x25519')
    const lines = Array.from({ length: 40 }, (_, index) => JSON.stringify([String(index), 'a'.repeat(500_000)]))
    const digest = new RowsDigest()
    for (const line of lines) digest.add(line)
    const content = [
      { manifest: { format: 1, tables: [table] } },
      { table: table.name },
      ...lines,
      { end: table.name, ...digest.end() },
      { done: { tables: 1, rows: lines.length } },
    ].map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`)
    try {
      await pipeline(
        Readable.from(content),
        createGzip(),
        (plain: AsyncIterable<Buffer>) => encryptBackup(publicKey, plain),
        createWriteStream(path),
      )
      const pages: (readonly string[])[] = []
      await readBackup(path, privateKey, async () => ({
        rows: async (_, page) => void pages.push(page),
        end: async () => undefined,
      }))
      expect(pages.flat()).toEqual(lines)
      for (const page of pages) expect(page.join('').length).toBeLessThanOrEqual(mostTextOfPage)
      expect(pages.length).toBeLessThan(5)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
})
