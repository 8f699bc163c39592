/** One table of a domain, whose rows belong to an organization. */
export interface TenantTable {
  /** The domain's name, which is its schema's too. */
  readonly schema: string
  readonly name: string
  /** `{ starts_at: 'timestamptz not null' }`. Added to `organization_id`, `id`, `created_at` and, when sealed, `sealed`. */
  readonly columns: Readonly<Record<string, string>>
  /** Table constraints, whole: `'exclude using gist (organization_id with =, ...)'`, `'constraint x check (...)'`. */
  readonly constraints?: readonly string[]
  /** PHI of the row, as the vault sealed it, in one column `sealed bytea not null`. */
  readonly sealed?: boolean
  /** The domain may add rows and read them, never change or remove them. */
  readonly appendOnly?: boolean
  /**
   * What follows `on table`: `'(organization_id, patient_id)'`, `'using gist (...)'`, `'(organization_id) where ended_at is null'`;
   * after `unique ` for a unique one. Begin with organization_id, so that data can be distributed by it.
   */
  readonly indexes?: readonly string[]
}

/** The condition of every policy. The sub-select is evaluated once a statement, not once a row; unset and '' match nothing. */
export const ownOrganization = `organization_id = (select nullif(current_setting('app.organization', true), '')::uuid)`

/** Row security for a table with `organization_id`, binding its owner too. */
export const rowSecurity = (table: string): readonly string[] => [
  `alter table ${table} enable row level security`,
  `alter table ${table} force row level security`,
  `create policy own_organization on ${table} using (${ownOrganization}) with check (${ownOrganization})`,
]

/**
 * The statements that make a domain's table: key, row security and grants included, so that no table can lack them.
 * Every key begins with the organization. Foreign keys name both columns:
 * `foreign key (organization_id, visit_id) references visits.visits (organization_id, id)`.
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
