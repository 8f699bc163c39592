import type { Migration } from '../../../../platform/contracts/migration.ts'
import { domainSchema } from '../../../../platform/database/migrate/domain-schema.ts'
import { tenantTable } from '../../../../platform/database/migrate/tenant-table.ts'

const schema = 'consent'

export const consents: Migration = {
  id: 'consent/0001-consents',
  statements: [
    ...domainSchema(schema),
    ...tenantTable({
      schema,
      name: 'documents',
      appendOnly: true,
      columns: { purpose: 'text not null' },
      indexes: ['unique (organization_id, purpose)'],
    }),
    // A published text is immutable: the role has no right to update it.
    ...tenantTable({
      schema,
      name: 'texts',
      appendOnly: true,
      columns: {
        document_id: 'uuid not null',
        purpose: 'text not null',
        version: 'integer not null',
        language: 'text not null',
        title: 'text not null',
        sections: 'jsonb not null',
        content_hash: 'text not null',
        material: 'boolean not null',
        translated: 'boolean not null',
        reviewed_by: 'text',
        published_at: 'timestamptz not null',
      },
      constraints: [
        'foreign key (organization_id, document_id) references consent.documents (organization_id, id)',
        'constraint translation_is_reviewed check (not translated or reviewed_by is not null)',
      ],
      indexes: [
        'unique (organization_id, document_id, version, language)',
        // One original per version. If two people publish the next version at the same time, only one succeeds.
        'unique (organization_id, document_id, version) where not translated',
      ],
    }),
    // A decision is immutable too. It can only be revoked.
    ...tenantTable({
      schema,
      name: 'consents',
      appendOnly: true,
      sealed: true,
      columns: {
        patient_id: 'uuid not null',
        text_id: 'uuid not null',
        document_id: 'uuid not null',
        document_version: 'integer not null',
        purpose: 'text not null',
        decision: `text not null check (decision in ('granted', 'declined'))`,
        decided_at: 'timestamptz not null',
        decided_by_kind: `text not null check (decided_by_kind in ('patient', 'proxy', 'member'))`,
        decided_by_id: 'uuid not null',
        revoked_at: 'timestamptz',
        revoked_by_id: 'uuid',
      },
      constraints: ['foreign key (organization_id, text_id) references consent.texts (organization_id, id)'],
      indexes: ['(organization_id, patient_id, purpose, id)', '(organization_id, patient_id, id)'],
    }),
    'grant update (revoked_at, revoked_by_id) on consent.consents to visitkit_consent',
  ],
}
