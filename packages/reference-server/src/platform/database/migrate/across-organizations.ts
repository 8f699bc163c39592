/**
 * Statements that change rows of all organizations. Forced row security applies to an owner that is not a superuser, and hides every row from
 * it: it is suspended for these tables.
 */
export const acrossOrganizations = (tables: string | readonly string[], ...statements: readonly string[]): string[] => {
  const each = typeof tables === 'string' ? [tables] : tables
  return [
    ...each.map((table) => `alter table ${table} no force row level security`),
    ...statements,
    ...each.map((table) => `alter table ${table} force row level security`),
  ]
}
