import type { Migration } from '../../../../platform/contracts/migration.ts'
import { domainSchema } from '../../../../platform/database/migrate/domain-schema.ts'
import { tenantTable } from '../../../../platform/database/migrate/tenant-table.ts'

const schema = 'follow_up'

export const followUp: Migration = {
  id: 'follow_up/0001-follow-up',
  statements: [
    ...domainSchema(schema),
    ...tenantTable({
      schema,
      name: 'tasks',
      columns: {
        // Null if the patient is not known yet: encrypted with the organization's key.
        patient_id: 'uuid',
        visit_id: 'uuid',
        kind: 'text not null',
        priority: `text not null check (priority in ('routine', 'urgent'))`,
        status: `text not null check (status in ('open', 'done', 'cancelled'))`,
        // 'infinity' for a task without a due time, so that it sorts last.
        due_key: 'timestamptz not null',
        assignee_role: 'text',
        assignee_id: 'uuid',
        source_entity: 'text',
        source_id: 'uuid',
        cause: 'text not null',
        raised_by: 'uuid',
        raised_at: 'timestamptz not null',
        done_at: `timestamptz check ((status = 'done') = (done_at is not null))`,
        version: 'integer not null check (version > 0)',
      },
      constraints: ['check ((assignee_role is null) <> (assignee_id is null))'],
      sealed: true,
      indexes: [
        // One task per cause: an event that arrives twice, or two screens at once, raise one.
        'unique (organization_id, cause)',
        '(organization_id, assignee_id, status, due_key, id)',
        '(organization_id, assignee_role, status, due_key, id)',
        '(organization_id, patient_id, status, due_key, id)',
        `(organization_id, source_id) where status = 'open'`,
        `(organization_id, due_key) where status = 'open' and priority = 'urgent' and assignee_id is not null`,
      ],
    }),
    // Its id is the patient's.
    ...tenantTable({
      schema,
      name: 'care_plans',
      columns: { changed_at: 'timestamptz not null', version: 'integer not null check (version > 0)' },
      sealed: true,
    }),
    // Its id is the visit's.
    ...tenantTable({
      schema,
      name: 'summaries',
      columns: {
        patient_id: 'uuid not null',
        practitioner_id: 'uuid not null',
        audience: `text not null check (audience in ('patient', 'proxies'))`,
        visit_at: 'timestamptz not null',
        status: `text not null check (status in ('draft', 'published'))`,
        note_version: 'integer not null',
        next_visit_type_id: 'uuid',
        next_practitioner_id: 'uuid',
        next_earliest: 'date',
        next_latest: 'date check ((next_latest is null) = (next_earliest is null) and next_latest >= next_earliest)',
        next_appointment_id: 'uuid',
        remind_at: 'timestamptz',
        published_at: `timestamptz check ((status = 'published') = (published_at is not null))`,
        corrected_at: 'timestamptz',
        version: 'integer not null check (version > 0)',
      },
      sealed: true,
      indexes: [
        `(organization_id, patient_id, visit_at, id) where status = 'published'`,
        '(organization_id, patient_id, next_visit_type_id, visit_at) where next_appointment_id is null',
        '(organization_id, next_appointment_id) where next_appointment_id is not null',
        '(organization_id, remind_at) where remind_at is not null',
      ],
    }),
    ...tenantTable({
      schema,
      name: 'referrals',
      columns: {
        patient_id: 'uuid not null',
        visit_id: 'uuid',
        specialty: 'text not null',
        priority: `text not null check (priority in ('routine', 'urgent'))`,
        status: 'text not null',
        loop_open: 'boolean not null',
        // When the next step is due; for a closed referral, when it was closed.
        due_key: 'timestamptz not null',
        overdue_reported: 'boolean not null',
        sent_at: 'timestamptz not null',
        version: 'integer not null check (version > 0)',
      },
      constraints: [`check (loop_open = (status <> 'closed'))`],
      sealed: true,
      indexes: [
        '(organization_id, due_key, id) where loop_open',
        '(organization_id, status, due_key, id)',
        '(organization_id, patient_id, due_key, id)',
        '(organization_id, visit_id) where visit_id is not null',
        '(organization_id, due_key) where loop_open and not overdue_reported',
      ],
    }),
    // Its id is the visit's.
    ...tenantTable({
      schema,
      name: 'surveys',
      columns: {
        patient_id: 'uuid not null',
        practitioner_id: 'uuid not null',
        closes_at: 'timestamptz not null',
        answered_at: 'timestamptz',
      },
      sealed: true,
      indexes: ['(organization_id, patient_id)'],
    }),
    // Its id is the missed appointment's.
    ...tenantTable({
      schema,
      name: 'recoveries',
      columns: {
        patient_id: 'uuid not null',
        specialty: 'text not null',
        audience: `text not null check (audience in ('patient', 'proxies'))`,
        status: `text not null check (status in ('open', 'recovered', 'abandoned'))`,
        attempts: 'integer not null',
        next_attempt_at: `timestamptz check ((status = 'open') = (next_attempt_at is not null))`,
      },
      indexes: [
        '(organization_id, next_attempt_at) where next_attempt_at is not null',
        `(organization_id, patient_id) where status = 'open'`,
      ],
    }),
    ...tenantTable({
      schema,
      name: 'outcomes',
      columns: {
        patient_id: 'uuid not null',
        appointment_id: 'uuid not null',
        questionnaire: 'text not null',
        at: 'timestamptz not null',
      },
      sealed: true,
      indexes: [
        'unique (organization_id, appointment_id, questionnaire)',
        '(organization_id, patient_id, questionnaire, at, id)',
      ],
    }),
  ],
}
