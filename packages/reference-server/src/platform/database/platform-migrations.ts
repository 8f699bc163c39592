import type { Migration } from '../../domain-module.ts'
import { domainGroup, roleStatements } from './domain-schema.ts'
import { appLogin, createRoleStatement } from './open-postgres.ts'
import { rowSecurity } from './tenant-table.ts'

/** Lets one platform role see a tenant table across organizations, beside the policy that binds everyone else. */
const across = (table: string, role: string): string =>
  `create policy across_organizations on ${table} to ${role} using (true) with check (true)`

/** The tables of the platform's own folders. Applied before any domain's. */
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
      // `xid` orders events by commit: a sequence may be drawn early and committed late, and its row would be passed by.
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
      ...rowSecurity('platform.outbox'),
      across('platform.outbox', 'visitkit_platform'),
      `grant insert on platform.outbox to ${domainGroup}`,
      'grant select, delete on platform.outbox to visitkit_platform',

      `create table platform.consumed (
        organization_id uuid not null,
        consumer text not null,
        event_id uuid not null,
        at timestamptz not null default now(),
        primary key (organization_id, consumer, event_id)
      )`,
      ...rowSecurity('platform.consumed'),
      across('platform.consumed', 'visitkit_platform'),
      `grant insert on platform.consumed to ${domainGroup}`,
      'grant select, delete on platform.consumed to visitkit_platform',

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
      ...rowSecurity('platform.replays'),
      across('platform.replays', 'visitkit_platform'),
      `grant select, insert, update on platform.replays to ${domainGroup}`,
      'grant select, delete on platform.replays to visitkit_platform',
    ],
  },
  {
    id: 'platform/0003-delivery-and-jobs',
    statements: [
      // How far each consumer has come. No organization: a consumer serves them all.
      `create table platform.cursors (
        consumer text primary key,
        xid xid8 not null,
        event_id uuid not null
      )`,
      // Deliveries that failed. `error` is a code, never a message: messages quote what they choke on.
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
      ...rowSecurity('vault.organization_keys'),
      across('vault.organization_keys', 'visitkit_vault'),
      `grant select, insert on vault.organization_keys to ${domainGroup}`,
      'grant select, insert, update on vault.organization_keys to visitkit_vault',

      // `subject` is a patient's id, or '' for what belongs to the organization and concerns no patient.
      `create table vault.data_keys (
        organization_id uuid not null,
        subject text not null,
        version integer not null,
        organization_key integer not null,
        wrapped bytea not null,
        created_at timestamptz not null default now(),
        primary key (organization_id, subject, version)
      )`,
      ...rowSecurity('vault.data_keys'),
      across('vault.data_keys', 'visitkit_vault'),
      `grant select, insert on vault.data_keys to ${domainGroup}`,
      'grant select, update on vault.data_keys to visitkit_vault',

      // Who was erased. Without it the next write would make the patient a new key as if nothing had happened.
      `create table vault.erasures (
        organization_id uuid not null,
        subject text not null,
        at timestamptz not null default now(),
        primary key (organization_id, subject)
      )`,
      ...rowSecurity('vault.erasures'),
      across('vault.erasures', 'visitkit_vault'),
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
      // Ids are UUIDv7, so both list an organization's accesses in the order of time.
      'create index accesses_by_patient on audit.accesses (organization_id, patient_id, id) where patient_id is not null',
      'create index accesses_by_actor on audit.accesses (organization_id, actor_id, id)',
      'create index accesses_in_order on audit.accesses (xid, id)',
      ...rowSecurity('audit.accesses'),
      across('audit.accesses', 'visitkit_audit'),
      // Nobody but the owner may change or remove a row; removal past retention is the owner's, by the command line.
      `grant insert on audit.accesses to ${domainGroup}`,
      'grant select, insert on audit.accesses to visitkit_audit',

      `create table audit.links (
        sequence bigint primary key,
        organization_id uuid not null,
        access_id uuid not null,
        leaf bytea not null,
        hash bytea not null,
        unique (organization_id, access_id)
      )`,
      ...rowSecurity('audit.links'),
      across('audit.links', 'visitkit_audit'),
      'grant select, insert on audit.links to visitkit_audit',

      // One row: the head of the chain and how far the accesses are linked. Locked by the one sealer that works.
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
]
