import type { RecordItems, RecordSection } from '../model/record.ts'

/** `record.json` of a copy. */
export type CopiedRecord = { readonly [Section in RecordSection]: readonly RecordItems[Section][] } & {
  readonly outsideRight: readonly RecordSection[]
}

/** Where the rows of a table are in a copy: as many as the rows that match the condition. Or why they are not in it. */
export type CopiedTable =
  | {
      readonly count: (record: CopiedRecord, files: readonly string[]) => number
      /** SQL. Default: all rows of the patient. */
      readonly where?: string
      /** The column with the patient's id. Default: patient_id. */
      readonly patient?: string
    }
  | { readonly leftOut: string }

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)

/** Every table with rows of a patient. A test compares the names with the catalog, and the counts with a copy. */
export const copiedTables: Readonly<Record<string, CopiedTable>> = {
  'directory.patients': { patient: 'id', count: ({ patient }) => patient.length },
  'directory.patient_backgrounds': { patient: 'id', count: ({ background }) => background.length },
  'directory.proxies': { count: ({ people }) => people.length },
  'directory.invitations': {
    leftOut: 'Codes with which a person signs in. Who was invited is listed with the people.',
  },
  'directory.drafts': { leftOut: 'What an author has typed and not sent.' },
  'consent.consents': { count: ({ consents, evidence }) => Math.min(consents.length, evidence.length) },
  'scheduling.holds': { leftOut: 'A time that is kept for minutes. What was booked is the appointment.' },
  'scheduling.hold_overrides': { leftOut: 'Why staff kept a time outside the rules; the appointment shows it.' },
  'scheduling.appointments': { count: ({ appointments }) => appointments.length },
  'scheduling.on_demand_requests': { count: ({ onDemand }) => onDemand.length },
  'scheduling.waitlist_entries': { count: ({ waitlist }) => waitlist.length },
  'intake.forms': { count: ({ intake }) => intake.length },
  'visits.visits': { count: ({ visits }) => visits.length },
  'visits.seats': { leftOut: 'Rights to be in a room. Who was there is listed with the visit.' },
  'visits.emergency_admissions': {
    leftOut: 'What staff wrote for a review. The visit says why it began without the consent.',
  },
  'visits.received_reports': { leftOut: 'Original bytes of a video vendor. Who was there is listed with the visit.' },
  'visits.recordings': {
    count: ({ recordings }, files) =>
      Math.min(recordings.length, files.filter((name) => name.startsWith('files/recording-')).length),
  },
  'visits.recording_pieces': { leftOut: 'How a recording is stored. Each recording is one file of the copy.' },
  'visits.guests': { count: ({ guests }) => guests.length },
  'documentation.notes': { count: ({ notes }) => notes.length, where: "status in ('signed', 'addended')" },
  'documentation.note_versions': { leftOut: 'Drafts of what was signed. The signed text is the note.' },
  'documentation.signatures': {
    count: ({ notes }) => sum(notes.map(({ signatures, addenda }) => signatures.length + addenda.length)),
  },
  'documentation.vital_changes': {
    count: ({ vitals }) => sum(vitals.flatMap(({ vitals: taken }) => taken.map(({ changes }) => changes.length))),
  },
  'documentation.psychotherapy_notes': { leftOut: 'Kept apart from the record by law (45 CFR 164.524(a)(1)(i)).' },
  'documentation.allergies': { count: ({ allergies }) => allergies.length },
  'documentation.conditions': { count: ({ conditions }) => conditions.length },
  'documentation.reported_medications': { count: ({ reportedMedicines }) => reportedMedicines.length },
  'prescriptions.prescriptions': { count: ({ prescriptions }) => prescriptions.length, where: "status <> 'draft'" },
  'prescriptions.history': { leftOut: 'The history of a prescription is part of it.' },
  'prescriptions.outgoing': { leftOut: 'Messages to pharmacies. Their effect is the status of the prescription.' },
  'prescriptions.messages': { leftOut: 'Messages of pharmacies. Their effect is the status of the prescription.' },
  'prescriptions.requests': { leftOut: 'What a pharmacy asked the prescriber. The answer is the prescription.' },
  'prescriptions.refill_requests': { count: ({ refills }) => refills.length },
  'labs.orders': { count: ({ labOrders }) => labOrders.length },
  'labs.results': { count: ({ labResults }) => labResults.length, where: 'released_at is not null' },
  'labs.result_versions': { leftOut: 'What a laboratory corrected. The result shows what was replaced.' },
  'labs.messages': { leftOut: 'Original bytes of a laboratory. Their content is the result.' },
  'labs.unmatched': { leftOut: 'Results that wait to be matched with a patient.' },
  'billing.coverages': { count: ({ coverages }) => coverages.length },
  'billing.eligibilities': { leftOut: 'Answers of a payer. The last one is part of the insurance.' },
  'billing.coverage_cards': {
    count: (_, files) => files.filter((name) => name.startsWith('files/insurance-card')).length,
  },
  // One that is not sent is work of the clinic.
  'billing.claims': { count: ({ claims }) => claims.length, where: 'submitted_at is not null' },
  'billing.claim_messages': { leftOut: 'Messages to a payer and its answers. Their content is the claim.' },
  'billing.mailbox_pieces': {
    leftOut: 'Original bytes of the clearinghouse. Their content is the claim and the account.',
  },
  'billing.claim_notes': { leftOut: 'Work of billers on a claim.' },
  'billing.appeals': { leftOut: 'What the clinic objects to a payer. Its effect is the decision about the claim.' },
  'billing.write_offs': { leftOut: 'Part of the account of the visit.' },
  'billing.next_claims': { count: ({ claims }) => sum(claims.map(({ nextClaims }) => nextClaims.length)) },
  'billing.next_decisions': { leftOut: 'Steps of bookkeeping. Their effect is in the account.' },
  'billing.status_inquiries': { leftOut: 'Questions about a claim. An answer changes the claim.' },
  'billing.visit_accounts': { count: ({ statement }) => statement.length },
  'billing.entries': { count: ({ statement }) => sum(statement.map(({ lines }) => lines.length)) },
  'billing.remittance_lines': { leftOut: 'What a payer answered to a claim. Its effect is in the account.' },
  'billing.postings': { leftOut: 'Steps of bookkeeping. Their effect is in the account.' },
  'billing.payments': { count: ({ payments }) => payments.length },
  'billing.refunds': { leftOut: 'Part of the payment.' },
  'billing.estimates': { count: ({ estimates }) => estimates.length },
  'follow_up.alerts': { leftOut: 'An answer that alerts the clinic. It is part of the form.' },
  'follow_up.tasks': { leftOut: 'Work lists of staff.' },
  'follow_up.care_plans': { patient: 'id', count: ({ carePlan }) => carePlan.length },
  'follow_up.summaries': { count: ({ summaries }) => summaries.length, where: "status = 'published'" },
  'follow_up.referrals': { count: ({ summaries }) => sum(summaries.map(({ referrals }) => referrals.length)) },
  'follow_up.surveys': { count: ({ surveys }) => surveys.length },
  'follow_up.recoveries': { leftOut: 'Attempts to offer a missed visit again.' },
  'follow_up.outcomes': { count: ({ outcomes }) => outcomes.length },
  'messaging.threads': { count: ({ threads }) => threads.length },
  'messaging.messages': { count: ({ threads }) => sum(threads.map(({ messages }) => messages.length)) },
  'messaging.attachments': {
    count: (_, files) => files.filter((name) => name.startsWith('files/message-')).length,
  },
  'messaging.preferences': {
    patient: 'id',
    // Version 0: nothing was chosen, and the copy shows what holds then.
    count: ({ preferences }) => preferences.filter(({ version }) => version > 0).length,
  },
  'messaging.deliveries': { count: ({ notices }) => notices.length },
  // A report about a text that was sent is part of the notice.
  'messaging.partner_messages': { count: ({ texts }) => texts.length, where: "kind = 'text'" },
  'messaging.webhook_deliveries': { leftOut: 'Codes of events that were sent to systems of the organization.' },
  'billing.transmissions': { leftOut: 'Messages on their way to a payer.' },
  'labs.transmissions': { leftOut: 'Messages on their way to a laboratory.' },
  'messaging.transmissions': { leftOut: 'Notices on their way. They are listed as notices.' },
  'prescriptions.transmissions': { leftOut: 'Messages on their way to a pharmacy.' },
  'rights.requests': { count: ({ requests }) => requests.length },
  'compliance.access_questions': { count: ({ accessQuestions }) => accessQuestions.length },
  'directory.emergency_accesses': {
    leftOut: 'Why a chart was opened in an emergency. The list of accesses has each act.',
  },
  'compliance.disclosures': {
    count: ({ disclosures }) =>
      sum(disclosures.filter(({ recipientKind }) => recipientKind === 'named').map(({ count }) => count)),
    // One that is held back is read once the time is over (45 CFR 164.528(a)(2)).
    where: 'not in_error and suspended_until is null',
  },
  'compliance.record_requests': {
    leftOut: 'Requests of courts and lawyers, and what was decided. They are about the record, and no part of it.',
  },
  'compliance.monitor_facts': {
    leftOut: 'What the access monitor knows of staff: who lives with a patient, and whose record is confidential.',
  },
  // A denied erasure says that a hold is in force.
  'compliance.legal_holds': {
    leftOut: 'Why the clinic has to keep the record. It is about the record, and no part of it.',
  },
  'compliance.erasures': { leftOut: 'A record that is to be erased, or was. Nothing can be copied then.' },
  'compliance.known_readers': { leftOut: 'Which readers are known. The list of accesses says who is new.' },
}

/** Tables that have no row in this test, so that the comparison says nothing of them, and where something else does. */
export const notFilled: Readonly<Record<string, string>> = {
  'billing.entries': 'Lines of a bill need prices: domains/billing/accounts/tests/account.test.ts.',
  'billing.claims': 'A claim that was sent needs a clearinghouse.',
  'billing.next_claims': 'The same for the next payer.',
  'messaging.partner_messages': 'A text that a patient sent needs the partner for texts.',
}
