import type { Migration } from '../../../../platform/contracts/migration.ts'
import { domainSchema } from '../../../../platform/database/migrate/domain-schema.ts'
import { tenantTable } from '../../../../platform/database/migrate/tenant-table.ts'

const schema = 'documentation'

const noteStatus = `text not null check (status in ('draft', 'awaiting-cosign', 'signed', 'addended'))`

/** Triggers that refuse every update, delete and truncate, whatever the role. */
const unchangeable = (table: string): readonly string[] => [
  `create trigger never_changed before update or delete on ${table} for each row execute function ${schema}.refuse_change()`,
  `create trigger never_emptied before truncate on ${table} for each statement execute function ${schema}.refuse_change()`,
]

export const notes: Migration = {
  id: 'documentation/0001-notes',
  statements: [
    ...domainSchema(schema),
    `create function ${schema}.refuse_change() returns trigger language plpgsql as $body$
begin
  raise exception 'a signed note is never changed' using errcode = 'restrict_violation';
end
$body$`,
    // A draft version can be deleted only if the same person saved a later one: saves within a minute are one version of the history. The
    // latest version and signed ones can never be deleted.
    `create function ${schema}.refuse_loss_of_version() returns trigger language plpgsql as $body$
begin
  if tg_op = 'UPDATE' or old.status <> 'draft' or not exists (
    select 1 from ${schema}.note_versions later
    where later.organization_id = old.organization_id and later.note_id = old.note_id and later.version > old.version
      and later.status = 'draft' and later.saved_by_id is not distinct from old.saved_by_id
  ) then
    raise exception 'a signed note is never changed' using errcode = 'restrict_violation';
  end if;
  return old;
end
$body$`,
    // After the first signature a note takes one step at a time, forward only, and its facts do not change, except for the supervisor while
    // the note awaits a co-signature.
    `create function ${schema}.refuse_change_of_signed() returns trigger language plpgsql as $body$
begin
  if tg_op = 'DELETE' then
    raise exception 'a note is never removed' using errcode = 'restrict_violation';
  end if;
  if old.status <> 'draft' and (
    new.version <> old.version + 1
    or new.status = 'draft'
    or (new.status = 'awaiting-cosign' and old.status <> 'awaiting-cosign')
    or (new.status <> 'awaiting-cosign' and new.supervisor_id is distinct from old.supervisor_id)
    or old.signed_at <> new.signed_at
    or (new.organization_id, new.id, new.visit_id, new.patient_id, new.practitioner_id, new.template_code, new.kind, new.specialty, new.language, new.modality, new.visit_at, new.drafted_at, new.saved_at)
      is distinct from
      (old.organization_id, old.id, old.visit_id, old.patient_id, old.practitioner_id, old.template_code, old.kind, old.specialty, old.language, old.modality, old.visit_at, old.drafted_at, old.saved_at)
  ) then
    raise exception 'a signed note is never changed' using errcode = 'restrict_violation';
  end if;
  return new;
end
$body$`,
    ...tenantTable({
      schema,
      name: 'notes',
      columns: {
        visit_id: 'uuid not null',
        patient_id: 'uuid not null',
        practitioner_id: 'uuid not null',
        template_code: 'text not null',
        kind: 'text not null',
        specialty: 'text not null',
        language: 'text not null',
        modality: 'text not null',
        status: noteStatus,
        visit_at: 'timestamptz not null',
        drafted_at: 'timestamptz not null',
        saved_at: 'timestamptz not null',
        signed_at: `timestamptz check ((status in ('signed', 'addended')) = (signed_at is not null))`,
        supervisor_id: `uuid check (status <> 'awaiting-cosign' or supervisor_id is not null)`,
        version: 'integer not null check (version > 0)',
      },
      indexes: [
        // One note for each visit: a request to open it and the end of the visit conflict here.
        'unique (organization_id, visit_id)',
        '(organization_id, patient_id, id)',
        `(organization_id, practitioner_id, id) where status = 'draft'`,
        `(organization_id, supervisor_id, id) where status = 'awaiting-cosign'`,
      ],
    }),
    `create trigger signed_never_changed before update or delete on ${schema}.notes for each row execute function ${schema}.refuse_change_of_signed()`,
    `create trigger never_emptied before truncate on ${schema}.notes for each statement execute function ${schema}.refuse_change()`,
    // The complete note after every step. A version is inserted once and never updated.
    ...tenantTable({
      schema,
      name: 'note_versions',
      appendOnly: true,
      sealed: true,
      columns: {
        note_id: 'uuid not null',
        patient_id: 'uuid not null',
        version: 'integer not null check (version > 0)',
        status: noteStatus,
        saved_at: 'timestamptz not null',
        saved_by_id: 'uuid',
      },
      constraints: ['foreign key (organization_id, note_id) references documentation.notes (organization_id, id)'],
      indexes: ['unique (organization_id, note_id, version)'],
    }),
    `grant delete on ${schema}.note_versions to visitkit_${schema}`,
    `create trigger never_changed before update or delete on ${schema}.note_versions for each row execute function ${schema}.refuse_loss_of_version()`,
    `create trigger never_emptied before truncate on ${schema}.note_versions for each statement execute function ${schema}.refuse_change()`,
    // Who signed which version, and the text of addenda.
    ...tenantTable({
      schema,
      name: 'signatures',
      appendOnly: true,
      sealed: true,
      columns: {
        note_id: 'uuid not null',
        patient_id: 'uuid not null',
        version: 'integer not null',
        signed_as: `text not null check (signed_as in ('author', 'reassignment', 'supervisor', 'addendum'))`,
        signed_at: 'timestamptz not null',
        signed_by_id: 'uuid not null',
      },
      constraints: ['foreign key (organization_id, note_id) references documentation.notes (organization_id, id)'],
      indexes: [
        // Two concurrent signatures by the same person are one.
        'unique (organization_id, note_id, version)',
        `unique (organization_id, note_id, signed_as) where signed_as in ('author', 'supervisor')`,
      ],
    }),
    ...unchangeable(`${schema}.signatures`),
    ...tenantTable({
      schema,
      name: 'psychotherapy_notes',
      sealed: true,
      columns: {
        visit_id: 'uuid not null',
        patient_id: 'uuid not null',
        author_id: 'uuid not null',
        saved_at: 'timestamptz not null',
        version: 'integer not null check (version > 0)',
      },
      indexes: ['unique (organization_id, visit_id, author_id)'],
    }),
    ...tenantTable({
      schema,
      name: 'allergies',
      sealed: true,
      columns: {
        patient_id: 'uuid not null',
        status: `text not null check (status in ('active', 'resolved', 'entered-in-error'))`,
        noted_at: 'timestamptz not null',
        version: 'integer not null check (version > 0)',
      },
      indexes: ['(organization_id, patient_id, status, id)'],
    }),
    // Records that the patient was asked for allergies. Its id is the patient's.
    ...tenantTable({ schema, name: 'allergy_reviews', columns: { reviewed_at: 'timestamptz not null' } }),
    // The diagnoses of signed notes by patient. The code is PHI, so rows are matched by a keyed hash of it.
    ...tenantTable({
      schema,
      name: 'conditions',
      sealed: true,
      columns: {
        patient_id: 'uuid not null',
        code_index: 'bytea not null',
        first_noted_at: 'timestamptz not null',
        last_noted_at: 'timestamptz not null',
        last_note_id: 'uuid not null',
        status: `text not null check (status in ('active', 'resolved', 'entered-in-error'))`,
        ended_at: `timestamptz check ((status = 'active') = (ended_at is null))`,
        version: 'integer not null check (version > 0)',
      },
      indexes: [
        'unique (organization_id, patient_id, code_index)',
        '(organization_id, patient_id, last_noted_at desc, id desc)',
      ],
    }),
  ],
}
