import type { Migration } from '../../../../platform/contracts/migration.ts'
import { tenantTable } from '../../../../platform/database/migrate/tenant-table.ts'

/** Sign-ins are linked by accepting an invitation. Existing sign-ins stay linked, and existing rights stay active. */
export const invitations: Migration = {
  id: 'directory/0002-invitations',
  statements: [
    // Null until a person has accepted the right.
    'alter table directory.proxies alter column person_id drop not null',
    'create index identities_by_person_id on directory.identities (organization_id, person_id)',
    ...tenantTable({
      schema: 'directory',
      name: 'invitations',
      columns: {
        kind: `text not null check (kind in ('member', 'patient', 'proxy'))`,
        // The member, the patient, or the right that is offered to a proxy.
        subject_id: 'uuid not null',
        patient_id: 'uuid',
        // Keyed hash of the code.
        secret_index: 'bytea not null',
        expires_at: 'timestamptz not null',
        accepted_at: 'timestamptz',
        revoked_at: 'timestamptz',
      },
      constraints: [
        'foreign key (organization_id, patient_id) references directory.patients (organization_id, id)',
        `constraint invitation_names_its_patient check ((kind = 'member') = (patient_id is null))`,
        'constraint invitation_is_settled_once check (accepted_at is null or revoked_at is null)',
      ],
      indexes: [
        'unique (organization_id, secret_index)',
        // One pending invitation for each subject: a new one replaces it.
        'unique (organization_id, subject_id) where accepted_at is null and revoked_at is null',
        '(organization_id, patient_id)',
        '(organization_id, expires_at)',
      ],
    }),
  ],
}
