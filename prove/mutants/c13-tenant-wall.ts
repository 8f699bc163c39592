import { inServer, serverTest, type Promised } from '../mutant.ts'

const database = (name: string) => serverTest('platform/database/tests/database.test.ts', name)
const tables = serverTest('tests/tenant-wall.test.ts', 'has row security on every table')
const vault = (name: string) => serverTest('platform/vault/vault.test.ts', name)

export const tenantWall: Promised = {
  subject: 'C13',
  clauses: {
    'Row security on every table, made by one helper': [
      inServer(
        'C13-every-row-is-shown',
        'src/platform/database/migrate/tenant-table.ts',
        ['using (${ownOrganization})', 'using (true)'],
        database('shows an organization only its own rows'),
      ),
      inServer(
        'C13-rows-for-others-are-taken',
        'src/platform/database/migrate/tenant-table.ts',
        ['with check (${ownOrganization})', 'with check (true)'],
        database('refuses a row written for another organization'),
      ),
      inServer(
        'C13-no-organization-sees-all',
        'src/platform/database/migrate/tenant-table.ts',
        [
          "organization_id = (select nullif(current_setting('app.organization', true), '')::uuid)",
          "coalesce(organization_id = (select nullif(current_setting('app.organization', true), '')::uuid), true)",
        ],
        database('applies row security to the owner of a table too'),
      ),
      inServer(
        'C13-owners-are-not-bound',
        'src/platform/database/migrate/tenant-table.ts',
        ['  `alter table ${table} force row level security`,\n', ''],
        database('applies row security to the owner of a table too'),
        tables,
      ),
      inServer(
        'C13-a-table-without-row-security',
        'src/platform/database/migrate/tenant-table.ts',
        ['...rowSecurity(qualified)', "...(table.name === 'patients' ? [] : rowSecurity(qualified))"],
        tables,
      ),
      inServer(
        'C13-a-domain-reads-another',
        'src/platform/database/migrate/domain-schema.ts',
        [
          '`grant usage on schema ${name} to visitkit_${name}`',
          '`grant usage on schema ${name} to ${domainGroup}`, `alter default privileges in schema ${name} grant select on tables to ${domainGroup}`',
        ],
        database("refuses another domain's tables"),
      ),
    ],
    'keys for each organization, which open nothing of another': [
      inServer(
        'C13-an-organization-key-opens-under-any-name',
        'src/platform/vault/key-ring.ts',
        [
          '`vault.organization_keys|${organizationId}|${purpose}|${version}`',
          '`vault.organization_keys|${purpose}|${version}`',
        ],
        vault('of one organization decrypt nothing in another'),
      ),
      inServer(
        'C13-a-data-key-opens-under-any-organization',
        'src/platform/vault/key-ring.ts',
        ['`${organizationId}|vault.data_keys|${subject}|${version}`', '`vault.data_keys|${subject}|${version}`'],
        vault('of one organization decrypt nothing in another'),
      ),
      inServer(
        'C13-one-index-key-for-all',
        'src/platform/vault/blind-index.ts',
        ["createHmac('sha256', key)", "createHmac('sha256', Buffer.alloc(32))"],
        vault('finds equal values by their hash, within one organization and one index'),
      ),
    ],
    'the organization in the additional data of every sealed value': [
      inServer(
        'C13-a-value-opens-in-any-organization',
        'src/platform/vault/create-vault.ts',
        ['`${organizationId}|${table}|${rowId}`', '`${table}|${rowId}`'],
        vault('even with the same key'),
      ),
    ],
  },
}
