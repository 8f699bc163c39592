import type { Migration } from '../../contracts/migration.ts'
import { domainGroup } from './domain-schema.ts'

/** Events without the names of their properties. Earlier rows stay as they are. */
export const eventMigrations: readonly Migration[] = [
  {
    id: 'platform/0013-shapes-of-events',
    statements: [
      // What events have in common: no organization, and nothing of what happened.
      `create table platform.event_shapes (
        id integer primary key check (id > 1000),
        type text not null,
        version integer not null,
        -- Properties whose values are in \`ids\` of a row, and in its array \`data\`.
        id_names text[] not null,
        names text[] not null,
        unique (type, version, id_names, names)
      )`,
      'grant select, insert on platform.event_shapes to visitkit_platform',
      'alter table platform.outbox rename to event_rows',
      // The version of the payload, or the id of a shape.
      'alter table platform.event_rows rename column version to form',
      `alter table platform.event_rows alter column type drop not null, alter column data drop not null,
         add column ids bytea`,
      // Every event as it was emitted.
      `create view platform.outbox with (security_invoker = true) as
       select stored.organization_id, stored.id, coalesce(stored.type, shape.type) as type, stored.at,
         coalesce(shape.version, stored.form) as version,
         case when stored.type is not null then stored.data else (
           select coalesce(jsonb_object_agg(name, encode(substring(stored.ids from place::integer * 16 - 15 for 16), 'hex')::uuid), '{}')
           from unnest(shape.id_names) with ordinality as named (name, place)
         ) || (
           select coalesce(jsonb_object_agg(name, stored.data -> place::integer - 1), '{}')
           from unnest(shape.names) with ordinality as named (name, place)
         ) end as data,
         stored.xid
       from platform.event_rows as stored
       left join platform.event_shapes as shape on stored.type is null and shape.id = stored.form`,
      'grant select on platform.outbox to visitkit_platform',
      // A process of the release before stores events in full, with its own rights, until it is replaced.
      `create function platform.insert_event() returns trigger language plpgsql as $body$
begin
  insert into platform.event_rows (organization_id, id, type, at, form, data)
  values (new.organization_id, new.id, new.type, new.at, new.version, new.data);
  return new;
end
$body$`,
      'create trigger in_full instead of insert on platform.outbox for each row execute function platform.insert_event()',
      `grant insert on platform.outbox to ${domainGroup}`,
    ],
  },
]
