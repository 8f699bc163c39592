import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Migration } from '../../domain-module.ts'
import { createTestPlatform, testCaller, testRow, type TestPlatform } from '../create-platform.testing.ts'
import { domainSchema } from '../database/domain-schema.ts'
import type { AccessRow } from '../seams.ts'
import { canonicalJson } from './canonical-json.ts'
import { canonicalRow, leafHash, linkHash, merkleRoot, noHash } from './chain.ts'
import { readCheckpoints } from './checkpoint-file.ts'
import { keyIdOf, noCheckpoint, signCheckpoint, type Checkpoint } from './checkpoint.ts'
import { findUnlinkedRow, ledgerLine, parseLedgerLine, readLedger } from './export-ledger.ts'
import { verifyLedger, type LinkedRow } from './verify-ledger.ts'

const migrations: readonly Migration[] = [{ id: 'gardens/0001-schema', statements: domainSchema('gardens') }]

const rowNumbered = (index: number, more: Partial<AccessRow> = {}): AccessRow =>
  testRow(testCaller(), `patient-${index % 7}`, { at: new Date(Date.UTC(2026, 10, 25, 15, 0, index % 60)), ...more })

describe('hashing', () => {
  test('spells a row as RFC 8785 does', () => {
    const row = rowNumbered(1, { because: 'é"\\\n', entityId: null })
    expect(canonicalRow(row)).toBe(canonicalJson({ ...row, at: row.at.toISOString() }))
    expect(canonicalRow({ ...row, at: row.at.toISOString() })).toBe(canonicalRow(row))
  })

  test('sorts members and refuses what JSON cannot say', () => {
    expect(canonicalJson({ b: [1, null, true], a: { d: 'x', c: 1e21 } })).toBe(
      '{"a":{"c":1e+21,"d":"x"},"b":[1,null,true]}',
    )
    expect(() => canonicalJson(Number.NaN)).toThrow('no such number')
  })

  test('builds the tree of RFC 6962', () => {
    // The empty tree, and three leaves: hash(1, hash(1, a, b), c).
    expect(merkleRoot([]).toString('hex')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    const [a, b, c] = [1, 2, 3].map((byte) => Buffer.alloc(32, byte)) as [Buffer, Buffer, Buffer]
    expect(merkleRoot([a, b, c])).toEqual(merkleRoot([merkleRoot([a, b]), c]))
    expect(merkleRoot([a, b, c])).not.toEqual(merkleRoot([a, merkleRoot([b, c])]))
  })
})

describe.each(['pglite', 'postgres'] as const)('the ledger on %s', (engine) => {
  let kit: TestPlatform
  beforeAll(async () => {
    kit = await createTestPlatform(engine, migrations)
    await kit.platform.start()
  })
  afterAll(() => kit.stop())

  const countOf = async (organizationId: string): Promise<number> => {
    const { rows } = await sql<{ n: number }>`
      select count(*)::integer as n from audit.accesses where organization_id = ${organizationId}`.execute(
      kit.platform.database.owner(),
    )
    return rows[0]?.n ?? -1
  }
  const publicKey = async () => createPublicKey(await readFile(join(kit.folder, 'keys', 'audit-signing-key.pub.pem')))
  const verify = async () =>
    verifyLedger(
      readLedger(kit.platform.database),
      await readCheckpoints(join(kit.folder, 'checkpoints.ndjson')),
      await publicKey(),
    )

  test('has every row that it acknowledged, and no more, from many requests at once', async () => {
    const caller = testCaller()
    await Promise.all(
      Array.from({ length: 300 }, (_, index) =>
        kit.platform.ledger.append([testRow(caller, `p${index}`), testRow(caller, null)]),
      ),
    )
    expect(await countOf(caller.organizationId)).toBe(600)
  })

  test('refuses only the request whose row cannot be stored', async () => {
    const caller = testCaller()
    const good = Array.from({ length: 20 }, () => kit.platform.ledger.append([testRow(caller, 'p')]))
    const bad = kit.platform.ledger.append([testRow(caller, 'p', { id: 'no uuid' })])
    await expect(bad).rejects.toMatchObject({ status: 503, code: 'audit_unavailable' })
    await Promise.all(good)
    expect(await countOf(caller.organizationId)).toBe(20)
  })

  test('stores an id as the caller wrote it, without what the database cannot hold', async () => {
    const caller = testCaller()
    await kit.platform.ledger.append([testRow(caller, null, { entityId: `a\0b${'x'.repeat(1_000)}` })])
    expect(await countOf(caller.organizationId)).toBe(1)
  })

  test('lets a domain add rows but neither read, change nor remove one', async () => {
    const caller = testCaller()
    const scope = { domain: 'gardens', organizationId: caller.organizationId }
    await kit.platform.database.transact(scope, (tx) => kit.platform.ledger.insert(tx, [testRow(caller, 'p')]))
    const db = kit.platform.database.reader(scope)
    const attempts = [
      sql`select 1 from audit.accesses`,
      sql`update audit.accesses set because = 'x'`,
      sql`delete from audit.accesses`,
      sql`truncate audit.accesses`,
    ]
    for (const attempt of attempts) await expect(attempt.execute(db)).rejects.toMatchObject({ code: '42501' })
    const across = kit.platform.database.readerAcross('audit')
    for (const attempt of attempts.slice(1))
      await expect(attempt.execute(across)).rejects.toMatchObject({ code: '42501' })
    await expect(sql`delete from audit.links`.execute(across)).rejects.toMatchObject({ code: '42501' })
    await expect(sql`update audit.checkpoints set at = now()`.execute(across)).rejects.toMatchObject({ code: '42501' })
  })

  test('links and signs all of it, so that the verifier finds nothing', async () => {
    await kit.platform.ledger.append([rowNumbered(1)])
    await kit.platform.sealer.sealNow()
    const total = await sql<{ n: number }>`select count(*)::integer as n from audit.accesses`.execute(
      kit.platform.database.owner(),
    )
    expect(await verify()).toMatchObject({ fault: null, rows: total.rows[0]?.n, unsigned: 0 })
    expect(kit.platform.sealer.state()).toMatchObject({
      fault: null,
      lastCheckpoint: { lastSequence: total.rows[0]?.n },
    })
  })

  test('names a row that somebody with the database changed, removed or slipped in', async () => {
    const rows = Array.from({ length: 10 }, (_, index) => rowNumbered(index))
    await kit.platform.ledger.append(rows)
    await kit.platform.sealer.sealNow()
    const owner = kit.platform.database.owner()
    const victim = rows[4] as AccessRow
    const found = await sql<{
      sequence: string
    }>`select sequence from audit.links where access_id = ${victim.id}`.execute(owner)
    const sequence = Number(found.rows[0]?.sequence)
    expect(sequence).toBeGreaterThan(0)

    await sql`update audit.accesses set patient_id = 'patient-9' where id = ${victim.id}`.execute(owner)
    expect((await verify()).fault).toEqual({ kind: 'row_changed', sequence })
    await sql`update audit.accesses set patient_id = ${victim.patientId} where id = ${victim.id}`.execute(owner)
    expect((await verify()).fault).toBeNull()

    const slipped = rowNumbered(3)
    await kit.platform.ledger.append([slipped])
    await sql`update audit.accesses set xid = '1' where id = ${slipped.id}`.execute(owner)
    expect(await findUnlinkedRow(kit.platform.database)).toMatchObject({ kind: 'row_not_linked', accessId: slipped.id })
    await sql`delete from audit.accesses where id = ${slipped.id}`.execute(owner)
    expect(await findUnlinkedRow(kit.platform.database)).toBeNull()

    await sql`delete from audit.accesses where id = ${victim.id}`.execute(owner)
    expect((await verify()).fault).toEqual({ kind: 'row_missing', sequence })
    await kit.platform.ledger.append([victim])
    await sql`update audit.accesses set xid = '1' where id = ${victim.id}`.execute(owner)
    expect((await verify()).fault).toBeNull()
  })

  // The embedded engine runs one transaction at a time.
  test.skipIf(engine === 'pglite')('links a row behind one that was written earlier and committed later', async () => {
    const caller = testCaller()
    const { database, ledger, sealer } = kit.platform
    const [early, late] = [testRow(caller, 'early'), testRow(caller, 'late')]
    let commit = (): void => undefined
    let written = (): void => undefined
    const held = new Promise<void>((resolve) => (commit = resolve))
    const begun = new Promise<void>((resolve) => (written = resolve))
    const slow = database.transact({ domain: 'gardens', organizationId: caller.organizationId }, async (tx) => {
      await ledger.insert(tx, [early])
      written()
      await held
    })
    await begun
    await ledger.append([late])
    // The sealer looks every second.
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    commit()
    await slow
    await sealer.sealNow()
    const { rows } = await sql`
      select access_id as id from audit.links where organization_id = ${caller.organizationId} order by sequence`.execute(
      database.owner(),
    )
    expect(rows).toEqual([{ id: early.id }, { id: late.id }])
  })

  test('says that a line was cut off the end, and that the checkpoint file knows better', async () => {
    await kit.platform.ledger.append([rowNumbered(1)])
    await kit.platform.sealer.sealNow()
    const links: LinkedRow[] = []
    for await (const link of readLedger(kit.platform.database)) links.push(link)
    const checkpoints = await readCheckpoints(join(kit.folder, 'checkpoints.ndjson'))
    const cut = await verifyLedger(links.slice(0, -1), checkpoints, await publicKey())
    expect(cut.fault).toEqual({ kind: 'truncated', sequence: links.length })
  })
})

describe('the verifier', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const chain = (rows: readonly AccessRow[]): LinkedRow[] => {
    let hash: Buffer = noHash
    return rows.map((row, index) => {
      const leaf = leafHash(row)
      hash = linkHash(BigInt(index + 1), hash, leaf)
      return {
        sequence: index + 1,
        leaf: leaf.toString('hex'),
        hash: hash.toString('hex'),
        row: { ...row, at: row.at.toISOString() },
      }
    })
  }
  const signAll = (links: readonly LinkedRow[], every: number, key = privateKey): Checkpoint[] => {
    const checkpoints: Checkpoint[] = []
    for (let from = 0; from < links.length; from += every) {
      const run = links.slice(from, from + every)
      checkpoints.push(
        signCheckpoint(
          {
            number: checkpoints.length + 1,
            at: '2026-11-25T15:00:00.000Z',
            firstSequence: from + 1,
            lastSequence: from + run.length,
            merkleRoot: merkleRoot(run.map(({ leaf }) => Buffer.from(leaf, 'hex'))).toString('hex'),
            head: run.at(-1)?.hash ?? '',
            previous: checkpoints.at(-1)?.hash ?? noCheckpoint,
            keyId: keyIdOf(key),
          },
          key,
        ),
      )
    }
    return checkpoints
  }
  const rows = Array.from({ length: 40 }, (_, index) => rowNumbered(index))
  const links = chain(rows)
  const checkpoints = signAll(links, 9)
  const lines = links.map(ledgerLine)
  const check = (changed: readonly string[]) =>
    verifyLedger(
      changed.map((line) => parseLedgerLine(line.trimEnd())),
      checkpoints,
      publicKey,
    )

  test('finds an untouched export good', async () => {
    expect(await check(lines)).toEqual({ fault: null, rows: 40, checkpoints: 5, unsigned: 0 })
  })

  test('names the first bad row of any mutation made at random', async () => {
    const at = fc.integer({ min: 0, max: lines.length - 1 })
    const mutation = fc.oneof(
      fc.record({ kind: fc.constant('flip' as const), at, byte: fc.nat(), bit: fc.integer({ min: 0, max: 7 }) }),
      fc.record({ kind: fc.constant('delete' as const), at }),
      fc.record({ kind: fc.constant('repeat' as const), at }),
      fc.record({ kind: fc.constant('insert' as const), at }),
      fc.record({ kind: fc.constant('swap' as const), at: fc.integer({ min: 0, max: lines.length - 2 }) }),
      fc.record({ kind: fc.constant('truncate' as const), at }),
    )
    await fc.assert(
      fc.asyncProperty(mutation, async (how) => {
        const changed = [...lines]
        let firstBad = how.at + 1
        if (how.kind === 'flip') {
          const bytes = Buffer.from(changed[how.at]!.trimEnd())
          bytes[how.byte % bytes.length]! ^= 1 << how.bit
          changed[how.at] = bytes.toString()
        } else if (how.kind === 'delete') changed.splice(how.at, 1)
        else if (how.kind === 'truncate') changed.length = how.at
        else if (how.kind === 'swap') [changed[how.at], changed[how.at + 1]] = [changed[how.at + 1]!, changed[how.at]!]
        else if (how.kind === 'insert') {
          const forged = rowNumbered(99)
          changed.splice(
            how.at,
            0,
            ledgerLine({ ...links[how.at]!, leaf: leafHash(forged).toString('hex'), row: forged }),
          )
        } else {
          changed.splice(how.at, 0, changed[how.at]!)
          firstBad = how.at + 2
        }
        const { fault, rows: good } = await check(changed)
        expect(fault).not.toBeNull()
        expect(fault?.sequence).toBe(firstBad)
        expect(good).toBe(firstBad - 1)
      }),
      { numRuns: 600 },
    )
  })

  test('tells a ledger that was rewritten whole, links and all, from the one that was signed', async () => {
    const forged = chain(rows.map((row, index) => (index === 12 ? { ...row, patientId: 'patient-0' } : row)))
    const { fault } = await verifyLedger(forged, checkpoints, publicKey)
    expect(fault).toEqual({ kind: 'rewritten', sequence: 10, through: 18 })
  })

  test('refuses checkpoints of another key, a changed one, and a gap between them', async () => {
    const other = generateKeyPairSync('ed25519')
    const brokenAt = async (given: readonly Checkpoint[]) => (await verifyLedger(links, given, publicKey)).fault
    expect(await brokenAt(signAll(links, 9, other.privateKey))).toEqual({ kind: 'checkpoint_broken', sequence: 1 })
    const changed = checkpoints.map((checkpoint, index) =>
      index === 1 ? { ...checkpoint, at: '2026-11-26T15:00:00.000Z' } : checkpoint,
    )
    expect(await brokenAt(changed)).toEqual({ kind: 'checkpoint_broken', sequence: 10 })
    expect(await brokenAt(checkpoints.filter((_, index) => index !== 1))).toEqual({
      kind: 'checkpoint_broken',
      sequence: 19,
    })
    expect(await brokenAt([...checkpoints, checkpoints[0]!])).toBeNull()
  })

  test('counts rows that no checkpoint covers yet', async () => {
    expect(await verifyLedger(links, checkpoints.slice(0, 4), publicKey)).toEqual({
      fault: null,
      rows: 40,
      checkpoints: 4,
      unsigned: 4,
    })
  })
})
