import type { Migration } from '../../../../platform/contracts/migration.ts'
import { domainSchema } from '../../../../platform/database/migrate/domain-schema.ts'
import { tenantTable } from '../../../../platform/database/migrate/tenant-table.ts'
import { timesOfChange } from '../../../../platform/database/migrate/times-of-change.ts'

const schema = 'obligations'

/** A calendar day as text, `YYYY-MM-DD`: it has no zone, and compares as it is. */
const day = (column: string): string => `text check (${column} ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$')`
const version = 'integer not null check (version > 0)'

/** Policies, training, reviews of access, risks and incidents. Only what an incident says is encrypted: nothing else may name a patient. */
export const obligations: Migration = {
  id: 'obligations/0001-obligations',
  statements: [
    ...domainSchema(schema),
    ...tenantTable({
      schema,
      name: 'obligations',
      columns: {
        kind: 'text not null',
        title: 'text not null',
        every_days: 'integer not null check (every_days > 0)',
        owner_id: 'uuid',
        due_on: `${day('due_on')} not null`,
        last_completed_on: day('last_completed_on'),
        active: 'boolean not null',
        version,
      },
    }),
    ...tenantTable({
      schema,
      name: 'completions',
      columns: {
        obligation_id: 'uuid not null',
        completed_on: `${day('completed_on')} not null`,
        evidence: 'text not null',
        recorded_by: 'uuid not null',
        recorded_at: 'timestamptz not null',
      },
      constraints: [
        'foreign key (organization_id, obligation_id) references obligations.obligations (organization_id, id)',
      ],
      appendOnly: true,
      indexes: ['(organization_id, obligation_id, id)'],
    }),
    ...tenantTable({
      schema,
      name: 'courses',
      columns: {
        title: 'text not null',
        valid_days: 'integer not null check (valid_days > 0)',
        roles: 'text[] not null',
        required_from: `${day('required_from')} not null`,
        active: 'boolean not null',
        version,
      },
    }),
    ...tenantTable({
      schema,
      name: 'trainings',
      columns: {
        course_id: 'uuid not null',
        member_id: 'uuid not null',
        completed_on: `${day('completed_on')} not null`,
        recorded_by: 'uuid not null',
        recorded_at: 'timestamptz not null',
      },
      constraints: ['foreign key (organization_id, course_id) references obligations.courses (organization_id, id)'],
      appendOnly: true,
      indexes: ['(organization_id, course_id, member_id, completed_on)'],
    }),
    ...tenantTable({
      schema,
      name: 'access_reviews',
      columns: {
        member_id: 'uuid not null',
        reviewed_on: `${day('reviewed_on')} not null`,
        decision: `text not null check (decision in ('confirmed', 'changed'))`,
        roles: 'text[] not null',
        reviewed_by: 'uuid not null check (reviewed_by <> member_id)',
      },
      appendOnly: true,
      indexes: ['(organization_id, member_id, id)'],
    }),
    ...tenantTable({
      schema,
      name: 'risks',
      columns: {
        asset: 'text not null',
        threat: 'text not null',
        likelihood: 'integer not null check (likelihood between 1 and 5)',
        impact: 'integer not null check (impact between 1 and 5)',
        treatment: 'text not null',
        plan: 'text',
        controls: 'text[] not null',
        owner_id: 'uuid',
        review_on: `${day('review_on')} not null`,
        active: 'boolean not null',
        version,
      },
    }),
    ...tenantTable({
      schema,
      name: 'incidents',
      columns: {
        discovered_on: `${day('discovered_on')} not null`,
        factors: 'jsonb',
        patients_concerned: 'integer check (patients_concerned >= 0)',
        notices: 'jsonb not null',
        // Nothing is left to do: no deadline of it is open.
        closed: 'boolean not null',
        reported_by: 'uuid not null',
        reported_at: 'timestamptz not null',
        version,
      },
      sealed: true,
      indexes: ['(organization_id, id) where not closed'],
    }),
    ...timesOfChange(schema, ['obligations', 'courses', 'risks', 'incidents']),
  ],
}
