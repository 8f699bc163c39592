import type { Migration } from '../../../../../platform/contracts/migration.ts'
import { domainSchema } from '../../../../../platform/database/migrate/domain-schema.ts'
import { tenantTable } from '../../../../../platform/database/migrate/tenant-table.ts'
import { transmissionsTable } from '../../../../../platform/partners/transmissions-table.ts'

const schema = 'prescriptions'
const statuses = `('draft', 'sending', 'sent', 'accepted', 'dispensed', 'partially-dispensed', 'not-dispensed', 'refused', 'undelivered',
  'cancel-requested', 'cancelled', 'replaced')`
const ofPrescription =
  'foreign key (organization_id, prescription_id) references prescriptions.prescriptions (organization_id, id) on delete cascade'

export const prescriptions: Migration = {
  id: 'prescriptions/0001-prescriptions',
  statements: [
    ...domainSchema(schema),
    ...transmissionsTable(schema),
    ...tenantTable({
      schema,
      name: 'prescriptions',
      columns: {
        patient_id: 'uuid not null',
        visit_id: 'uuid',
        practitioner_id: 'uuid not null',
        status: `text not null check (status in ${statuses})`,
        pharmacy_id: 'text',
        quantity: 'double precision not null check (quantity > 0)',
        days_supply: 'integer not null check (days_supply > 0)',
        refills: 'integer not null check (refills >= 0)',
        substitution_allowed: 'boolean not null',
        follows: 'uuid',
        replaces: 'boolean not null default false check (not replaces or follows is not null)',
        sent_as: 'uuid',
        fills: 'integer not null check (fills >= 0)',
        filled_at: 'timestamptz',
        handed_out_at: 'timestamptz',
        before_cancel: `text check ((status = 'cancel-requested') = (before_cancel is not null))`,
        cancel_requested_at: 'timestamptz',
        attention: 'text',
        answer_due_at: 'timestamptz',
        supply_ends_at: 'timestamptz',
        signed_at: `timestamptz check ((status = 'draft') = (signed_at is null))`,
        version: 'integer not null check (version > 0)',
      },
      sealed: true,
      indexes: [
        '(organization_id, patient_id, id)',
        // What a patient takes now.
        '(organization_id, patient_id, supply_ends_at) where supply_ends_at is not null',
        '(organization_id, visit_id, id) where visit_id is not null',
        '(organization_id, answer_due_at) where answer_due_at is not null',
      ],
    }),
    ...tenantTable({
      schema,
      name: 'history',
      columns: {
        prescription_id: 'uuid not null',
        patient_id: 'uuid not null',
        at: 'timestamptz not null',
        status: 'text not null',
        by: 'text not null',
        code: 'text',
      },
      constraints: [ofPrescription],
      sealed: true,
      appendOnly: true,
      indexes: ['(organization_id, prescription_id, id)'],
    }),
    // Messages sent about a prescription, which identify the responses that relate to them.
    ...tenantTable({
      schema,
      name: 'outgoing',
      columns: { prescription_id: 'uuid not null', patient_id: 'uuid not null', about: 'text not null' },
      constraints: [ofPrescription],
      appendOnly: true,
    }),
    // Messages from the network. Each counts once; a message that cannot be matched waits for a person.
    ...tenantTable({
      schema,
      name: 'messages',
      columns: {
        sender: 'text not null',
        message_id: 'text not null',
        fingerprint: 'text not null',
        type: 'text not null',
        prescription_id: 'uuid',
        patient_id: 'uuid',
        about: 'text check ((about is null) = (prescription_id is null))',
        state: `text not null check (state in ('received', 'applied', 'parked'))`,
        fault: `text check ((state = 'parked') = (fault is not null))`,
        received_at: 'timestamptz not null',
      },
      sealed: true,
      indexes: ['unique (organization_id, sender, message_id)', `(organization_id, id) where state = 'parked'`],
    }),
    ...tenantTable({
      schema,
      name: 'requests',
      columns: {
        prescription_id: 'uuid not null',
        patient_id: 'uuid not null',
        practitioner_id: 'uuid not null',
        kind: `text not null check (kind in ('renewal', 'change'))`,
        status: `text not null check (status in ('open', 'approved', 'denied'))`,
        message_id: 'text not null',
        received_at: 'timestamptz not null',
        responded_at: `timestamptz check ((status = 'open') = (responded_at is null))`,
      },
      constraints: [ofPrescription],
      sealed: true,
      indexes: [`(organization_id, practitioner_id, id) where status = 'open'`],
    }),
    // The pharmacy that a patient chose; the id is the patient's.
    ...tenantTable({
      schema,
      name: 'patient_pharmacies',
      columns: { changed_at: 'timestamptz not null' },
      sealed: true,
    }),
    // How often each practitioner signed each medication. Belongs to no patient.
    ...tenantTable({
      schema,
      name: 'usual_medications',
      columns: { practitioner_id: 'uuid not null', rxcui: 'text not null', times: 'integer not null' },
      indexes: ['unique (organization_id, practitioner_id, rxcui)', '(organization_id, practitioner_id, times)'],
    }),
    // Named templates of a practitioner. Belong to no patient.
    ...tenantTable({
      schema,
      name: 'favorites',
      columns: { practitioner_id: 'uuid not null', version: 'integer not null check (version > 0)' },
      sealed: true,
      indexes: ['(organization_id, practitioner_id)'],
    }),
  ],
}
