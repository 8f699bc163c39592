import type { KeyObject } from 'node:crypto'
import { leafHash, linkHash, merkleRoot, noHash, type HashedRow } from './chain.ts'
import { isCheckpointGenuine, noCheckpoint, type Checkpoint } from './checkpoint.ts'

/** One row of the ledger with its link, as exported. Hashes in lower-case hex. `row` is null if the access itself is missing. */
export interface LinkedRow {
  readonly sequence: number
  readonly leaf: string
  readonly hash: string
  readonly row: HashedRow | null
}

export type LedgerFaultKind =
  /** The line is not a linked row. */
  | 'unreadable'
  /** The sequence skips this number. */
  | 'missing'
  /** A lower number appears where this one belongs: a row is repeated or out of order. */
  | 'out_of_order'
  /** The link exists, but its access does not. */
  | 'row_missing'
  /** The access differs from the one that was linked. */
  | 'row_changed'
  /** The link does not follow from the one before it. */
  | 'chain_broken'
  /** The links are consistent, but differ from those that were signed, somewhere from `sequence` through `through`. */
  | 'rewritten'
  /** A checkpoint covers rows from here on that no longer exist. */
  | 'truncated'
  /** The checkpoint that begins here was changed, or one before it is missing. */
  | 'checkpoint_broken'
  /** An access among linked ones has no link: it was inserted later. Its id is in `accessId`. */
  | 'row_not_linked'
  /** The ledger does not have the head that was noted earlier. */
  | 'head_differs'
  /** The witness has checkpoints from here on that are not among those given. */
  | 'witness_newer'
  /** The witness has another checkpoint than the one that begins here. */
  | 'witness_differs'

export interface LedgerFault {
  readonly kind: LedgerFaultKind
  /** The first bad sequence number. */
  readonly sequence: number
  readonly through?: number
  readonly accessId?: string
}

export interface LedgerReport {
  readonly fault: LedgerFault | null
  /** Number of valid rows, from the first on. */
  readonly rows: number
  readonly checkpoints: number
  /** Rows after the last checkpoint: linked, not yet signed. Their removal would not be detected. */
  readonly unsigned: number
  /** The last row and the hash of the chain there, to note: `25:9f3c…`. */
  readonly head: string
}

/** A head that was noted earlier: the row and the hash of the chain there. */
export interface NotedHead {
  readonly sequence: number
  readonly hash: string
}

/**
 * Checks every row against its link, every link against the previous one, and every run of links against its signed checkpoint. Needs no
 * database and no secret, only rows, checkpoints and the public key. Stops at the first fault. With `after`, rows up to the end of that
 * checkpoint are not expected: they were removed after their retention (`audit remove`).
 */
export const verifyLedger = async (
  links: AsyncIterable<LinkedRow | null> | Iterable<LinkedRow | null>,
  checkpoints: readonly Checkpoint[],
  publicKey: KeyObject,
  after = 0,
  noted: NotedHead | null = null,
  witnessed: Checkpoint | null = null,
): Promise<LedgerReport> => {
  const signed = withoutRepeats(checkpoints)
  const start = startAfter(signed, after)
  let { sequence, previous } = start
  let covered = after
  let leaves: Buffer[] = []
  const report = (fault: LedgerFault | null): LedgerReport => ({
    fault,
    rows: Math.max(0, (fault ? Math.min(sequence, fault.sequence - 1) : sequence) - start.sequence),
    checkpoints: covered - after,
    unsigned: fault ? 0 : leaves.length,
    head: `${sequence}:${Buffer.from(previous).toString('hex')}`,
  })
  const broken = findBrokenCheckpoint(signed, publicKey)
  // Nothing can follow from a checkpoint that is not as it was signed.
  if (broken !== undefined && signed.indexOf(broken) < after)
    return report({ kind: 'checkpoint_broken', sequence: broken.firstSequence })

  for await (const link of links) {
    const expected = sequence + 1
    const fault = link ? faultOfLink(link, expected, previous) : { kind: 'unreadable' as const, sequence: expected }
    if (fault || !link) return report(fault)
    sequence = expected
    previous = Buffer.from(link.hash, 'hex')
    leaves.push(Buffer.from(link.leaf, 'hex'))
    if (noted?.sequence === sequence && noted.hash !== link.hash) return report({ kind: 'head_differs', sequence })

    const checkpoint = signed[covered]
    if (checkpoint === undefined || checkpoint === broken || checkpoint.lastSequence !== sequence) continue
    if (checkpoint.head !== link.hash || checkpoint.merkleRoot !== merkleRoot(leaves).toString('hex')) {
      return report({ kind: 'rewritten', sequence: checkpoint.firstSequence, through: checkpoint.lastSequence })
    }
    covered += 1
    leaves = []
  }
  if (broken) return report({ kind: 'checkpoint_broken', sequence: broken.firstSequence })
  if (covered < signed.length) return report({ kind: 'truncated', sequence: sequence + 1 })
  if (noted !== null && noted.sequence > sequence) return report({ kind: 'head_differs', sequence: sequence + 1 })
  if (witnessed !== null) {
    const ours = signed.find(({ number }) => number === witnessed.number)
    if (ours === undefined) return report({ kind: 'witness_newer', sequence: (signed.at(-1)?.lastSequence ?? 0) + 1 })
    if (ours.hash !== witnessed.hash) return report({ kind: 'witness_differs', sequence: ours.firstSequence })
  }
  return report(null)
}

/** The state of the chain at the end of this checkpoint; 0: before the first row. */
export const startAfter = (
  checkpoints: readonly Checkpoint[],
  after: number,
): { readonly sequence: number; readonly previous: Uint8Array } => {
  if (after === 0) return { sequence: 0, previous: noHash }
  const checkpoint = checkpoints.find(({ number }) => number === after)
  if (checkpoint === undefined) throw new Error(`there is no checkpoint ${after}`)
  return { sequence: checkpoint.lastSequence, previous: Buffer.from(checkpoint.head, 'hex') }
}

const faultOfLink = (link: LinkedRow, expected: number, previous: Uint8Array): LedgerFault | null => {
  if (link.sequence > expected) return { kind: 'missing', sequence: expected }
  if (link.sequence < expected) return { kind: 'out_of_order', sequence: expected }
  if (!link.row) return { kind: 'row_missing', sequence: expected }
  const leaf = leafHash(link.row)
  if (leaf.toString('hex') !== link.leaf) return { kind: 'row_changed', sequence: expected }
  if (linkHash(BigInt(expected), previous, leaf).toString('hex') !== link.hash)
    return { kind: 'chain_broken', sequence: expected }
  return null
}

/** Several processes may have written the same checkpoint to one file. */
const withoutRepeats = (checkpoints: readonly Checkpoint[]): readonly Checkpoint[] => {
  const seen = new Set<string>()
  return checkpoints.filter((checkpoint) => {
    const text = JSON.stringify(checkpoint)
    return seen.has(text) ? false : seen.add(text)
  })
}

const findBrokenCheckpoint = (checkpoints: readonly Checkpoint[], publicKey: KeyObject): Checkpoint | undefined =>
  checkpoints.find((checkpoint, index) => {
    const before = checkpoints[index - 1]
    return !(
      isCheckpointGenuine(checkpoint, publicKey) &&
      checkpoint.number === index + 1 &&
      checkpoint.previous === (before?.hash ?? noCheckpoint) &&
      checkpoint.firstSequence === (before?.lastSequence ?? 0) + 1 &&
      checkpoint.lastSequence >= checkpoint.firstSequence
    )
  })
