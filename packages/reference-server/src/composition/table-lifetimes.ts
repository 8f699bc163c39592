/** What keeps a table from growing for ever, or which law makes it grow. */
export type TableLifetime =
  /** Its rows are as many as there are of something that does not grow by itself with time. */
  | { readonly boundedBy: string }
  /** A record that is kept for at least as many years as the policy says (`packs/policy/retention.json`). */
  | { readonly keptAs: 'accesses' | 'medical' | 'financial' }
  /** A job deletes old rows. */
  | { readonly deletedBy: string }
  /** Rows that wait for a person or a partner. They are deleted with the work. */
  | { readonly deletedWith: string }

const bounded = (by: string): TableLifetime => ({ boundedBy: by })
const deletedBy = (job: string): TableLifetime => ({ deletedBy: job })
const medical: TableLifetime = { keptAs: 'medical' }
const financial: TableLifetime = { keptAs: 'financial' }
const accesses: TableLifetime = { keptAs: 'accesses' }

/** Every table of the database. A test compares it with the catalog, and the names of jobs with those that run. */
export const tableLifetimes: Readonly<Record<string, TableLifetime>> = {
  'platform.migrations': bounded('releases'),
  'platform.event_rows': deletedBy('platform.remove-old-events'),
  'platform.event_shapes': bounded('types of events'),
  'platform.consumed': deletedBy('platform.remove-old-events'),
  'platform.replays': deletedBy('platform.remove-expired-replays'),
  'platform.cursors': bounded('reactions'),
  'platform.failed_deliveries': { deletedWith: 'the delivery, once it succeeds; a dead letter waits for an operator' },
  'platform.leases': bounded('jobs and domains'),
  'platform.jobs': bounded('jobs'),
  'vault.organization_keys': bounded('organizations and rotations'),
  'vault.data_keys': bounded('patients and rotations'),
  'vault.erasures': bounded('patients'),
  'audit.access_rows': accesses,
  'audit.link_groups': accesses,
  'audit.checkpoints': accesses,
  'audit.position': bounded('one row'),

  'identity.sessions': deletedBy('identity.delete-ended-sessions'),
  'identity.refresh_tokens': deletedBy('identity.delete-ended-sessions'),
  'identity.refused_proofs': bounded('one for each registered client'),
  'identity.used_proofs': deletedBy('identity.delete-ended-sessions'),
  'identity.issuers': bounded('configuration'),
  'identity.clients': bounded('configuration'),
  'identity.client_directory': bounded('configuration'),
  'identity.used_tickets': { deletedWith: 'the next tickets, a minute after they expire' },

  'directory.organizations': bounded('organizations'),
  'directory.members': bounded('staff'),
  'directory.practitioners': bounded('staff'),
  'directory.practitioner_photos': bounded('staff'),
  'directory.care_teams': bounded('staff'),
  'directory.patients': medical,
  'directory.patient_backgrounds': bounded('patients'),
  // Why a person could act for another one: for as long as their accesses are kept.
  'directory.proxies': accesses,
  'directory.covers': accesses,
  'directory.emergency_accesses': accesses,
  'directory.identities': bounded('people who sign in'),
  'directory.invitations': deletedBy('directory.delete-old-invitations'),
  'directory.drafts': deletedBy('directory.delete-old-drafts'),

  'consent.documents': bounded('purposes'),
  'consent.texts': medical,
  'consent.consents': medical,
  'intake.forms': medical,

  'scheduling.visit_types': bounded('configuration'),
  'scheduling.availability': bounded('practitioners'),
  'scheduling.closures': bounded('configuration'),
  'scheduling.resources': bounded('configuration'),
  // Also the times of visits: a busy time of an appointment stays with it.
  'scheduling.busy': medical,
  // A hold that was booked stays with its time; the others are deleted by scheduling.delete-old-holds.
  'scheduling.holds': medical,
  'scheduling.hold_overrides': medical,
  'scheduling.appointments': medical,
  'scheduling.patient_bookings': bounded('patients'),
  'scheduling.waitlist_joins': bounded('patients'),
  'scheduling.waitlist_entries': deletedBy('scheduling.delete-old-rows'),
  'scheduling.on_demand_requests': deletedBy('scheduling.delete-old-rows'),

  'visits.visits': medical,
  'visits.seats': medical,
  // Who heard a visit.
  'visits.guests': medical,
  'visits.emergency_admissions': medical,
  'visits.recordings': medical,
  'visits.recording_pieces': medical,
  'visits.lines': bounded('practitioners'),
  'visits.presences': deletedBy('visits.delete-old-rows'),
  'visits.held_reports': deletedBy('visits.delete-old-rows'),
  // Those of a visit are kept with the record.
  'visits.received_reports': deletedBy('visits.delete-old-rows'),
  'visits.vendor_reports': deletedBy('visits.delete-old-rows'),
  'visits.room_attempts': deletedBy('visits.sweep-rooms'),

  'documentation.notes': medical,
  'documentation.note_versions': medical,
  'documentation.signatures': medical,
  'documentation.vital_changes': medical,
  'documentation.psychotherapy_notes': medical,
  'documentation.allergies': medical,
  'documentation.reported_medications': medical,
  'documentation.text_macros': bounded('staff'),
  'documentation.order_sets': bounded('configuration'),
  'documentation.allergy_reviews': bounded('patients'),
  'documentation.conditions': medical,

  'prescriptions.prescriptions': medical,
  'prescriptions.history': medical,
  'prescriptions.outgoing': medical,
  'prescriptions.messages': medical,
  'prescriptions.requests': medical,
  'prescriptions.refill_requests': medical,
  'prescriptions.patient_pharmacies': bounded('patients'),
  'prescriptions.usual_medications': bounded('practitioners and their medications'),
  'prescriptions.favorites': bounded('practitioners'),
  'prescriptions.list_versions': bounded('patients and practitioners'),
  'prescriptions.transmissions': deletedBy('prescriptions.delete-ended-transmissions'),

  'labs.orders': medical,
  'labs.results': medical,
  'labs.result_versions': medical,
  'labs.messages': medical,
  'labs.unmatched_messages': deletedBy('labs.delete-old-rows'),
  'labs.deliveries': deletedBy('labs.delete-old-rows'),
  'labs.unmatched': deletedBy('labs.delete-old-rows'),
  'labs.transmissions': deletedBy('labs.delete-ended-transmissions'),

  'billing.settings': bounded('organizations'),
  'billing.payers': bounded('configuration'),
  'billing.fee_schedules': bounded('organizations'),
  'billing.coverages': financial,
  'billing.coverage_cards': bounded('patients'),
  'billing.eligibilities': financial,
  'billing.claims': financial,
  'billing.claim_counts': bounded('states'),
  'billing.claim_messages': financial,
  'billing.claim_notes': financial,
  'billing.appeals': financial,
  'billing.write_offs': financial,
  'billing.next_claims': financial,
  'billing.next_decisions': financial,
  'billing.status_inquiries': financial,
  'billing.visit_accounts': financial,
  'billing.accounts': bounded('patients'),
  'billing.entries': financial,
  'billing.remittances': financial,
  'billing.remittance_lines': financial,
  'billing.postings': financial,
  // The row shows that a file was received. Its bytes are in the pieces once it is read or resolved.
  'billing.mailbox_files': financial,
  // What is about no patient is deleted by billing.delete-file-texts after the years of financial records.
  'billing.mailbox_pieces': financial,
  'billing.payments': financial,
  'billing.refunds': financial,
  'billing.payment_reports': deletedBy('billing.delete-old-rows'),
  'billing.estimates': financial,
  'billing.transmissions': deletedBy('billing.delete-ended-transmissions'),

  'follow_up.alerts': medical,
  'follow_up.tasks': medical,
  'follow_up.care_plans': bounded('patients'),
  'follow_up.summaries': medical,
  'follow_up.referrals': medical,
  'follow_up.surveys': medical,
  'follow_up.recoveries': medical,
  'follow_up.outcomes': medical,

  // What patients asked about their record, and what was answered: with the record.
  'rights.requests': medical,

  'compliance.reader_watches': bounded('patients'),
  // Of patients who ask for notices of new readers. Deleted when they no longer ask.
  'compliance.known_readers': bounded('patients who ask, and the people who open their records'),
  'compliance.ledger_positions': bounded('organizations'),
  // Complaints and what became of them (45 CFR 164.530(d), (j)): for as long as the accesses.
  'compliance.access_questions': accesses,
  'compliance.monitor_positions': bounded('organizations'),
  // The last day of each member, and the days of the policy's history.
  'compliance.monitored_days': deletedBy('compliance.watch-accesses'),
  // What was removed is deleted by compliance.watch-accesses when it no longer counts.
  'compliance.monitor_facts': bounded('confidential patients, and relatives of staff'),
  // Reviews of activity (45 CFR 164.308(a)(1)(ii)(D), 164.316(b)): for as long as the accesses.
  'compliance.access_cases': accesses,
  'compliance.access_suppressions': accesses,
  // 45 CFR 164.528(d), 164.530(j): for as long as the accesses.
  'compliance.disclosures': accesses,
  'compliance.record_requests': accesses,
  'compliance.retention_schedules': bounded('organizations'),
  'compliance.retained_records': bounded('patients'),
  // What was kept and why, and what was erased and by whom (45 CFR 164.316(b)): for as long as the accesses.
  'compliance.legal_holds': accesses,
  'compliance.erasures': accesses,

  'messaging.threads': medical,
  'messaging.messages': medical,
  'messaging.attachments': medical,
  'messaging.read_marks': medical,
  'messaging.preferences': bounded('patients'),
  'messaging.stopped_numbers': bounded('telephone numbers'),
  'messaging.deliveries': deletedBy('messaging.delete-old-rows'),
  'messaging.early_reports': deletedBy('messaging.delete-orphans'),
  // Those of a patient are kept with the record.
  'messaging.partner_messages': deletedBy('messaging.delete-old-rows'),
  'messaging.webhook_endpoints': bounded('configuration'),
  'messaging.endpoint_lists': bounded('organizations'),
  'messaging.webhook_deliveries': deletedBy('messaging.delete-old-rows'),
  'messaging.transmissions': deletedBy('messaging.delete-ended-transmissions'),

  'obligations.obligations': bounded('500 in an organization'),
  // The proof of what was done: as long as policies, 45 CFR 164.316(b)(2)(i).
  'obligations.completions': accesses,
  'obligations.courses': bounded('500 in an organization'),
  'obligations.trainings': accesses,
  'obligations.access_reviews': accesses,
  'obligations.reminders': accesses,
  'obligations.risks': bounded('500 in an organization'),
  'obligations.incidents': accesses,
}
