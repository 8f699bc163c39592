import type { Migration } from '../../contracts/migration.ts'
import { domainGroup, roleStatements } from './domain-schema.ts'
import { appLogin, createRoleStatement } from '../open/open-postgres.ts'
import { eventMigrations } from './event-migrations.ts'
import { accessIds, leanMigrations } from './lean-migrations.ts'
import { rowSecurity } from './tenant-table.ts'
import { timeOfChangeFunction } from './times-of-change.ts'

/**
 * Row security for a table with organizations, and its grants: the domains access one organization, by the policy that applies to
 * everyone; the role of the platform folder that owns the table accesses all.
 */
const secured = (
  table: string,
  rights: { readonly domains?: string; readonly own?: string } = {},
): readonly string[] => {
  const ownRole = `visitkit_${table.split('.')[0]}`
  return [
    ...rowSecurity(table),
    `create policy across_organizations on ${table} to ${ownRole} using (true) with check (true)`,
    ...(rights.domains ? [`grant ${rights.domains} on ${table} to ${domainGroup}`] : []),
    ...(rights.own ? [`grant ${rights.own} on ${table} to ${ownRole}`] : []),
  ]
}

/** The tables of the platform folders. Applied before any domain's. */
export const platformMigrations: readonly Migration[] = [
  {
    id: 'platform/0001-roles-and-schemas',
    statements: [
      'create extension if not exists btree_gist',
      createRoleStatement(appLogin, 'login noinherit'),
      createRoleStatement(domainGroup, 'nologin'),
      ...['platform', 'vault', 'audit'].flatMap((name) => [
        ...roleStatements(`visitkit_${name}`),
        `create schema if not exists ${name}`,
        `grant usage on schema ${name} to visitkit_${name}, ${domainGroup}`,
      ]),
    ],
  },
  {
    id: 'platform/0002-outbox-and-replays',
    statements: [
      // `xid` orders events by commit. A sequence value may be taken early and committed late, and readers would skip its row.
      `create table platform.outbox (
        organization_id uuid not null,
        id uuid not null,
        type text not null,
        at timestamptz not null,
        version integer not null,
        data jsonb not null,
        xid xid8 not null default pg_current_xact_id(),
        primary key (organization_id, id)
      )`,
      'create index outbox_in_order on platform.outbox (xid, id)',
      'create index outbox_by_type on platform.outbox (type, xid, id)',
      ...secured('platform.outbox', { domains: 'insert', own: 'select, delete' }),

      `create table platform.consumed (
        organization_id uuid not null,
        consumer text not null,
        event_id uuid not null,
        at timestamptz not null default now(),
        primary key (organization_id, consumer, event_id)
      )`,
      ...secured('platform.consumed', { domains: 'insert', own: 'select, delete' }),

      `create table platform.replays (
        organization_id uuid not null,
        caller text not null,
        key text not null,
        operation text not null,
        request_hash bytea not null,
        answer bytea,
        expires_at timestamptz not null,
        primary key (organization_id, caller, key)
      )`,
      'create index replays_by_expiry on platform.replays (expires_at)',
      ...secured('platform.replays', { domains: 'select, insert, update', own: 'select, delete' }),
    ],
  },
  {
    id: 'platform/0003-delivery-and-jobs',
    statements: [
      // The position of each consumer. No organization: a consumer serves all of them.
      `create table platform.cursors (
        consumer text primary key,
        xid xid8 not null,
        event_id uuid not null
      )`,
      // Failed deliveries. `error` is a code, never a message: messages quote values.
      `create table platform.failed_deliveries (
        consumer text not null,
        event_id uuid not null,
        organization_id uuid not null,
        attempts integer not null,
        error text not null,
        next_at timestamptz not null,
        parked_at timestamptz,
        primary key (consumer, event_id)
      )`,
      'create index failed_deliveries_due on platform.failed_deliveries (next_at) where parked_at is null',
      `create table platform.leases (
        name text primary key,
        holder uuid not null,
        expires_at timestamptz not null
      )`,
      `create table platform.jobs (
        name text primary key,
        last_started_at timestamptz not null,
        last_ended_at timestamptz,
        last_error text
      )`,
      'grant select, insert, update, delete on platform.cursors, platform.failed_deliveries, platform.leases, platform.jobs to visitkit_platform',
    ],
  },
  {
    id: 'platform/0004-keys',
    statements: [
      `create table vault.organization_keys (
        organization_id uuid not null,
        purpose text not null check (purpose in ('records', 'indexes')),
        version integer not null,
        master_key text not null,
        wrapped bytea not null,
        created_at timestamptz not null default now(),
        primary key (organization_id, purpose, version)
      )`,
      ...secured('vault.organization_keys', { domains: 'select, insert', own: 'select, insert, update' }),

      // `subject` is a patient's id, or '' for data of the organization that concerns no patient.
      `create table vault.data_keys (
        organization_id uuid not null,
        subject text not null,
        version integer not null,
        organization_key integer not null,
        wrapped bytea not null,
        created_at timestamptz not null default now(),
        primary key (organization_id, subject, version)
      )`,
      ...secured('vault.data_keys', { domains: 'select, insert', own: 'select, update' }),

      // Erased patients. Without this table, the next write would create a new key for an erased patient.
      `create table vault.erasures (
        organization_id uuid not null,
        subject text not null,
        at timestamptz not null default now(),
        primary key (organization_id, subject)
      )`,
      ...secured('vault.erasures'),
      `grant select on vault.erasures to ${domainGroup}, visitkit_vault`,
    ],
  },
  {
    id: 'platform/0005-audit',
    statements: [
      `create table audit.accesses (
        organization_id uuid not null,
        id uuid not null,
        at timestamptz not null,
        request_id text not null,
        operation text not null,
        action text not null,
        entity text not null,
        entity_id text,
        patient_id text,
        outcome text not null,
        refusal text,
        because text not null,
        actor_kind text not null,
        actor_id text not null,
        actor_role text not null,
        session_id text not null,
        client_id text not null,
        purpose text not null,
        xid xid8 not null default pg_current_xact_id(),
        primary key (organization_id, id)
      )`,
      // Ids are UUIDv7, so both indexes list an organization's accesses in order of time.
      'create index accesses_by_patient on audit.accesses (organization_id, patient_id, id) where patient_id is not null',
      'create index accesses_by_actor on audit.accesses (organization_id, actor_id, id)',
      'create index accesses_in_order on audit.accesses (xid, id)',
      // Only the owner may change or remove a row. The command line, as the owner, removes rows past retention.
      ...secured('audit.accesses', { domains: 'insert', own: 'select, insert' }),

      `create table audit.links (
        sequence bigint primary key,
        organization_id uuid not null,
        access_id uuid not null,
        leaf bytea not null,
        hash bytea not null,
        unique (organization_id, access_id)
      )`,
      ...secured('audit.links', { own: 'select, insert' }),

      // One row: the head of the chain and the position up to which accesses are linked. Locked by the checkpointer that is active.
      `create table audit.position (
        one boolean primary key default true check (one),
        sequence bigint not null,
        hash bytea not null,
        xid xid8 not null,
        access_id uuid not null
      )`,
      `insert into audit.position (sequence, hash, xid, access_id)
       values (0, decode(repeat('00', 32), 'hex'), '0', '00000000-0000-0000-0000-000000000000')`,
      'grant select, update on audit.position to visitkit_audit',

      `create table audit.checkpoints (
        number bigint primary key,
        at timestamptz not null,
        first_sequence bigint not null,
        last_sequence bigint not null,
        merkle_root bytea not null,
        head bytea not null,
        previous bytea not null,
        hash bytea not null,
        key_id text not null,
        signature bytea not null
      )`,
      'grant select, insert on audit.checkpoints to visitkit_audit',
    ],
  },
  {
    id: 'platform/0006-on-behalf-of',
    statements: ['alter table audit.accesses add column on_behalf_of text'],
  },
  ...leanMigrations,
  {
    id: 'platform/0010-pages-of-the-ledger',
    statements: [
      // A domain that follows the ledger reads the accesses of its organization between these ids. Groups, and nothing of their accesses.
      `create function audit.linked_after(after bigint, most integer, out first_id uuid, out last_id uuid, out sequence bigint)
       language sql stable security definer set search_path = '' as $$
         select min(lower(page.span)::text)::uuid, max(upper(page.span)::text)::uuid, max(page.last_sequence)
         from (
           select span, last_sequence from audit.link_groups where first_sequence > after order by first_sequence limit most
         ) as page
       $$`,
      `create function audit.last_sequence() returns bigint
       language sql stable security definer set search_path = '' as $$ select sequence from audit.position $$`,
      ...['audit.linked_after', 'audit.last_sequence'].flatMap((name) => [
        `revoke execute on function ${name} from public`,
        `grant execute on function ${name} to visitkit_audit`,
      ]),
    ],
  },
  { id: 'platform/0011-times-of-change', statements: timeOfChangeFunction },
  {
    id: 'platform/0012-rotation-and-erasure',
    // Of the commands: new versions of data keys, and the erasure of a patient's.
    statements: [
      'grant insert, delete on vault.data_keys to visitkit_vault',
      'grant insert on vault.erasures to visitkit_vault',
    ],
  },
  ...eventMigrations,
  {
    id: 'platform/0014-origins-and-queries',
    statements: [
      'alter table audit.access_rows add column origin text, add column origin_details text, add column query text, add column consents text',
      // New columns come last: the view is read by name.
      `create or replace view audit.accesses with (security_invoker = true) as
       select organization_id, id, at, operation, action, entity, outcome, refusal, because, actor_kind, actor_role, client_id, purpose, xid,
         patient_id as patient, actor_id as actor, ${accessIds
           .map(([column, property]) => `coalesce(${column}::text, other_ids ->> '${property}') as ${column}`)
           .join(', ')}, origin, origin_details, query, consents
       from audit.access_rows`,
    ],
  },
]
