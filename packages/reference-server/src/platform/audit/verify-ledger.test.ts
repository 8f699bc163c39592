import { generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AccessRow } from '../contracts/ledger.ts'
import { leafHash, linkHash, merkleRoot, noHash } from './chain.ts'
import { keyIdOf, noCheckpoint, signCheckpoint, type Checkpoint } from './checkpoint.ts'
import { ledgerLine, parseLedgerLine } from './export-ledger.ts'
import { numberedRow } from './numbered-row.testing.ts'
import { verifyLedger, type LinkedRow } from './verify-ledger.ts'

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
  const rows = Array.from({ length: 40 }, (_, index) => numberedRow(index))
  const links = chain(rows)
  const checkpoints = signAll(links, 9)
  const lines = links.map(ledgerLine)
  const check = (changed: readonly string[]) =>
    verifyLedger(
      changed.map((line) => parseLedgerLine(line.trimEnd())),
      checkpoints,
      publicKey,
    )

  test('accepts an export made before rows had `onBehalfOf`', async () => {
    const before = lines.map((line) => line.replace(',"onBehalfOf":null', ''))
    expect(before.some((line) => line.includes('onBehalfOf'))).toBe(false)
    expect(await check(before)).toMatchObject({ fault: null, rows: 40 })
  })

  test('detects that `onBehalfOf` was removed, added, or written to a property outside the hash', async () => {
    const chained = chain(rows.map((row, index) => ({ ...row, onBehalfOf: index === 4 ? 'practitioner-1' : null })))
    const verify = (each: readonly LinkedRow[]) =>
      verifyLedger(
        each.map((link) => parseLedgerLine(ledgerLine(link).trimEnd())),
        [],
        publicKey,
      )
    expect((await verify(chained)).fault).toBeNull()
    const changed = (at: number, more: object) =>
      chained.map((link, index) =>
        index === at ? { ...link, row: { ...link.row, ...more } as LinkedRow['row'] } : link,
      )
    expect((await verify(changed(4, { onBehalfOf: null }))).fault).toEqual({ kind: 'row_changed', sequence: 5 })
    expect((await verify(changed(6, { onBehalfOf: 'practitioner-1' }))).fault).toEqual({
      kind: 'row_changed',
      sequence: 7,
    })
    expect((await verify(changed(6, { inPlaceOf: 'practitioner-1' }))).fault).toEqual({
      kind: 'unreadable',
      sequence: 7,
    })
  })

  test('accepts an unchanged export', async () => {
    expect(await check(lines)).toEqual({
      fault: null,
      rows: 40,
      checkpoints: 5,
      unsigned: 0,
      head: `40:${links[39]?.hash}`,
    })
  })

  test('names the first bad row of any random mutation', async () => {
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
          const forged = numberedRow(99)
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

  test('distinguishes missing rows from repeated rows', async () => {
    const faultOf = async (given: readonly LinkedRow[]) => (await verifyLedger(given, [], publicKey)).fault
    expect(await faultOf(links.toSpliced(4, 1))).toEqual({ kind: 'missing', sequence: 5 })
    expect(await faultOf(links.toSpliced(4, 3))).toEqual({ kind: 'missing', sequence: 5 })
    expect(await faultOf(links.toSpliced(4, 0, links[3]!))).toEqual({ kind: 'out_of_order', sequence: 5 })
    expect(await faultOf(links.toSpliced(4, 1, { ...links[4]!, row: null }))).toEqual({
      kind: 'row_missing',
      sequence: 5,
    })
  })

  test('names a link that does not follow from the one before it, although row and leaf match', async () => {
    for (const at of [0, 1, 20, 39]) {
      const forged = 'f'.repeat(64)
      const changed = links.map((link, index) => (index === at ? { ...link, hash: forged } : link))
      // No checkpoint is needed: the chain itself shows it.
      expect((await verifyLedger(changed, [], publicKey)).fault).toEqual({ kind: 'chain_broken', sequence: at + 1 })
    }
    // Two rows with their sequence numbers swapped: each is intact, but neither is at the position where it was linked.
    const [third, fourth] = [links[2]!, links[3]!]
    const moved = links.toSpliced(2, 2, { ...fourth, sequence: 3 }, { ...third, sequence: 4 })
    expect((await verifyLedger(moved, [], publicKey)).fault).toEqual({ kind: 'chain_broken', sequence: 3 })
  })

  test('distinguishes a ledger rewritten with its links from the one that was signed', async () => {
    const forged = chain(rows.map((row, index) => (index === 12 ? { ...row, patientId: 'patient-0' } : row)))
    const { fault } = await verifyLedger(forged, checkpoints, publicKey)
    expect(fault).toEqual({ kind: 'rewritten', sequence: 10, through: 18 })
  })

  test('refuses a signed checkpoint of other rows, by its head and by its root', async () => {
    const [{ hash: _, signature: __, ...first }] = checkpoints as [Checkpoint]
    for (const other of [{ head: 'f'.repeat(64) }, { merkleRoot: 'f'.repeat(64) }]) {
      const { fault } = await verifyLedger(links, [signCheckpoint({ ...first, ...other }, privateKey)], publicKey)
      expect(fault).toEqual({ kind: 'rewritten', sequence: 1, through: 9 })
    }
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

  test('refuses a genuine checkpoint after another one than that which it names', async () => {
    const { hash: _hash, signature: _signature, ...body } = checkpoints[0]!
    const signedLater = signCheckpoint({ ...body, at: '2026-11-26T15:00:00.000Z' }, privateKey)
    expect((await verifyLedger(links, [signedLater, ...checkpoints.slice(1)], publicKey)).fault).toEqual({
      kind: 'checkpoint_broken',
      sequence: 10,
    })
  })

  test('counts rows that no checkpoint covers yet', async () => {
    expect(await verifyLedger(links, checkpoints.slice(0, 4), publicKey)).toEqual({
      fault: null,
      rows: 40,
      checkpoints: 4,
      unsigned: 4,
      head: `40:${links[39]?.hash}`,
    })
  })

  test('refuses a member that stands twice, at any depth, and one that a line does not have', () => {
    const [line = ''] = lines
    expect(parseLedgerLine(line.trimEnd())).not.toBeNull()
    for (const [find, replace] of [
      ['"row":{', '"row":{"operation":"x",'],
      ['{"sequence"', '{"sequence":9,"sequence"'],
      ['{"sequence"', '{"note":"x","sequence"'],
      ['"row":{', '"row": {'],
    ] as const)
      expect(parseLedgerLine(line.trimEnd().replace(find, replace))).toBeNull()
  })

  test('refuses a checkpoint with a member that is not signed', async () => {
    const [first, ...others] = checkpoints as [Checkpoint, ...Checkpoint[]]
    const { fault } = await verifyLedger(links, [{ ...first, note: 'x' } as Checkpoint, ...others], publicKey)
    expect(fault).toEqual({ kind: 'checkpoint_broken', sequence: 1 })
  })
})
