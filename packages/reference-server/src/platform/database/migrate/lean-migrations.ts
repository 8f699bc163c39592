import type { Migration } from '../../contracts/migration.ts'
import { acrossOrganizations } from './across-organizations.ts'

/** Ids of an audit row, and the properties under which other texts are stored. */
export const accessIds = [
  ['request_id', 'requestId'],
  ['entity_id', 'entityId'],
  ['patient_id', 'patientId'],
  ['actor_id', 'actorId'],
  ['session_id', 'sessionId'],
  ['on_behalf_of', 'onBehalfOf'],
] as const
const uuidText = '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'

/** The same tables with fewer bytes and fewer indexes. Rows are converted and stay. */
export const leanMigrations: readonly Migration[] = [
  {
    id: 'platform/0007-lean-events-and-replays',
    statements: [
      // Events are read in order of their commit, and one that is to be delivered again by its place in it.
      'alter table platform.failed_deliveries add column event_xid xid8',
      ...acrossOrganizations(
        'platform.outbox',
        `update platform.failed_deliveries as failed set event_xid = event.xid
         from platform.outbox as event where event.id = failed.event_id`,
      ),
      'drop index platform.outbox_in_order, platform.outbox_by_type',
      'alter table platform.outbox drop constraint outbox_pkey, add primary key (xid, id)',

      // `consumer` is the start of the SHA-256 of its name. The age of a mark is that of its event, whose id begins with its time.
      ...acrossOrganizations(
        'platform.consumed',
        'alter table platform.consumed drop constraint consumed_pkey, drop column at',
        `alter table platform.consumed alter column consumer type integer
         using ('x' || encode(substring(sha256(convert_to(consumer, 'UTF8')) for 4), 'hex'))::bit(32)::integer`,
        'alter table platform.consumed add primary key (event_id, consumer)',
      ),

      // `id` and `request` are the starts of the SHA-256 of caller and key, and of operation and request.
      ...acrossOrganizations(
        'platform.replays',
        'alter table platform.replays drop constraint replays_pkey, add column id uuid, add column request uuid',
        `update platform.replays set
           id = encode(substring(sha256(convert_to(caller || '|' || key, 'UTF8')) for 16), 'hex')::uuid,
           request = encode(substring(sha256(convert_to(operation || '|', 'UTF8') || request_hash) for 16), 'hex')::uuid`,
        `alter table platform.replays drop column caller, drop column key, drop column operation, drop column request_hash,
           alter column id set not null, alter column request set not null, add primary key (organization_id, id)`,
      ),
    ],
  },
  {
    id: 'platform/0008-links-in-groups',
    statements: [
      // Ids are unique across organizations, and begin with their time: the key grows at its end.
      'alter table audit.accesses drop constraint accesses_pkey, add primary key (id)',
      'drop index audit.accesses_by_patient, audit.accesses_by_actor',
      'create index accesses_by_patient on audit.accesses (patient_id, id) where patient_id is not null',
      'create index accesses_by_actor on audit.accesses (actor_id, id)',

      // One row for all accesses that are linked together, instead of one for each.
      'create type audit.id_span as range (subtype = uuid)',
      `create table audit.link_groups (
        first_sequence bigint primary key,
        last_sequence bigint not null,
        access_ids uuid[] not null,
        -- From the least id to the greatest one.
        span audit.id_span not null,
        -- 32 bytes for each access.
        leaves bytea not null,
        -- Of the chain after the last access.
        hash bytea not null
      )`,
      // Hashes cannot be compressed, and parts of them are read.
      'alter table audit.link_groups alter column access_ids set storage external, alter column leaves set storage external',
      ...acrossOrganizations(
        'audit.links',
        `insert into audit.link_groups
         select min(sequence), max(sequence), array_agg(access_id order by sequence),
           audit.id_span(min(access_id::text)::uuid, max(access_id::text)::uuid, '[]'),
           string_agg(leaf, ''::bytea order by sequence), (array_agg(hash order by sequence desc))[1]
         from audit.links group by (sequence - 1) / 1000`,
      ),
      'drop table audit.links',
      'create index link_groups_by_span on audit.link_groups using gist (span)',
      'grant select, insert on audit.link_groups to visitkit_audit',

      // Groups contain accesses of several organizations, so a domain reads the numbers of single accesses that row security lets it read.
      `create function audit.sequence_of(access uuid) returns bigint
       language sql stable security definer set search_path = '' as $$
         select first_sequence + array_position(access_ids, access) - 1 from audit.link_groups
         where span operator(pg_catalog.@>) access and array_position(access_ids, access) is not null
       $$`,
      'revoke execute on function audit.sequence_of from public',
      'grant execute on function audit.sequence_of to visitkit_audit',
    ],
  },
  {
    id: 'platform/0009-ids-of-accesses',
    statements: [
      'alter table audit.accesses rename to access_rows',
      'drop index audit.accesses_by_patient, audit.accesses_by_actor',
      'alter table audit.access_rows add column other_ids jsonb',
      ...acrossOrganizations(
        'audit.access_rows',
        `update audit.access_rows set other_ids = jsonb_strip_nulls(jsonb_build_object(${accessIds
          .map(([column, property]) => `'${property}', case when ${column} !~ '${uuidText}' then ${column} end`)
          .join(', ')}))`,
        `update audit.access_rows set other_ids = null where other_ids = '{}'`,
        `alter table audit.access_rows ${accessIds
          .map(
            ([column]) => `alter column ${column} drop not null,
               alter column ${column} type uuid using case when ${column} ~ '${uuidText}' then ${column}::uuid end`,
          )
          .join(', ')}`,
      ),
      'create index accesses_by_patient on audit.access_rows (patient_id, id) where patient_id is not null',
      'create index accesses_by_actor on audit.access_rows (actor_id, id) where actor_id is not null',
      // As a row was recorded and hashed. `patient` and `actor` are indexed.
      `create view audit.accesses with (security_invoker = true) as
       select organization_id, id, at, operation, action, entity, outcome, refusal, because, actor_kind, actor_role, client_id, purpose, xid,
         patient_id as patient, actor_id as actor, ${accessIds
           .map(([column, property]) => `coalesce(${column}::text, other_ids ->> '${property}') as ${column}`)
           .join(', ')}
       from audit.access_rows`,
      'grant select on audit.accesses to visitkit_audit',
      `create view audit.links with (security_invoker = true) as
       select accesses.organization_id, accesses.id as access_id, link.sequence
       from audit.access_rows as accesses, lateral audit.sequence_of(accesses.id) as link (sequence)
       where link.sequence is not null`,
      'grant select on audit.links to visitkit_audit',
    ],
  },
]
