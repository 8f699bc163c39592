import { tenantTable } from '../../../../../platform/database/migrate/tenant-table.ts'
import { cents, maybeDay, schema } from '../money-columns.ts'

/** The second part of the first migration: what was posted, and what patients owe. */
export const postingTables: readonly string[] = [
  // What a remittance did to a claim; reversed by a later one, never removed.
  ...tenantTable({
    schema,
    name: 'postings',
    columns: {
      claim_id: 'uuid not null',
      root_id: 'uuid not null',
      patient_id: 'uuid not null',
      remittance_id: 'uuid not null',
      adjudication: `text not null check (adjudication in ('paid', 'partially-paid', 'denied'))`,
      charge_cents: 'bigint not null',
      paid_cents: 'bigint not null',
      patient_cents: 'bigint not null',
      reversed_by: 'uuid',
    },
    constraints: ['foreign key (organization_id, claim_id) references billing.claims (organization_id, id)'],
    sealed: true,
    indexes: [
      '(organization_id, root_id, id)',
      // At most one decision is in force for a visit's claims.
      'unique (organization_id, root_id) where reversed_by is null',
    ],
  }),
  // Mailbox files, stored before they are acknowledged. `sealed` is removed once each part is stored with its claim.
  ...tenantTable({
    schema,
    name: 'mailbox_files',
    columns: {
      file_id: 'text not null',
      content_hash: 'bytea not null',
      posted_at: 'timestamptz not null',
      state: `text not null check (state in ('stored', 'processed', 'unreadable'))`,
      attempts: 'integer not null default 0',
      fault: 'text',
      sealed: 'bytea',
    },
    indexes: ['unique (organization_id, content_hash)', `(organization_id, id) where state = 'stored'`],
  }),
  ...tenantTable({
    schema,
    name: 'payments',
    columns: {
      patient_id: 'uuid not null',
      amount_cents: 'bigint not null check (amount_cents > 0)',
      refunded_cents: 'bigint not null default 0 check (refunded_cents between 0 and amount_cents)',
      status: `text not null check (status in ('open', 'processing', 'paid', 'declined', 'expired'))`,
      reference: 'text not null',
      payment_reference: 'text',
      expires_at: 'timestamptz not null',
      began_at: 'timestamptz not null',
      paid_at: `timestamptz check ((status = 'paid') = (paid_at is not null))`,
      version: 'integer not null',
    },
    sealed: true,
    indexes: [
      'unique (organization_id, reference)',
      '(organization_id, patient_id, id)',
      `(organization_id, expires_at) where status in ('open', 'processing')`,
      '(organization_id, payment_reference) where payment_reference is not null',
    ],
  }),
  ...tenantTable({
    schema,
    name: 'refunds',
    columns: {
      payment_id: 'uuid not null',
      patient_id: 'uuid not null',
      amount_cents: 'bigint not null check (amount_cents > 0)',
      reason: 'text not null',
      status: `text not null check (status in ('sending', 'unanswered', 'pending', 'succeeded', 'failed'))`,
      reference: 'text',
      requested_at: 'timestamptz not null',
      // When to poll the processor if no report arrives.
      next_poll_at: 'timestamptz',
    },
    constraints: ['foreign key (organization_id, payment_id) references billing.payments (organization_id, id)'],
    indexes: [
      '(organization_id, payment_id)',
      'unique (organization_id, reference) where reference is not null',
      '(organization_id, next_poll_at) where next_poll_at is not null',
    ],
  }),
  // Reports of the processor: each counts once.
  ...tenantTable({
    schema,
    name: 'payment_reports',
    columns: {
      report_id: 'text not null',
      kind: `text not null check (kind in ('checkout', 'refund'))`,
      reference: 'text not null',
      state: 'text not null',
      at: 'timestamptz not null',
    },
    appendOnly: true,
    indexes: ['unique (organization_id, report_id)'],
  }),
  ...tenantTable({
    schema,
    name: 'estimates',
    columns: {
      patient_id: 'uuid not null',
      appointment_id: 'uuid',
      practitioner_id: 'uuid not null',
      status: `text not null check (status in ('due', 'issued', 'replaced'))`,
      reason: `text not null check (reason in ('scheduled', 'requested', 'changed'))`,
      due_before: 'timestamptz not null',
      service_on: maybeDay('service_on'),
      total_cents: cents,
      issued_at: 'timestamptz',
      valid_until: maybeDay('valid_until'),
      version: 'integer not null',
    },
    sealed: true,
    indexes: [
      '(organization_id, patient_id, id)',
      `(organization_id, due_before) where status = 'due'`,
      // At most one in force for each appointment, and one that is owed.
      `unique (organization_id, appointment_id, status) where status <> 'replaced'`,
    ],
  }),
]
