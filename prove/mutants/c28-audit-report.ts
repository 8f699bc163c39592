import { inServer, serverTest, type Promised } from '../mutant.ts'

const command = 'src/cli/audit-export.ts'
const chosen = serverTest('cli/audit-export.test.ts', 'as CSV every column of the ledger is there')

export const auditReport: Promised = {
  subject: 'C28',
  clauses: {
    'by command, as CSV or FHIR, of any time and by the value of any recorded field': [
      inServer('C28-field-is-ignored', command, ['at < to && where.every', 'at < to || where.every'], chosen),
      inServer('C28-time-is-ignored', command, ['return from <= at && at < to', 'return at < to'], chosen),
      inServer(
        'C28-part-of-a-ledger',
        command,
        [
          'values.from !== undefined || values.to !== undefined || values.where !== undefined',
          'values.from !== undefined',
        ],
        serverTest('cli/audit-export.test.ts', 'a wrong argument is named with what to do'),
      ),
    ],
    'each export leaves a row for every organization': [
      inServer(
        'C28-export-leaves-no-row',
        command,
        ["    await recordForOrganizations(database, 'audit.export')\n", ''],
        serverTest('cli/audit-export.test.ts', 'each export leaves one row for every organization'),
      ),
    ],
    'a cell of a CSV file cannot run as a formula': [
      inServer(
        'C28-formulas-run',
        'src/platform/audit/formats/ledger-csv.ts',
        ["const safe = formulas.test(value) ? `'${value}` : value", 'const safe = value'],
        serverTest('platform/audit/formats/audit-event.test.ts', 'a cell of a CSV file cannot run as a formula'),
      ),
    ],
  },
}
