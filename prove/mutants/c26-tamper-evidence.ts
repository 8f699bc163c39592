import { inServer, serverTest, type Promised } from '../mutant.ts'

const verify = 'src/cli/audit-verify.ts'
const command = (name: string) => serverTest('cli/audit-verify.test.ts', name)
const verifier = (name: string) => serverTest('platform/audit/verify-ledger.test.ts', name)

export const tamperEvidence: Promised = {
  subject: 'C26',
  clauses: {
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
  },
}
