import type { Migration } from '../../../../platform/contracts/migration.ts'
import { domainSchema } from '../../../../platform/database/migrate/domain-schema.ts'
import { tenantTable } from '../../../../platform/database/migrate/tenant-table.ts'

const schema = 'directory'

export const people: Migration = {
  id: 'directory/0001-people',
  statements: [
    ...domainSchema(schema),
    ...tenantTable({
      schema,
      name: 'organizations',
      columns: {
        name: 'text not null',
        region: 'text not null',
        zone: 'text not null',
        languages: 'text[] not null',
        brand: 'jsonb not null',
        contact: 'jsonb not null',
        video_vendor: 'text not null',
        version: 'integer not null',
      },
      constraints: ['constraint organization_is_its_own_row check (id = organization_id)'],
    }),
    // Jobs serve every organization and need the list of them. Requests always have one organization set and never match this policy.
    `create policy roster on directory.organizations for select to visitkit_directory
       using (nullif(current_setting('app.organization', true), '') is null)`,
    ...tenantTable({
      schema,
      name: 'members',
      columns: {
        display_name: 'text not null',
        email: 'text',
        roles: 'text[] not null',
        status: `text not null check (status in ('active', 'disabled'))`,
        version: 'integer not null',
      },
    }),
    ...tenantTable({
      schema,
      name: 'practitioners',
      columns: {
        member_id: 'uuid',
        display_name: 'text not null',
        title: 'jsonb not null',
        specialties: 'text[] not null',
        languages: 'text[] not null',
        zone: 'text not null',
        licenses: 'jsonb not null',
        npi: 'text',
        active: 'boolean not null',
        version: 'integer not null',
      },
      constraints: ['foreign key (organization_id, member_id) references directory.members (organization_id, id)'],
      indexes: ['unique (organization_id, member_id)'],
    }),
    ...tenantTable({
      schema,
      name: 'patients',
      sealed: true,
      // The zone is not encrypted because a proxy's right ends in the patient's time zone, which must be readable without decrypting the
      // record.
      columns: {
        zone: 'text not null',
        family_index: 'bytea not null',
        birth_date_index: 'bytea not null',
        record_number_index: 'bytea',
        version: 'integer not null',
      },
      indexes: [
        'unique (organization_id, record_number_index)',
        '(organization_id, family_index)',
        '(organization_id, birth_date_index)',
      ],
    }),
    ...tenantTable({
      schema,
      name: 'proxies',
      sealed: true,
      columns: {
        patient_id: 'uuid not null',
        // The person who signs in: the id of their first right, or their own patient id.
        person_id: 'uuid not null',
        scope: 'text[] not null',
        from_day: 'text not null',
        to_day: 'text',
        ended_at: 'timestamptz',
        // When the event for the end by date was emitted.
        lapse_notified_at: 'timestamptz',
      },
      constraints: ['foreign key (organization_id, patient_id) references directory.patients (organization_id, id)'],
      indexes: [
        '(organization_id, patient_id)',
        '(organization_id, person_id)',
        '(organization_id, to_day) where ended_at is null and lapse_notified_at is null',
      ],
    }),
    ...tenantTable({
      schema,
      name: 'identities',
      columns: {
        // Keyed hash of issuer and subject: a subject is often an e-mail address.
        identity_index: 'bytea not null',
        person_kind: `text not null check (person_kind in ('patient', 'proxy', 'member'))`,
        person_id: 'uuid not null',
      },
      indexes: ['unique (organization_id, identity_index)'],
    }),
  ],
}
