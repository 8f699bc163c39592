import type { Migration } from '../contracts/migration.ts'
import { domainSchema } from '../database/migrate/domain-schema.ts'
import { tenantTable } from '../database/migrate/tenant-table.ts'

const schema = 'identity'

export const identityMigrations: readonly Migration[] = [
  {
    id: 'identity/0001-sessions-clients-issuers',
    statements: [
      ...domainSchema(schema),
      ...tenantTable({
        schema,
        name: 'sessions',
        columns: {
          kind: `text not null check (kind in ('patient', 'proxy', 'member', 'service'))`,
          person_id: 'text not null',
          roles: 'text[] not null',
          patient_ids: 'text[] not null',
          practitioner_id: 'text',
          client_id: 'text not null',
          origin: 'text',
          authenticated_at: 'timestamptz not null',
          began_at: 'timestamptz not null',
          last_active_at: 'timestamptz not null',
          idle_seconds: 'integer',
          absolute_ends_at: 'timestamptz not null',
          ended_at: 'timestamptz',
          end_reason: 'text',
        },
        indexes: ['(organization_id, person_id) where ended_at is null'],
      }),
      ...tenantTable({
        schema,
        name: 'refresh_tokens',
        columns: {
          /** SHA-256: the token itself has 256 random bits, so nothing slower is needed. */
          hash: 'bytea not null',
          session_id: 'uuid not null',
          used_at: 'timestamptz',
          /** Never used: another token was issued in its place, because the response with this one seems to have been lost. */
          replaced: 'boolean not null default false',
        },
        constraints: ['foreign key (organization_id, session_id) references identity.sessions (organization_id, id)'],
        indexes: ['unique (organization_id, hash)'],
      }),
      ...tenantTable({
        schema,
        name: 'issuers',
        columns: {
          issuer: 'text not null',
          jwks_uri: 'text not null',
          audience: 'text not null',
          client_id: 'text not null',
          removed_at: 'timestamptz',
        },
        indexes: ['unique (organization_id, issuer)'],
      }),
      ...tenantTable({
        schema,
        name: 'clients',
        columns: {
          client_id: 'text not null',
          /** The name in people's access log: the portal's or the program's. */
          name: 'text not null',
          /** Its roles when it acts for itself (client_credentials). */
          roles: 'text[] not null',
          /** With its scheme, parameters and salt. */
          secret_hash: 'text not null',
          grants: 'text[] not null',
          removed_at: 'timestamptz',
        },
        indexes: ['unique (organization_id, client_id)'],
      }),
      // A presented client id, or a browser's preflight, does not say which organization it belongs to, so this table has no row
      // security. It reveals only that a client and an origin exist; the secret is in identity.clients.
      `create table identity.client_directory (
        client_id text primary key,
        organization_id uuid not null,
        origins text[] not null
      )`,
      'grant select, insert, update, delete on identity.client_directory to visitkit_identity',
      // Used one-time tickets: random numbers that live for a few seconds and belong to no organization.
      `create table identity.used_tickets (
        nonce bytea primary key,
        expires_at timestamptz not null
      )`,
      'grant select, insert, delete on identity.used_tickets to visitkit_identity',
    ],
  },
  {
    id: 'identity/0002-refresh-tokens-by-session',
    statements: [
      // Without it, the deletion of an old session reads all refresh tokens.
      'create index refresh_tokens_by_session on identity.refresh_tokens (organization_id, session_id)',
    ],
  },
  {
    id: 'identity/0003-sessions-of-guests',
    statements: [
      'alter table identity.sessions drop constraint sessions_kind_check',
      `alter table identity.sessions add constraint sessions_kind_check
        check (kind in ('patient', 'proxy', 'member', 'guest', 'service'))`,
    ],
  },
  {
    id: 'identity/0004-strength-of-sign-ins',
    statements: [
      // How the members of sessions from before signed in is not known: they sign in again.
      `alter table identity.sessions
        add column sign_in_methods text[] not null default '{}',
        add column sign_in_class text`,
    ],
  },
  {
    id: 'identity/0005-used-proofs',
    statements: [
      ...tenantTable({
        schema,
        name: 'used_proofs',
        columns: {
          /** SHA-256 of an ID token without its signature. */
          hash: 'bytea not null',
          expires_at: 'timestamptz not null',
        },
        indexes: ['unique (organization_id, hash)', '(organization_id, expires_at)'],
      }),
    ],
  },
  {
    id: 'identity/0006-end-of-training',
    statements: ['alter table identity.sessions add column training_ends_at timestamptz'],
  },
  {
    id: 'identity/0010-organizations-of-other-regions',
    // Null: of this region. For one of another region, nothing but its id, its clients and the region is stored.
    statements: ['alter table identity.client_directory add column region text'],
  },
  {
    id: 'identity/0260-kiosks',
    statements: ['alter table identity.clients add column kiosk boolean not null default false'],
  },
  {
    id: 'identity/0250-clients-stay',
    statements: [
      // The ledger names programs by their ids, which must not become those of others.
      'revoke delete on identity.clients, identity.client_directory from visitkit_identity',
    ],
  },
  {
    id: 'identity/0251-room-for-activity',
    statements: [
      // The activity of a session is saved every few seconds. An update that stays on its page writes no entry into an index.
      'alter table identity.sessions set (fillfactor = 70)',
    ],
  },
  {
    id: 'identity/0310-refused-proofs',
    statements: [
      ...tenantTable({
        schema,
        name: 'refused_proofs',
        columns: {
          client_id: 'text not null',
          since: 'timestamptz not null',
          count: 'integer not null',
          next_report: 'integer not null',
        },
        indexes: ['unique (organization_id, client_id)'],
      }),
    ],
  },
]
