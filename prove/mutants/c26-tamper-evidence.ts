import { elementTest, inFile, inServer, serverTest, type Promised } from '../mutant.ts'

const verify = 'src/cli/audit-verify.ts'
const command = (name: string) => serverTest('cli/audit-verify.test.ts', name)
const witness = (name: string) => serverTest('platform/audit/witness.test.ts', name)
const verified = (name: string) => serverTest('cli/audit-verify-witness.test.ts', name)
const verifier = (name: string) => serverTest('platform/audit/verify-ledger.test.ts', name)

export const tamperEvidence: Promised = {
  subject: 'C26',
  clauses: {
    'Hash chain, Merkle roots, signed checkpoints off the machine': [
      inServer(
        'C26-checkpoints-do-not-leave',
        'src/platform/audit/create-checkpointer.ts',
        ['      await file.append(checkpoint)\n', ''],
        command('names the first bad row and exits with 1'),
      ),
      inServer(
        'C26-a-full-disk-loses-the-next-checkpoint',
        'src/platform/audit/checkpoint-file.ts',
        ['endsInLine = false', 'endsInLine &&= true'],
        serverTest(
          'platform/audit/checkpoint-file.test.ts',
          'loses no checkpoint that is written after the disk was full',
        ),
      ),
    ],
    'the verifier names the first invalid row after any random change': [
      inServer(
        'C26-a-changed-row',
        'src/platform/audit/verify-ledger.ts',
        ["  if (leaf.toString('hex') !== link.leaf) return { kind: 'row_changed', sequence: expected }\n", ''],
        command('names the first bad row and exits with 1'),
      ),
      inServer(
        'C26-a-missing-row',
        'src/platform/audit/verify-ledger.ts',
        ["  if (link.sequence > expected) return { kind: 'missing', sequence: expected }\n", ''],
        command('names the first bad row and exits with 1'),
      ),
      inServer(
        'C26-cut-off',
        'src/platform/audit/verify-ledger.ts',
        ["  if (covered < signed.length) return report({ kind: 'truncated', sequence: sequence + 1 })\n", ''],
        command('names the first bad row and exits with 1'),
      ),
    ],
    'has an exit code of its own when nothing, or less than the newest row, is signed': [
      inServer(
        'C26-nothing-vouches',
        verify,
        ['checkpoints > 0 && unsigned === 0', 'checkpoints >= 0 && unsigned >= 0'],
        command('exits with 3 when nothing, or less than the newest row, is signed'),
      ),
    ],
    'refuses unknown and doubled members': [
      inServer(
        'C26-doubled-members',
        'src/platform/audit/export-ledger.ts',
        ['    if (JSON.stringify(link) !== line) return null\n', ''],
        verifier('refuses a member that stands twice, at any depth, and one that a line does not have'),
      ),
      inServer(
        'C26-members-beside-the-signed-ones',
        'src/platform/audit/checkpoint.ts',
        ['    Object.keys(checkpoint).every((member) => members.has(member)) &&\n', ''],
        verifier('refuses a checkpoint with a member that is not signed'),
      ),
      inServer(
        'C26-doubled-members-of-a-checkpoint',
        'src/platform/audit/checkpoint-file.ts',
        ["{ ...checkpoint, signature: '' }", 'checkpoint'],
        command('is refused by both'),
      ),
    ],
    'and compares a head that was noted earlier': [
      inServer(
        'C26-another-head',
        'src/platform/audit/verify-ledger.ts',
        [
          "    if (noted?.sequence === sequence && noted.hash !== link.hash) return report({ kind: 'head_differs', sequence })\n",
          '',
        ],
        command('expects a head that was noted earlier'),
      ),
      inServer(
        'C26-a-head-that-is-gone',
        'src/platform/audit/verify-ledger.ts',
        [
          "  if (noted !== null && noted.sequence > sequence) return report({ kind: 'head_differs', sequence: sequence + 1 })\n",
          '',
        ],
        command('expects a head that was noted earlier'),
      ),
    ],
    'a second verifier in Python finds the same faults': [
      inServer(
        'C26-python-does-not-compare-hashes',
        'verifier/verify_ledger.py',
        ['or leaf.hex() != link["leaf"] or head.hex() != link["hash"] ', ''],
        command('a row that was'),
      ),
    ],
    'A witness over HTTP gets each checkpoint and countersigns it': [
      inServer(
        'C26-nothing-is-posted',
        'src/platform/audit/post-checkpoints.ts',
        ["(await witness.post(checkpoint)) === 'differs'", "checkpoint.keyId === ''"],
        witness('has every signed checkpoint, countersigned'),
      ),
      inServer(
        'C26-any-countersignature',
        'src/platform/audit/witness.ts',
        ['if (!isCountersigned({ checkpoint, countersignature }, publicKey))', 'if (publicKey === null)'],
        witness('whose countersignature is not of its key is not believed'),
        verified('does not believe an answer that the witness'),
      ),
    ],
    'when it has more than the ledger, or another checkpoint, the signing ends, the readiness says so, and both verifiers fail':
      [
        inServer(
          'C26-a-newer-witness',
          'src/platform/audit/post-checkpoints.ts',
          ["ours === null ? 'newer'", "ours === null ? 'agrees'"],
          witness('that has more than the database ends the signing'),
          serverTest('tests/witness.test.ts', 'says in its readiness'),
        ),
        inServer(
          'C26-a-witness-that-differs',
          'src/platform/audit/post-checkpoints.ts',
          ["ours.hash === latest.hash ? 'agrees' : 'differs'", "'agrees'"],
          witness('that has another checkpoint with the same number'),
        ),
        inServer(
          'C26-a-refusal-of-the-witness',
          'src/platform/audit/witness.ts',
          ["if (status === 409) return 'differs'", "if (status === 409) return 'stored'"],
          witness('that refuses a checkpoint which does not follow'),
        ),
        inServer(
          'C26-readiness-is-silent',
          'src/platform/http/health.ts',
          ['...(ledgerFault() !== null && { ledger: ledgerFault() })', ''],
          serverTest('tests/witness.test.ts', 'says in its readiness'),
        ),
        inServer(
          'C26-the-verifier-ignores-a-newer-witness',
          'src/platform/audit/verify-ledger.ts',
          ['    if (ours === undefined) return report', '    if (ours === undefined && sequence < 0) return report'],
          verified('finds rows that were cut off together'),
        ),
        inServer(
          'C26-the-verifier-ignores-another-checkpoint',
          'src/platform/audit/verify-ledger.ts',
          ['    if (ours.hash !== witnessed.hash) return', '    if (ours.hash === witnessed.previous) return'],
          verified('finds a ledger that was made again'),
        ),
        inServer(
          'C26-python-ignores-the-witness',
          'verifier/verify_ledger.py',
          ['.get(point["number"]) != point["hash"]:', '.get(point["number"]) == "":'],
          verified('finds rows that were cut off together'),
          verified('finds a ledger that was made again'),
        ),
      ],
    'The compliance dashboard shows the newest signature, and what the witness has': [
      inServer(
        'C26-the-state-hides-a-fault',
        'src/composition/present-ledger-state.ts',
        ['  ...(fault && { fault: faults[fault] }),\n', ''],
        serverTest('tests/witness.test.ts', 'says in its readiness'),
      ),
      inServer(
        'C26-the-state-hides-the-witness',
        'src/composition/present-ledger-state.ts',
        ['...(witness && {', '...(witness && fault && {'],
        serverTest('tests/witness.test.ts', 'shows privacy officers the newest signature'),
      ),
      inFile(
        'C26-the-page-counts-nothing-that-waits',
        'packages/elements/src/compliance-dashboard/ledger-part.ts',
        ['${waiting > 0 ?', '${waiting > 99 ?'],
        elementTest('src/compliance-dashboard/compliance-dashboard.test.ts', 'shows the newest signature'),
      ),
      inFile(
        'C26-the-page-hides-a-fault',
        'packages/elements/src/compliance-dashboard/ledger-part.ts',
        [
          '? html`<div class="tight" role="alert">',
          '? fault === \'witness-newer\' && html`<div class="tight" role="alert">',
        ],
        elementTest(
          'src/compliance-dashboard/compliance-dashboard.test.ts',
          'says what it means that the signing has stopped',
        ),
      ),
    ],
    'and one that does not answer is reported, stops nothing, and gets later what it missed': [
      inServer(
        'C26-an-outage-stops-the-signing',
        'src/platform/audit/post-checkpoints.ts',
        [
          '      if (!(error instanceof WitnessUnavailable)) throw error\n',
          '      if (error instanceof Error) throw error\n',
        ],
        witness('that does not answer stops nothing'),
      ),
      inServer(
        'C26-an-outage-is-not-reported',
        'src/platform/audit/post-checkpoints.ts',
        ["    if (next === 'unreachable')\n", "    if (next === 'unreachable' && code === '')\n"],
        witness('that does not answer stops nothing'),
      ),
    ],
  },
}
