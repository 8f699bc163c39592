/** One table of a domain, whose rows belong to an organization. */
export interface TenantTable {
  /** The domain's name, which is also the name of its schema. */
  readonly schema: string
  readonly name: string
  /** `{ starts_at: 'timestamptz not null' }`. Added to `organization_id`, `id`, `created_at` and, if encrypted, `sealed`. */
  readonly columns: Readonly<Record<string, string>>
  /** Complete table constraints: `'exclude using gist (organization_id with =, ...)'`, `'constraint x check (...)'`. */
  readonly constraints?: readonly string[]
  /** The row has PHI, encrypted by the vault in the column `sealed bytea not null`. */
  readonly sealed?: boolean
  /** The domain may insert and read rows, but not change or remove them. */
  readonly appendOnly?: boolean
  /**
   * The text after `on table`: `'(organization_id, patient_id)'`, `'using gist (...)'`, `'(organization_id) where ended_at is null'`;
   * begin with `unique ` for a unique index. Begin the columns with organization_id, so that data can be distributed by it.
   */
  readonly indexes?: readonly string[]
}

/**
 * The condition of every policy. The sub-select is evaluated once per statement, not per row. An unset or empty setting matches nothing.
 */
export const ownOrganization = `organization_id = (select nullif(current_setting('app.organization', true), '')::uuid)`

/** Row security for a table with `organization_id`. It also applies to the table's owner. */
export const rowSecurity = (table: string): readonly string[] => [
  `alter table ${table} enable row level security`,
  `alter table ${table} force row level security`,
  `create policy own_organization on ${table} using (${ownOrganization}) with check (${ownOrganization})`,
]

/**
 * The statements that create a domain's table with key, row security and grants, so that no table lacks them. Every key begins with the
 * organization. Foreign keys name both columns: `foreign key (organization_id, visit_id) references visits.visits (organization_id, id)`.
 */
export const tenantTable = (table: TenantTable): readonly string[] => {
  const qualified = `${table.schema}.${table.name}`
  const lines = [
    'organization_id uuid not null',
    'id uuid not null',
    ...Object.entries(table.columns).map(([column, definition]) => `${column} ${definition}`),
    ...(table.sealed ? ['sealed bytea not null'] : []),
    'created_at timestamptz not null default now()',
    'primary key (organization_id, id)',
    ...(table.constraints ?? []),
  ]
  const rights = table.appendOnly ? 'select, insert' : 'select, insert, update, delete'
  return [
    `create table ${qualified} (\n  ${lines.join(',\n  ')}\n)`,
    ...(table.indexes ?? []).map((index) => createIndex(table, index)),
    ...rowSecurity(qualified),
    `grant ${rights} on ${qualified} to visitkit_${table.schema}`,
  ]
}

const createIndex = ({ schema, name }: TenantTable, index: string): string => {
  const unique = index.startsWith('unique ')
  const body = unique ? index.slice('unique '.length) : index
  const slug = body
    .replaceAll(/organization_id|[^a-z0-9]+/g, '_')
    .replaceAll(/_+/g, '_')
    .replaceAll(/^_|_$/g, '')
  const indexName = `${name}_by_${slug}`.slice(0, 63)
  return `create ${unique ? 'unique ' : ''}index ${indexName} on ${schema}.${name} ${body}`
}
