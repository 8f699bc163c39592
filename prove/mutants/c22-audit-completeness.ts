import { normalize } from 'node:path/posix'
import { inServer, serverTest, wholeServerTest, type Mutant, type Promised } from '../mutant.ts'

const rows = 'src/platform/http/access-rows.ts'
const pipeline = (name: string) => serverTest('platform/http/operation-pipeline.test.ts', name)
const withoutRow = (command: string, file: string, find: string, test: Mutant['tests'][0], replace = ''): Mutant =>
  inServer(`C22-${command}-leaves-none`, normalize(`src/cli/${file}`), [find, replace], test)

export const auditCompleteness: Promised = {
  subject: 'C22',
  clauses: {
    'Every operation writes the rows that it declares, refusals included': [
      inServer('C22-another-action', rows, ['action: declaration.audit.action', "action: 'read'"], {
        ...wholeServerTest('permission-matrix.test.ts', 'recorded as declared'),
        row: 'acknowledgeAlert ',
      }),
      inServer(
        'C22-refusals-leave-none',
        rows,
        ['if (status < 400 || status >= 500) return false', 'if (status <= 403 || status >= 500) return false'],
        pipeline('is refused for a role that the policy does not name, and the refusal is recorded'),
      ),
    ],
    'a response that shows a patient without a row is not sent': [
      inServer(
        'C22-another-patient-is-shown',
        rows,
        ["throw incomplete('a patient was read whom the response does not name')", 'continue'],
        pipeline('is withheld if it does not name a patient whose information was decrypted'),
      ),
    ],
    'Each command that registers an organization, copies what is stored, or changes or removes it, leaves a row in the ledger of each organization':
      [
        withoutRow(
          'an-export',
          'audit-export.ts',
          "await recordForOrganizations(database, 'audit.export')",
          serverTest('cli/audit-export.test.ts', 'each export leaves one row for every organization'),
        ),
        withoutRow(
          'a-removal',
          'audit-remove.ts',
          "await recordForOrganizations(database, 'audit.remove')",
          serverTest('cli/audit-remove.test.ts', 'each removal leaves a row for every organization'),
        ),
        withoutRow(
          'a-backup',
          'backup/backup-command.ts',
          "await recordForOrganizations(database, 'backup.create')",
          serverTest('cli/backup/tests/backup.test.ts', 'is restored into an empty database'),
        ),
        withoutRow(
          'a-restore',
          'backup/restore-command.ts',
          "await recordForOrganizations(database, 'backup.restore')",
          serverTest('cli/backup/tests/backup.test.ts', 'is restored into an empty database'),
        ),
        withoutRow(
          'a-rotation',
          'keys/keys-command.ts',
          "await recordForOrganizations(database, 'keys.rotate')",
          serverTest('cli/keys/tests/rotate-under-load.test.ts'),
        ),
        withoutRow(
          'a-removed-key',
          'keys/keys-command.ts',
          "await recordForOrganizations(database, 'keys.remove-master')",
          serverTest('cli/keys/tests/rotate-under-load.test.ts'),
        ),
        withoutRow(
          'an-erasure',
          'keys/erase-patient.ts',
          'await record(database, request, id)',
          serverTest('cli/keys/tests/erase-patient.test.ts', 'a row of the ledger and a signed certificate'),
        ),
        withoutRow(
          'a-retry',
          'dead-letters.ts',
          "operation: 'parked.retry'",
          serverTest('cli/dead-letters.test.ts', 'retries it with a row in the ledger'),
          "operation: 'parked'",
        ),
        withoutRow(
          'a-registration',
          'register-organization.ts',
          '    await recordRegistration(server, id)\n',
          serverTest('cli/register-organization.test.ts', 'the command leaves a row'),
        ),
        withoutRow(
          'a-downtime-list',
          '../composition/downtime/read-downtime-list.ts',
          'about.map(',
          wholeServerTest('downtime-list.test.ts', 'has a row of an export in the ledger'),
          'about.slice(0, 0).map(',
        ),
      ],
  },
}
