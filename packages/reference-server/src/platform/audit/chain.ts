import { createHash } from 'node:crypto'
import type { AccessRow } from '../contracts/ledger.ts'
import { accessColumns, isLaterProperty, type LaterProperty } from './access-columns.ts'

/** Prefix of each kind of hash input, so that an input of one kind cannot be taken for one of another (as in RFC 6962, section 2.1). */
const leafPrefix = Buffer.of(0)
const nodePrefix = Buffer.of(1)
const linkPrefix = Buffer.of(2)

/** Of SHA-256. */
export const hashBytes = 32
/** The hash of the chain before its first row. */
export const noHash: Buffer = Buffer.alloc(hashBytes)

/** A row as the database holds it, or as an export contains it. */
export type HashedRow = Omit<AccessRow, 'at' | LaterProperty> & { readonly at: Date | string } & {
  readonly [Property in LaterProperty]?: AccessRow[Property]
}

const sortedProperties = accessColumns.map(([, , property]) => property).sort()

/**
 * The canonical JSON (RFC 8785) of a row's own properties; the time in UTC to the millisecond. Written out by hand because an audit
 * hashes millions of rows. A property added after the first release is left out while it is null, so that earlier rows keep their hash.
 */
export const canonicalRow = (row: HashedRow): string => {
  let text = ''
  for (const property of sortedProperties) {
    const value = row[property]
    if (value == null && isLaterProperty(property)) continue
    text += `${text === '' ? '{' : ','}"${property}":${JSON.stringify(value instanceof Date ? value.toISOString() : value)}`
  }
  return `${text}}`
}

/** SHA-256 of one row. */
export const leafHash = (row: HashedRow): Buffer =>
  createHash('sha256').update(leafPrefix).update(canonicalRow(row)).digest()

/** The hash of the chain after the row at `sequence`. It binds the sequence number, all earlier rows and the row itself. */
export const linkHash = (sequence: bigint, previous: Uint8Array, leaf: Uint8Array): Buffer => {
  const place = Buffer.alloc(8)
  place.writeBigUInt64BE(sequence)
  return createHash('sha256').update(linkPrefix).update(place).update(previous).update(leaf).digest()
}

/** The Merkle tree hash of RFC 6962, section 2.1, over leaf hashes. */
export const merkleRoot = (leaves: readonly Uint8Array[]): Buffer => {
  if (leaves.length === 0) return createHash('sha256').digest()
  if (leaves.length === 1) return Buffer.from(leaves[0] as Uint8Array)
  const split = 2 ** Math.floor(Math.log2(leaves.length - 1))
  return createHash('sha256')
    .update(nodePrefix)
    .update(merkleRoot(leaves.slice(0, split)))
    .update(merkleRoot(leaves.slice(split)))
    .digest()
}
