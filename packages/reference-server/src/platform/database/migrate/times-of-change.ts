/** The column that says when a row was last changed. FHIR: `meta.lastUpdated`. */
export const timeOfChange = 'last_updated'

/**
 * Gives tables of a domain the time of their last change. A trigger keeps it, so that no writer can forget it: neither a store, nor a
 * process of the release before, nor an operator. It is the database's time, because rows are compared across processes. Rows from before
 * get the time of the migration.
 */
export const timesOfChange = (schema: string, tables: readonly string[]): readonly string[] =>
  tables.flatMap((table) => [
    `alter table ${schema}.${table} add column ${timeOfChange} timestamptz not null default now()`,
    `create trigger time_of_change before update on ${schema}.${table}
       for each row execute function platform.set_time_of_change()`,
  ])

/** Of the platform: before the migrations of any domain. */
export const timeOfChangeFunction: readonly string[] = [
  `create function platform.set_time_of_change() returns trigger language plpgsql as $body$
begin
  new.${timeOfChange} := now();
  return new;
end
$body$`,
]
