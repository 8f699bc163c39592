// Generated from packages/contract by `npm run generate`. Do not edit.

/** The problem codes of each client method, in addition to those of `CommonProblemCode`. */
export interface MethodProblems {
  'accessCases.assign': 'case_closed' | 'not_a_privacy_officer' | 'own_case' | 'version_conflict'
  'accessCases.close': 'case_closed' | 'version_conflict'
  'accessCases.get': never
  'accessCases.list': never
  'accessCases.measure': never
  'accessCases.suppress': 'suppression_refused'
  'accessQuestions.answer': 'already_answered' | 'own_access' | 'version_conflict'
  'accessQuestions.ask': 'already_asked' | 'outside_proxy_scope' | 'too_many_questions'
  'accessQuestions.assign': 'already_answered' | 'not_a_privacy_officer' | 'own_access' | 'version_conflict'
  'accessQuestions.list': 'outside_proxy_scope'
  'accessReviews.list': never
  'accessReviews.record': 'own_roles' | 'version_conflict'
  'accessSuppressions.end': 'version_conflict'
  'accessSuppressions.list': never
  'accesses.ledgerState': never
  'accesses.ofActor': never
  'accesses.ofPatient': 'outside_proxy_scope'
  'accesses.report': never
  'accesses.reportPdf': never
  'alerts.acknowledge': 'alert_acknowledged'
  'alerts.list': never
  'alerts.ofAppointment': 'outside_proxy_scope'
  'alerts.shown': never
  'allergies.add': never
  'allergies.change': 'version_conflict'
  'allergies.noneKnown': 'has_allergies'
  'allergies.ofPatient': 'outside_proxy_scope'
  'appointments.approve': 'age_out_of_range' | 'language_not_spoken' | 'not_assigned' | 'not_licensed' | 'not_requested' | 'slot_unavailable'
  'appointments.book': 'age_out_of_range' | 'already_booked' | 'hold_expired' | 'language_not_spoken' | 'minor_consent_not_allowed' | 'not_licensed' | 'outside_hours' | 'outside_proxy_scope' | 'patient_busy' | 'slot_taken' | 'slot_unavailable' | 'too_many_appointments'
  'appointments.calendar': never
  'appointments.cancel': 'not_changeable' | 'outside_proxy_scope' | 'too_late_to_change'
  'appointments.changeReason': 'not_changeable' | 'outside_proxy_scope'
  'appointments.decline': 'not_assigned' | 'not_requested'
  'appointments.explainCaptioner': 'captioner_not_missing' | 'not_changeable' | 'outside_proxy_scope'
  'appointments.explainInterpreter': 'interpreter_not_missing' | 'not_changeable' | 'outside_proxy_scope'
  'appointments.get': never
  'appointments.list': never
  'appointments.reschedule': 'age_out_of_range' | 'already_booked' | 'call_to_book' | 'hold_expired' | 'language_not_spoken' | 'not_changeable' | 'not_licensed' | 'outside_hours' | 'outside_proxy_scope' | 'patient_busy' | 'slot_taken' | 'slot_unavailable' | 'too_late_to_change'
  'attachments.add': 'attachment_unreadable' | 'body_too_large' | 'outside_proxy_scope' | 'unsupported_attachment_type'
  'attachments.addInVisit': 'attachment_unreadable' | 'body_too_large' | 'outside_proxy_scope' | 'unsupported_attachment_type'
  'attachments.content': 'outside_proxy_scope'
  'attachments.contentInVisit': 'outside_proxy_scope'
  'attachments.ofPatient': 'outside_proxy_scope'
  'availability.get': never
  'availability.put': 'appointments_affected' | 'not_assigned' | 'unknown_zone' | 'version_conflict' | 'windows_overlap'
  'carePlans.ofPatient': 'outside_proxy_scope'
  'carePlans.put': 'version_conflict'
  'careTeams.create': never
  'careTeams.list': never
  'careTeams.retire': 'version_conflict'
  'careTeams.update': 'version_conflict'
  'claims.addNote': never
  'claims.aging': never
  'claims.answerNextPayer': 'balance_billing_prohibited' | 'next_payer_amounts_differ' | 'next_payer_not_awaited'
  'claims.appeal': 'appeal_open' | 'claim_not_adjudicated'
  'claims.askStatus': 'claim_blocked' | 'status_not_asked' | 'vendor_not_permitted'
  'claims.askWriteOff': 'write_off_asked' | 'write_off_not_possible'
  'claims.change': 'claim_sent' | 'note_not_signed' | 'unknown_code' | 'version_conflict'
  'claims.changeAppeal': 'appeal_sent' | 'version_conflict'
  'claims.correct': 'claim_not_adjudicated' | 'note_not_signed' | 'version_conflict'
  'claims.counts': never
  'claims.endSelfPay': 'outside_proxy_scope' | 'restriction_request_missing'
  'claims.form': 'claim_blocked' | 'claim_sent' | 'note_not_signed'
  'claims.get': never
  'claims.list': never
  'claims.messages': never
  'claims.ofPatient': 'outside_proxy_scope'
  'claims.ofVisit': never
  'claims.refresh': 'claim_sent' | 'note_not_signed' | 'version_conflict'
  'claims.search': never
  'claims.selfPay': 'claim_sent' | 'outside_proxy_scope'
  'claims.sendToNextPayer': 'claim_blocked' | 'next_claim_sent' | 'next_payer_not_awaited' | 'vendor_not_permitted'
  'claims.statusInquiries': never
  'claims.submit': 'claim_blocked' | 'claim_sent' | 'note_not_signed' | 'vendor_not_permitted' | 'version_conflict'
  'claims.undoNextPayer': 'next_payer_not_awaited'
  'claims.void': 'claim_blocked' | 'claim_not_adjudicated' | 'vendor_not_permitted' | 'version_conflict'
  'claims.waitingBalances': never
  'claims.work': never
  'closures.get': never
  'closures.put': 'appointments_affected' | 'version_conflict' | 'windows_overlap'
  'conditions.change': 'version_conflict'
  'conditions.ofPatient': 'outside_proxy_scope'
  'consents.decide': 'consent_combined' | 'consent_element_missing' | 'document_changed' | 'outside_proxy_scope' | 'sections_not_read' | 'signature_missing' | 'written_signature_required'
  'consents.evidence': 'outside_proxy_scope'
  'consents.getDocument': never
  'consents.list': 'outside_proxy_scope'
  'consents.listDocuments': never
  'consents.publishDocument': 'clause_missing' | 'document_exists' | 'translation_mismatch' | 'translation_unreviewed' | 'version_conflict'
  'consents.requirements': 'consent_document_missing' | 'outside_proxy_scope'
  'consents.revoke': 'already_revoked' | 'consent_superseded' | 'not_granted' | 'outside_proxy_scope'
  'consents.uses': 'outside_proxy_scope'
  'coverages.add': 'coverage_overlaps' | 'outside_proxy_scope' | 'subscriber_missing' | 'unknown_payer'
  'coverages.card': 'outside_proxy_scope'
  'coverages.cardPicture': 'outside_proxy_scope'
  'coverages.checkEligibility': 'outside_proxy_scope' | 'vendor_not_permitted'
  'coverages.correct': 'coverage_in_use' | 'coverage_overlaps' | 'outside_proxy_scope' | 'subscriber_missing' | 'unknown_payer' | 'version_conflict'
  'coverages.end': 'outside_proxy_scope' | 'version_conflict'
  'coverages.ofPatient': 'outside_proxy_scope'
  'coverages.putCardSide': 'attachment_unreadable' | 'body_too_large' | 'outside_proxy_scope' | 'unsupported_attachment_type'
  'coverages.removeCardSide': 'outside_proxy_scope'
  'coverages.update': 'outside_proxy_scope' | 'version_conflict'
  'covers.end': 'cover_ended' | 'not_assigned'
  'covers.handOver': 'cover_exists' | 'not_assigned'
  'covers.list': never
  'covers.start': 'cover_exists' | 'too_many_covers'
  'disclosures.accounting': 'outside_proxy_scope' | 'period_refused'
  'disclosures.accountingPdf': 'outside_proxy_scope' | 'period_refused'
  'disclosures.correct': 'day_refused' | 'version_conflict'
  'disclosures.list': never
  'disclosures.record': 'day_refused' | 'suspension_refused'
  'disclosures.suspend': 'suspension_refused' | 'version_conflict'
  'downtimeList.export': never
  'drafts.get': never
  'drafts.put': never
  'drafts.remove': never
  'emergencyAccesses.end': 'emergency_access_ended'
  'emergencyAccesses.list': never
  'emergencyAccesses.listOwn': never
  'emergencyAccesses.open': 'emergency_access_open'
  'emergencyAccesses.review': 'emergency_access_reviewed' | 'own_emergency_access' | 'version_conflict'
  'emergencyAdmissions.list': never
  'emergencyAdmissions.review': 'emergency_admission_reviewed' | 'own_emergency_admission' | 'version_conflict'
  'estimates.due': never
  'estimates.issue': 'already_issued' | 'unknown_code' | 'version_conflict'
  'estimates.ofPatient': 'outside_proxy_scope'
  'estimates.pdf': 'not_issued' | 'outside_proxy_scope'
  'estimates.request': 'outside_proxy_scope'
  'exposures.ofActor': never
  'favorites.create': 'controlled_substance' | 'favorite_name_taken' | 'not_a_prescriber' | 'quantity_implausible' | 'too_many_favorites' | 'unknown_medication'
  'favorites.list': never
  'favorites.remove': never
  'favorites.replace': 'controlled_substance' | 'favorite_name_taken' | 'quantity_implausible' | 'unknown_medication' | 'version_conflict'
  'fees.get': never
  'fees.put': 'code_set_not_licensed' | 'version_conflict'
  'fees.serviceCodes': never
  'findings.list': never
  'guestVisit.answerRecording': 'no_seat' | 'recording_not_requested' | 'visit_ended'
  'guestVisit.get': never
  'guestVisit.leaveSeat': never
  'guestVisit.takeSeat': 'capability_not_covered' | 'consent_missing' | 'not_admitted' | 'not_licensed' | 'room_full' | 'seat_invalid' | 'vendor_not_permitted' | 'vendor_unavailable' | 'visit_ended'
  'guests.admit': 'guest_not_waiting' | 'not_admitted' | 'not_assigned' | 'visit_ended'
  'guests.invite': 'not_assigned' | 'outside_proxy_scope' | 'too_many_invitations' | 'visit_ended'
  'guests.list': 'outside_proxy_scope'
  'guests.remove': 'not_assigned' | 'outside_proxy_scope'
  'holds.leave': never
  'holds.list': never
  'holds.place': 'age_out_of_range' | 'beyond_horizon' | 'call_to_book' | 'day_full' | 'held_by_you' | 'language_not_spoken' | 'not_assigned' | 'not_changeable' | 'not_licensed' | 'notice_too_short' | 'outside_hours' | 'outside_proxy_scope' | 'patient_busy' | 'resources_taken' | 'slot_taken' | 'slot_unavailable' | 'too_late_to_change' | 'too_many_appointments' | 'too_many_holds' | 'week_full'
  'holds.placeSeveral': 'age_out_of_range' | 'beyond_horizon' | 'call_to_book' | 'day_full' | 'held_by_you' | 'language_not_spoken' | 'not_assigned' | 'not_licensed' | 'notice_too_short' | 'outside_hours' | 'outside_proxy_scope' | 'patient_busy' | 'resources_taken' | 'slot_taken' | 'slot_unavailable' | 'too_many_appointments' | 'too_many_holds' | 'week_full'
  'holds.release': never
  'holds.renew': 'already_booked' | 'hold_expired' | 'renewals_used_up'
  'inbox.counts': never
  'incidents.assess': 'version_conflict'
  'incidents.list': never
  'incidents.recordNotice': 'notice_not_due' | 'version_conflict'
  'incidents.report': never
  'intake.list': 'outside_proxy_scope'
  'intake.save': 'already_submitted' | 'answers_invalid' | 'appointment_closed' | 'outside_proxy_scope' | 'unknown_question' | 'version_conflict'
  'intake.submit': 'already_submitted' | 'answers_invalid' | 'answers_missing' | 'appointment_closed' | 'outside_proxy_scope' | 'unknown_question' | 'version_conflict'
  'invitations.accept': 'invitation_expired' | 'invitation_revoked' | 'invitation_used' | 'invitation_wrong_person' | 'unknown_invitation'
  'invitations.list': never
  'invitations.revoke': 'invitation_accepted' | 'unknown_invitation'
  'labs.acknowledge': 'not_critical' | 'version_conflict'
  'labs.applyResponse': 'already_matched' | 'response_not_applicable' | 'unknown_test'
  'labs.cancelOrder': 'not_assigned' | 'not_cancellable'
  'labs.document': 'outside_proxy_scope'
  'labs.getOrder': 'outside_proxy_scope'
  'labs.getResult': 'outside_proxy_scope'
  'labs.match': 'already_matched' | 'response_not_applicable' | 'unknown_test'
  'labs.order': 'answer_invalid' | 'answer_missing' | 'not_licensed' | 'npi_missing' | 'unknown_code' | 'unknown_test' | 'vendor_not_permitted'
  'labs.ordersOfPatient': 'outside_proxy_scope'
  'labs.resultsOfPatient': 'outside_proxy_scope'
  'labs.returnResult': 'already_matched'
  'labs.review': 'not_assigned' | 'version_conflict'
  'labs.tests': never
  'labs.unmatched': never
  'labs.unmatchedMessages': never
  'labs.waiting': 'not_assigned'
  'legalHolds.list': never
  'legalHolds.place': 'erasure_approved'
  'legalHolds.release': 'already_released' | 'version_conflict'
  'mailbox.get': never
  'mailbox.list': never
  'mailbox.reprocess': 'already_resolved'
  'mailbox.resolve': 'already_resolved'
  'me.get': never
  'medications.search': never
  'medications.usual': never
  'members.create': never
  'members.invite': 'login_exists' | 'member_disabled'
  'members.list': never
  'members.releaseLogin': 'last_administrator'
  'members.signOut': never
  'members.update': 'last_administrator' | 'version_conflict'
  'monitorFacts.add': 'fact_exists' | 'member_required'
  'monitorFacts.list': never
  'monitorFacts.remove': 'own_fact'
  'notes.addend': 'not_assigned' | 'note_not_signed' | 'version_conflict'
  'notes.cosign': 'not_awaiting_cosign' | 'not_the_supervisor' | 'version_conflict'
  'notes.diagnosisCodes': never
  'notes.difference': never
  'notes.get': 'outside_proxy_scope'
  'notes.nameSupervisor': 'not_assigned' | 'not_awaiting_cosign' | 'supervisor_available' | 'version_conflict'
  'notes.ofPatient': 'outside_proxy_scope'
  'notes.open': 'not_assigned' | 'visit_not_started'
  'notes.pdf': 'note_not_signed' | 'outside_proxy_scope'
  'notes.psychotherapy': never
  'notes.save': 'not_assigned' | 'note_signed' | 'unknown_code' | 'version_conflict'
  'notes.savePsychotherapy': 'version_conflict'
  'notes.sign': 'not_the_author' | 'note_incomplete' | 'note_signed' | 'version_conflict' | 'visit_not_ended'
  'notes.templates': never
  'notes.verify': 'note_not_signed'
  'notes.versions': never
  'notes.waiting': never
  'obligations.complete': 'version_conflict'
  'obligations.completions': never
  'obligations.create': 'too_many_entries'
  'obligations.list': never
  'obligations.update': 'version_conflict'
  'onDemand.get': 'outside_proxy_scope'
  'onDemand.leave': 'outside_proxy_scope'
  'onDemand.list': never
  'onDemand.listOwn': never
  'onDemand.renew': 'outside_proxy_scope' | 'request_ended'
  'onDemand.request': 'age_out_of_range' | 'already_requested' | 'language_not_spoken' | 'not_licensed' | 'outside_proxy_scope' | 'slot_unavailable'
  'onDemand.take': 'age_out_of_range' | 'language_not_spoken' | 'not_licensed' | 'patient_busy' | 'practitioner_busy' | 'request_ended' | 'slot_unavailable'
  'orderSets.list': never
  'orderSets.put': 'too_many_order_sets' | 'unknown_code' | 'version_conflict'
  'organization.get': never
  'organization.update': 'vendor_not_permitted' | 'version_conflict'
  'outcomes.ofPatient': 'outside_proxy_scope'
  'partnerMessages.get': never
  'partnerMessages.list': never
  'partnerMessages.ofPatient': 'outside_proxy_scope'
  'partnerMessages.resolve': 'already_resolved'
  'patients.background': 'outside_proxy_scope'
  'patients.contactChoice': 'outside_proxy_scope'
  'patients.create': 'record_number_taken'
  'patients.get': 'outside_proxy_scope'
  'patients.invite': 'login_exists'
  'patients.link': 'version_conflict'
  'patients.login': never
  'patients.putBackground': 'outside_proxy_scope' | 'version_conflict'
  'patients.putContactChoice': 'outside_proxy_scope' | 'version_conflict'
  'patients.releaseLogin': never
  'patients.search': never
  'patients.signOut': never
  'patients.update': 'outside_proxy_scope' | 'version_conflict'
  'payers.list': never
  'payments.begin': 'amount_too_large' | 'nothing_due' | 'outside_proxy_scope' | 'payment_in_progress' | 'vendor_not_permitted' | 'vendor_unavailable'
  'payments.get': 'outside_proxy_scope'
  'payments.refund': 'amount_too_large' | 'payment_not_paid' | 'vendor_not_permitted' | 'vendor_unavailable'
  'pharmacies.choose': 'outside_proxy_scope' | 'unknown_pharmacy' | 'vendor_unavailable'
  'pharmacies.ofPatient': 'outside_proxy_scope'
  'pharmacies.search': 'vendor_not_permitted' | 'vendor_unavailable'
  'practitioners.create': 'member_taken'
  'practitioners.get': never
  'practitioners.list': never
  'practitioners.photo': never
  'practitioners.putPhoto': 'attachment_unreadable' | 'body_too_large' | 'unsupported_attachment_type' | 'version_conflict'
  'practitioners.removePhoto': 'version_conflict'
  'practitioners.update': 'appointments_affected' | 'version_conflict'
  'preferences.deliveries': 'outside_proxy_scope'
  'preferences.get': 'outside_proxy_scope'
  'preferences.put': 'address_missing' | 'outside_proxy_scope' | 'patient_decides' | 'version_conflict'
  'prescriptions.applyMessage': 'already_resolved' | 'message_differs' | 'message_not_applicable'
  'prescriptions.cancel': 'not_assigned' | 'not_cancellable' | 'version_conflict'
  'prescriptions.change': 'controlled_substance' | 'not_a_prescriber' | 'not_assigned' | 'prescription_signed' | 'quantity_implausible' | 'unknown_code' | 'unknown_medication' | 'unknown_pharmacy' | 'vendor_unavailable' | 'version_conflict'
  'prescriptions.check': 'controlled_substance' | 'unknown_medication'
  'prescriptions.discard': 'not_assigned' | 'prescription_signed' | 'version_conflict'
  'prescriptions.get': 'outside_proxy_scope'
  'prescriptions.heldMessage': never
  'prescriptions.heldMessages': never
  'prescriptions.ofPatient': 'outside_proxy_scope'
  'prescriptions.recordCall': 'not_assigned' | 'version_conflict'
  'prescriptions.renew': 'controlled_substance' | 'not_a_prescriber' | 'not_assigned' | 'not_renewable' | 'quantity_implausible'
  'prescriptions.requests': 'not_assigned'
  'prescriptions.resolveMessage': 'already_resolved'
  'prescriptions.respond': 'alerts_open' | 'already_answered' | 'controlled_substance' | 'medications_changed' | 'not_a_prescriber' | 'not_assigned' | 'not_licensed' | 'not_renewable' | 'npi_missing' | 'quantity_implausible' | 'unknown_code' | 'vendor_unavailable' | 'version_conflict'
  'prescriptions.sign': 'alerts_open' | 'controlled_substance' | 'medications_changed' | 'not_a_prescriber' | 'not_assigned' | 'not_licensed' | 'npi_missing' | 'pharmacy_missing' | 'prescription_signed' | 'unknown_code' | 'vendor_not_permitted' | 'vendor_unavailable' | 'version_conflict'
  'prescriptions.write': 'controlled_substance' | 'not_a_prescriber' | 'quantity_implausible' | 'unknown_code' | 'unknown_medication' | 'unknown_pharmacy' | 'vendor_unavailable'
  'proxies.create': 'too_many_invitations' | 'too_many_proxies'
  'proxies.end': never
  'proxies.invite': 'proxy_not_invited' | 'too_many_invitations'
  'proxies.list': 'outside_proxy_scope'
  'proxies.signOut': never
  'proxies.update': never
  'questionnaires.get': never
  'questionnaires.list': never
  'queue.day': 'not_assigned'
  'queue.get': 'not_assigned'
  'queue.pause': 'not_assigned'
  'recordRequests.decide': 'day_refused'
  'recordRequests.list': never
  'recordings.addPiece': 'body_too_large' | 'no_seat' | 'piece_out_of_order' | 'recording_full' | 'recording_paused' | 'unsupported_attachment_type' | 'visit_ended'
  'recordings.answer': 'consent_missing' | 'no_seat' | 'outside_proxy_scope' | 'recording_not_requested' | 'visit_ended'
  'recordings.ask': 'no_seat' | 'recording_not_offered' | 'recording_requested' | 'visit_ended'
  'recordings.content': 'outside_proxy_scope'
  'recordings.ofVisit': 'outside_proxy_scope'
  'referrals.list': never
  'referrals.send': never
  'referrals.step': 'invalid_step' | 'version_conflict'
  'refills.decline': 'already_answered'
  'refills.list': 'outside_proxy_scope'
  'refills.request': 'not_refillable' | 'outside_proxy_scope' | 'refill_open'
  'remittances.get': never
  'remittances.heldLine': never
  'remittances.heldLines': never
  'remittances.list': never
  'remittances.matchLine': 'already_resolved' | 'line_not_postable'
  'remittances.resolve': 'already_resolved'
  'remittances.resolveLine': 'already_resolved'
  'reportedMedications.add': 'outside_proxy_scope' | 'too_many_reported_medications'
  'reportedMedications.change': 'outside_proxy_scope' | 'version_conflict'
  'reportedMedications.ofPatient': 'outside_proxy_scope'
  'resources.create': 'unknown_zone' | 'windows_overlap'
  'resources.list': never
  'resources.update': 'appointments_affected' | 'unknown_zone' | 'version_conflict' | 'windows_overlap'
  'retention.approveErasure': 'erasure_approved' | 'record_held' | 'record_must_be_kept'
  'retention.changeSchedule': 'retention_too_short' | 'version_conflict'
  'retention.due': never
  'retention.erasures': never
  'retention.schedule': never
  'retention.summary': never
  'rights.ask': 'note_not_signed' | 'outside_proxy_scope' | 'too_many_open_requests'
  'rights.chooseRecipients': 'nothing_to_notify' | 'outside_proxy_scope' | 'version_conflict'
  'rights.copy': 'outside_proxy_scope'
  'rights.decide': 'correction_missing' | 'ground_missing' | 'record_held' | 'record_must_be_kept' | 'request_answered' | 'version_conflict'
  'rights.disagree': 'disagreement_refused' | 'outside_proxy_scope' | 'version_conflict'
  'rights.extend': 'extension_refused' | 'request_answered' | 'version_conflict'
  'rights.letter': 'nothing_to_notify'
  'rights.list': 'outside_proxy_scope'
  'rights.recordNotification': 'day_refused' | 'nothing_to_notify' | 'reason_missing' | 'version_conflict'
  'rights.waiting': never
  'risks.create': 'too_many_entries'
  'risks.list': never
  'risks.update': 'version_conflict'
  'series.book': 'call_to_book' | 'minor_consent_not_allowed' | 'occurrences_unavailable' | 'outside_proxy_scope' | 'slot_unavailable' | 'too_many_appointments'
  'series.cancel': 'not_changeable' | 'outside_proxy_scope' | 'too_late_to_change'
  'series.preview': 'call_to_book' | 'outside_proxy_scope' | 'slot_unavailable' | 'unknown_zone' | 'windows_overlap'
  'sessions.current': never
  'sessions.end': never
  'sessions.endOther': never
  'sessions.extend': never
  'sessions.list': never
  'slots.search': 'outside_proxy_scope' | 'slot_unavailable' | 'window_too_long'
  'specialties.list': never
  'statements.get': 'outside_proxy_scope'
  'statements.pdf': 'outside_proxy_scope'
  'statements.superbill': 'note_not_signed' | 'outside_proxy_scope'
  'summaries.ofPatient': 'outside_proxy_scope'
  'summaries.ofVisit': 'not_published' | 'outside_proxy_scope'
  'summaries.pdf': 'not_published' | 'outside_proxy_scope'
  'summaries.proposeNext': 'not_assigned' | 'unknown_visit_type'
  'supplyChanges.preview': 'not_assigned' | 'too_much_time_off' | 'unknown_zone' | 'version_conflict' | 'windows_overlap'
  'surveys.answer': 'already_answered' | 'outside_proxy_scope' | 'survey_closed'
  'surveys.ofVisit': 'outside_proxy_scope'
  'tasks.add': 'unknown_member'
  'tasks.change': 'task_ended' | 'unknown_member' | 'version_conflict'
  'tasks.list': never
  'textMacros.list': never
  'textMacros.put': 'too_many_macros' | 'version_conflict'
  'textMacros.putShared': 'too_many_macros' | 'version_conflict'
  'textMacros.remove': never
  'textMacros.removeShared': never
  'threads.begin': 'outside_proxy_scope' | 'unknown_attachment'
  'threads.change': 'role_not_assignable' | 'unknown_member' | 'version_conflict'
  'threads.counts': never
  'threads.get': 'outside_proxy_scope'
  'threads.list': 'outside_proxy_scope'
  'threads.markRead': 'outside_proxy_scope'
  'threads.markReadInVisit': 'outside_proxy_scope'
  'threads.ofVisit': 'outside_proxy_scope'
  'threads.post': 'outside_proxy_scope' | 'unknown_attachment'
  'threads.postInVisit': 'outside_proxy_scope' | 'unknown_attachment'
  'timeOff.add': 'appointments_affected' | 'not_assigned' | 'too_many_to_cancel' | 'too_much_time_off' | 'windows_overlap'
  'timeOff.remove': 'not_assigned'
  'training.courses': never
  'training.createCourse': 'too_many_entries'
  'training.list': never
  'training.record': never
  'training.updateCourse': 'version_conflict'
  'visitTypes.create': 'code_taken'
  'visitTypes.list': never
  'visitTypes.update': 'appointments_affected' | 'version_conflict'
  'visits.admit': 'consent_missing' | 'not_assigned' | 'not_licensed' | 'not_waiting'
  'visits.admitInEmergency': 'check_in_not_allowed' | 'check_in_required' | 'consent_given' | 'consent_missing' | 'consent_refused' | 'not_assigned' | 'not_licensed' | 'not_waiting' | 'too_early' | 'too_late'
  'visits.changeLocation': 'consent_missing' | 'not_licensed' | 'outside_proxy_scope' | 'visit_ended'
  'visits.checkIn': 'check_in_not_allowed' | 'consent_missing' | 'emergency_contact_missing' | 'intake_missing' | 'not_licensed' | 'outside_proxy_scope' | 'too_early' | 'too_late' | 'visit_ended'
  'visits.end': 'not_assigned' | 'visit_ended'
  'visits.get': 'outside_proxy_scope'
  'visits.leaveSeat': 'outside_proxy_scope'
  'visits.networkTest': 'outside_proxy_scope' | 'visit_ended'
  'visits.ofAppointment': 'outside_proxy_scope'
  'visits.queuePosition': 'outside_proxy_scope'
  'visits.recordDeviceCheck': 'outside_proxy_scope' | 'visit_ended'
  'visits.recordTroubles': 'outside_proxy_scope'
  'visits.takeSeat': 'capability_not_covered' | 'consent_missing' | 'not_admitted' | 'not_assigned' | 'not_licensed' | 'outside_proxy_scope' | 'room_full' | 'seat_invalid' | 'vendor_not_permitted' | 'vendor_unavailable' | 'visit_ended'
  'vitals.correct': 'not_assigned' | 'note_not_signed' | 'version_conflict'
  'vitals.ofPatient': 'outside_proxy_scope'
  'waitlist.accept': 'age_out_of_range' | 'already_booked' | 'hold_expired' | 'language_not_spoken' | 'not_changeable' | 'not_licensed' | 'offer_ended' | 'outside_hours' | 'outside_proxy_scope' | 'patient_busy' | 'slot_unavailable' | 'too_late_to_change' | 'too_many_appointments'
  'waitlist.decline': 'offer_ended' | 'outside_proxy_scope'
  'waitlist.join': 'age_out_of_range' | 'already_waiting' | 'call_to_book' | 'language_not_spoken' | 'minor_consent_not_allowed' | 'not_changeable' | 'not_licensed' | 'outside_proxy_scope' | 'slot_unavailable' | 'too_late_to_change' | 'too_many_appointments' | 'too_many_waitlist_entries'
  'waitlist.leave': 'outside_proxy_scope'
  'waitlist.list': 'outside_proxy_scope'
  'webhookEndpoints.add': 'address_not_allowed' | 'event_not_permitted' | 'too_many_endpoints' | 'unknown_event'
  'webhookEndpoints.change': 'address_not_allowed' | 'event_not_permitted' | 'too_many_endpoints' | 'unknown_event' | 'version_conflict'
  'webhookEndpoints.deliveries': never
  'webhookEndpoints.list': never
  'webhookEndpoints.replay': never
  'webhookEndpoints.test': never
  'writeOffs.decide': 'second_person_needed' | 'version_conflict' | 'write_off_not_possible'
  'writeOffs.list': never
  'writeOffs.undo': 'version_conflict' | 'write_off_not_possible'
}
