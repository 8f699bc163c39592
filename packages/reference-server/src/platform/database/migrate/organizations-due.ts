/**
 * A function `<list>(organizations, due_by)` that returns those of the given organizations that have a row for which `rows` selects
 * something: `'from labs.results where critical_next_at <= due_by'`. A loop over all organizations asks it first, in one statement.
 *
 * It runs with the rights of its caller, and sets one organization after the other: each row that it sees is one that the caller may read
 * in that organization. It returns their ids and nothing else, and leaves the setting as it was.
 */
export const organizationsDue = (list: string, rows: string): string => `
  create function ${list}(organizations uuid[], due_by timestamptz) returns setof uuid
  language plpgsql security invoker set app.organization = '' as $function$
  declare
    each_organization uuid;
  begin
    foreach each_organization in array organizations loop
      perform set_config('app.organization', each_organization::text, true);
      if exists (select ${rows}) then
        return next each_organization;
      end if;
    end loop;
  end
  $function$`

/** Whose transmissions wait and are due. */
export const organizationsWithDueTransmissions = (schema: string): string =>
  organizationsDue(
    `${schema}.due_transmissions`,
    `from ${schema}.transmissions where state = 'waiting' and due_at <= due_by`,
  )
