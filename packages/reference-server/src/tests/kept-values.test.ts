import { createHash, createPublicKey } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contentHash } from '../domains/consent/store/content-hash.ts'
import { verifyEvidence } from '../domains/consent/model/verify-evidence.ts'
import type { NoteAttestation } from '../domains/documentation/model/note-attestation.ts'
import { signedNote } from '../domains/documentation/model/signed-note.testing.ts'
import { verifyNote, type StoredNote } from '../domains/documentation/model/verify-note.ts'
import { createAccess } from '../platform/audit/create-access.ts'
import { canonicalRow, leafHash, linkHash, merkleRoot, noHash } from '../platform/audit/chain.ts'
import { signCheckpoint, type Checkpoint } from '../platform/audit/checkpoint.ts'
import { parseLedgerLine } from '../platform/audit/export-ledger.ts'
import { openJournal } from '../platform/audit/journal.ts'
import { keyOfWords, publicPart } from '../platform/audit/key-of-words.testing.ts'
import { verifyLedger } from '../platform/audit/verify-ledger.ts'
import type { Migration } from '../platform/contracts/migration.ts'
import { domainSchema } from '../platform/database/migrate/domain-schema.ts'
import { createTestPlatform, testCaller, type TestPlatform } from '../platform/tests/create-platform.testing.ts'
import { createVault } from '../platform/vault/create-vault.ts'
import { loadFileKeyProvider } from '../platform/vault/file-key-provider.ts'

interface KeptValues {
  readonly vault: {
    readonly masterKeys: object
    readonly organizationId: string
    readonly organizationKeys: readonly { purpose: string; version: number; masterKey: string; wrapped: string }[]
    readonly dataKeys: readonly { subject: string; version: number; organizationKey: number; wrapped: string }[]
    readonly record: { table: string; rowId: string; patientId: string; sealed: string; value: unknown }
    readonly blindIndex: { index: string; value: string; hash: string }
  }
  readonly ledger: {
    readonly publicKey: string
    readonly canonicalRow: string
    readonly lines: readonly string[]
    readonly checkpoint: Checkpoint
    readonly journal: string
  }
  readonly consent: {
    readonly title: string
    readonly sections: Parameters<typeof contentHash>[1]
    readonly contentHash: string
    readonly statement: string
    readonly signature: string
    readonly publicKey: string
  }
  readonly note: unknown
}

/**
 * Data that release 0.1 wrote, of fictional people and under keys derived from words. Never regenerate it: a release that cannot
 * decrypt or verify it cannot decrypt or verify its users' data. A new format gets a separate file next to this one.
 */
const kept = JSON.parse(await readFile(join(import.meta.dirname, 'kept-values.json'), 'utf8')) as KeptValues
const key = keyOfWords('a fictional key that signs all..')

const migrations: readonly Migration[] = [{ id: 'gardens/0001-schema', statements: domainSchema('gardens') }]
const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex')

describe('a record that an earlier release encrypted', () => {
  const { organizationId, organizationKeys, dataKeys, record, blindIndex, masterKeys } = kept.vault
  let platform: TestPlatform
  let folder: string
  beforeAll(async () => {
    platform = await createTestPlatform('pglite', migrations)
    const owner = platform.platform.database.owner()
    for (const { purpose, version, masterKey, wrapped } of organizationKeys)
      await sql`insert into vault.organization_keys (organization_id, purpose, version, master_key, wrapped)
        values (${organizationId}, ${purpose}, ${version}, ${masterKey}, ${bytes(wrapped)})`.execute(owner)
    for (const { subject, version, organizationKey, wrapped } of dataKeys)
      await sql`insert into vault.data_keys (organization_id, subject, version, organization_key, wrapped)
        values (${organizationId}, ${subject}, ${version}, ${organizationKey}, ${bytes(wrapped)})`.execute(owner)
    folder = await mkdtemp(join(tmpdir(), 'visitkit-kept-'))
    await writeFile(join(folder, 'master-keys.json'), JSON.stringify(masterKeys), { mode: 0o600 })
  })
  afterAll(async () => {
    await platform.stop()
    await rm(folder, { recursive: true, force: true })
  })

  it('decrypts with the master key, the organization’s key and the patient’s key of that release', async () => {
    const vault = createVault(await loadFileKeyProvider(folder))
    const db = platform.platform.database.reader({ domain: 'gardens', organizationId })
    const { table, rowId, patientId, sealed, value } = record
    const access = createAccess(testCaller(organizationId), 'organization')
    const place = { organizationId, table, rowId, patientId }
    await expect(vault.open(db, access, place, bytes(sealed))).resolves.toEqual(value)
  })

  it('is found by the blind index of that release', async () => {
    const vault = createVault(await loadFileKeyProvider(folder))
    const db = platform.platform.database.reader({ domain: 'gardens', organizationId })
    for (const written of [blindIndex.value, 'jose roe']) {
      const hash = await vault.blindIndex(db, organizationId, blindIndex.index, written)
      expect(Buffer.from(hash).toString('hex')).toBe(blindIndex.hash)
    }
  })
})

describe('a ledger that an earlier release wrote', () => {
  const { lines, checkpoint, publicKey, journal } = kept.ledger
  const links = lines.map((line) => parseLedgerLine(line)!)

  it('verifies from its export, its checkpoint and its public key', async () => {
    const report = await verifyLedger(links, [checkpoint], createPublicKey(publicKey))
    expect(report).toEqual({
      fault: null,
      rows: 3,
      head: '3:a99074d74c805c48a56342433a1185d38e0862ee60645a8cca446b1dc8e08cf5',
      checkpoints: 1,
      unsigned: 0,
    })
  })

  it('has the same row, leaf, link, root and signature as one made today', () => {
    expect(canonicalRow(links[0]!.row!)).toBe(kept.ledger.canonicalRow)
    let previous: Buffer = noHash
    for (const { sequence, row, leaf, hash } of links) {
      expect(leafHash(row!).toString('hex')).toBe(leaf)
      previous = linkHash(BigInt(sequence), previous, bytes(leaf))
      expect(previous.toString('hex')).toBe(hash)
    }
    const { hash: _, signature: __, ...body } = checkpoint
    expect(merkleRoot(links.map(({ leaf }) => bytes(leaf))).toString('hex')).toBe(body.merkleRoot)
    expect(signCheckpoint(body, key)).toEqual(checkpoint)
  })

  it('has a journal whose rows are still replayed', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'visitkit-kept-'))
    await writeFile(join(folder, 'audit.journal.000001'), journal)
    const opened = await openJournal(join(folder, 'audit.journal'))
    await opened.journal.close()
    await rm(folder, { recursive: true, force: true })
    expect(opened.replay.damaged).toBe(0)
    expect(opened.replay.rows.map((row) => leafHash(row).toString('hex'))).toEqual([links[0]!.leaf, links[1]!.leaf])
  })
})

describe('a consent that an earlier release signed', () => {
  const { title, sections, contentHash: hash, statement, signature, publicKey } = kept.consent

  it('verifies, and names the text that was signed', () => {
    expect(verifyEvidence({ statement, signature, publicKey })).toBe(true)
    expect((JSON.parse(statement) as { document: { contentHash: string } }).document.contentHash).toBe(hash)
    expect(contentHash(title, sections)).toBe(hash)
  })
})

describe('a note that an earlier release signed', () => {
  const isTrusted = (publicKey: string): boolean => publicKey === publicPart(key)
  const stored = JSON.parse(JSON.stringify(kept.note), (name, value: unknown) =>
    name.endsWith('At') && typeof value === 'string' ? new Date(value) : value,
  ) as StoredNote

  it('verifies: its text, each signature, and the order of signatures', () => {
    expect(stored.signatures).toHaveLength(5)
    expect(verifyNote(stored, isTrusted)).toEqual([])
    expect(verifyNote(stored, () => false)).toEqual(['signature-invalid'])
  })

  it('is what is stated and signed today, byte for byte', () => {
    // A fact that came later is in no statement.
    const { facts, ...signed } = signedNote(key)
    const { isAboutSubstanceUse: _, ...known } = facts
    expect(JSON.stringify({ facts: known, ...signed })).toBe(JSON.stringify(kept.note))
    const [author] = stored.signatures
    const { format, previous } = JSON.parse(author?.sealed?.statement ?? '') as NoteAttestation
    expect({ format, previous }).toEqual({ format: 'visitkit.note-statement/1', previous: null })
    expect(
      createHash('sha256')
        .update(author?.sealed?.statement ?? '')
        .digest('hex'),
    ).toBe((JSON.parse(stored.signatures[1]?.sealed?.statement ?? '') as NoteAttestation).previous)
  })
})
