import { inServer, serverTest, type Promised } from '../mutant.ts'

const ledger = serverTest(
  'platform/audit/ledger.test.ts',
  'lets a domain add rows, but not read, change or remove them',
)
const migrations = 'src/platform/database/migrate/platform-migrations.ts'
const leanMigrations = 'src/platform/database/migrate/lean-migrations.ts'

export const auditImmutability: Promised = {
  subject: 'C27',
  clauses: {
    'The roles that the server works in may add rows': [
      inServer(
        'C27-a-domain-may-not-add',
        migrations,
        ["...secured('audit.accesses', { domains: 'insert',", "...secured('audit.accesses', { domains: 'references',"],
        ledger,
      ),
    ],
    'and nothing else': [
      inServer(
        'C27-domains-read-the-audit',
        migrations,
        [
          "...secured('audit.accesses', { domains: 'insert',",
          "...secured('audit.accesses', { domains: 'select, insert',",
        ],
        ledger,
      ),
      inServer(
        'C27-domains-change-the-audit',
        migrations,
        [
          "...secured('audit.accesses', { domains: 'insert',",
          "...secured('audit.accesses', { domains: 'insert, update',",
        ],
        ledger,
      ),
      inServer(
        'C27-domains-remove-the-audit',
        migrations,
        [
          "...secured('audit.accesses', { domains: 'insert',",
          "...secured('audit.accesses', { domains: 'insert, delete, truncate',",
        ],
        ledger,
      ),
      inServer(
        'C27-the-sealer-changes-the-audit',
        migrations,
        [
          "domains: 'insert', own: 'select, insert' }),\n\n      `create table audit.links",
          "domains: 'insert', own: 'select, insert, update, delete' }),\n\n      `create table audit.links",
        ],
        ledger,
      ),
      inServer(
        'C27-links-may-be-removed',
        leanMigrations,
        ["'grant select, insert on audit.link_groups", "'grant select, insert, delete on audit.link_groups"],
        ledger,
      ),
      inServer(
        'C27-checkpoints-may-be-changed',
        migrations,
        ["'grant select, insert on audit.checkpoints", "'grant select, insert, update on audit.checkpoints"],
        ledger,
      ),
    ],
    'no setting switches it off': [
      inServer(
        'C27-no-audit-without-a-journal',
        'src/platform/http/steps/record-access.ts',
        [
          'exchange.isRecorded || rows.length === 0',
          "exchange.isRecorded || process.env['VISITKIT_AUDIT'] !== 'on' || rows.length === 0",
        ],
        serverTest('platform/http/operation-pipeline.test.ts', 'shows a note and records who read whose note and why'),
      ),
    ],
  },
}
