import { inServer, serverTest, type Promised } from '../mutant.ts'

const verify = 'src/platform/audit/verify-ledger.ts'
const chain = 'src/platform/audit/chain.ts'
const verified = (name: string) => serverTest('platform/audit/verify-ledger.test.ts', name)
const chained = (name: string) => serverTest('platform/audit/chain.test.ts', name)
const keptLedger = serverTest('tests/kept-values.test.ts', 'a ledger that an earlier release wrote')

/** The walls behind the walls: what a test of the outer one never reaches. */
export const ledger: Promised = {
  subject: 'ledger',
  clauses: {
    'A row that was changed, removed, moved or added is named': [
      inServer(
        'ledger-a-changed-row',
        verify,
        ["if (leaf.toString('hex') !== link.leaf)", 'if (leaf.length === 0)'],
        verified('names the first bad row of any random mutation'),
      ),
      inServer(
        'ledger-a-missing-row',
        verify,
        ['if (link.sequence > expected)', 'if (link.sequence > expected + 1)'],
        verified('distinguishes missing rows from repeated rows'),
      ),
      inServer(
        'ledger-a-row-out-of-order',
        verify,
        ['if (link.sequence < expected)', 'if (link.sequence < 0)'],
        verified('distinguishes missing rows from repeated rows'),
      ),
      inServer(
        'ledger-a-row-that-is-gone',
        verify,
        ["if (!link.row) return { kind: 'row_missing', sequence: expected }", 'if (!link.row) return null'],
        verified('distinguishes missing rows from repeated rows'),
      ),
    ],
    'A link follows from the one before it': [
      inServer(
        'ledger-links-do-not-follow',
        verify,
        [
          "if (linkHash(BigInt(expected), previous, leaf).toString('hex') !== link.hash)",
          'if (link.hash.length !== 64)',
        ],
        verified('names a link that does not follow'),
      ),
      inServer(
        'ledger-a-link-without-its-place',
        chain,
        ['update(linkPrefix).update(place)', 'update(linkPrefix)'],
        chained('binds a link to its sequence number'),
        keptLedger,
      ),
      inServer(
        'ledger-a-link-without-what-came-before',
        chain,
        ['.update(previous)', ''],
        chained('binds a link to its sequence number'),
      ),
      inServer(
        'ledger-a-link-without-its-row',
        chain,
        ['.update(previous).update(leaf)', '.update(previous)'],
        chained('binds a link to its sequence number'),
      ),
    ],
    'What was signed cannot be written again': [
      inServer(
        'ledger-a-rewritten-ledger',
        verify,
        ['if (checkpoint.head !== link.hash || checkpoint.merkleRoot', 'if (checkpoint.merkleRoot'],
        verified('refuses a signed checkpoint of other rows'),
      ),
      inServer(
        'ledger-a-root-of-other-rows',
        verify,
        [" || checkpoint.merkleRoot !== merkleRoot(leaves).toString('hex')", ''],
        verified('refuses a signed checkpoint of other rows'),
      ),
      inServer(
        'ledger-checkpoints-of-any-key',
        verify,
        ['isCheckpointGenuine(checkpoint, publicKey) &&', ''],
        verified('refuses checkpoints of another key'),
      ),
      inServer(
        'ledger-a-gap-between-checkpoints',
        verify,
        ['checkpoint.previous === (before?.hash ?? noCheckpoint) &&', ''],
        verified('refuses a genuine checkpoint after another one'),
      ),
    ],
  },
}
