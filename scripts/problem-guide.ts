/** How a program handles each code, by area. `docs/reference/problems.md` is generated from this and the source. */
export interface ProblemGroup {
  readonly heading: string
  readonly remedies: Readonly<Record<string, string>>
}

export const problemGuide: readonly ProblemGroup[] = [
  {
    heading: 'Sessions and tokens',
    remedies: {
      authentication_required: 'Send `Authorization: Bearer <access token>`.',
      token_expired: 'Refresh the session, then repeat the call once. The SDK does.',
      token_invalid: 'Get a new session from the portal’s back end. Tokens of another deployment are never valid.',
      session_expired:
        'A session limit was reached: the person signs in again. At the token endpoint the status is 400 (RFC 6749).',
      session_ended:
        'The person signed out or was disabled, or a refresh token was used twice: the person signs in again. Do not retry.',
      step_up_required:
        'Let the person authenticate again at the identity provider, exchange the new ID token, repeat the call.',
      wrong_origin: 'Use the origin that was named at the token exchange, and register it for the client.',
      invalid_client: 'Check client id and secret. Both are form-encoded before HTTP Basic (RFC 6749, 2.3.1).',
      invalid_grant:
        'The log names the cause: expired token, wrong audience, or a person who is not in the directory. Offer to accept an invitation.',
      unknown_issuer: 'Register the identity provider for the organization, or sign the person in at a registered one.',
      unauthorized_client: 'Register the grant, or the origin, for this client.',
      unsupported_grant_type: 'Use one of the three grant types.',
    },
  },
  {
    heading: 'The request',
    remedies: {
      invalid_request:
        'Correct each property that `errors` names. It is a fault of the program or of a person’s input.',
      invalid_json: 'A fault of the program.',
      invalid_encoding: 'A fault of the program.',
      unsupported_media_type: 'Set `Content-Type`; do not compress the body.',
      body_too_large: 'Send a smaller body.',
      body_too_deep: 'A fault of the program.',
      method_not_allowed: 'Check `Allow` in the response.',
      cursor_invalid: 'A cursor is valid for one list and one query. Start again without a cursor.',
      idempotency_key_reused: 'Generate a new key for each new action. The SDK does.',
      too_many_requests: 'Wait as long as `Retry-After` says. The SDK does.',
      window_too_long: 'Request a shorter period.',
    },
  },
  {
    heading: 'Permissions and missing records',
    remedies: {
      person_required: 'A client that signs in for itself cannot do it: obtain a session for the person who does.',
      forbidden: 'Hide what `me.get()` does not list in `permissions`.',
      not_found:
        'The record does not exist, belongs to another organization, or is not visible to this person. The three cases look the same by intention.',
      not_assigned:
        'Show the sentence, and for the practitioners in `owners` the step of taking cover (`covers.start`), if `permissions` has `cover:take`. The elements do.',
      no_treatment_relationship:
        'The same. The patient’s appointments show who treats them; an administrator adds people to a care team.',
      outside_proxy_scope: 'Offer the patient’s own sign-in, or a wider scope (`proxies`).',
      version_conflict: 'Read again, show what changed, keep the input, send again with the new `version`.',
      record_erased: 'No remedy. Remove the entry from lists.',
    },
  },
  {
    heading: 'Invitations and sign-ins',
    remedies: {
      unknown_invitation:
        'Show the typed code for correction. The code of another organization gets the same response. After ten wrong codes the person has to wait.',
      invitation_used: 'Offer to sign in with the other account, or to ask for a new invitation.',
      invitation_expired: 'Ask the inviting person for a new one (`invite` of `proxies`, `patients` or `members`).',
      invitation_revoked: 'Ask for the latest code.',
      invitation_wrong_person: 'Sign out at the identity provider, and sign in with the account of the invited person.',
      invitation_accepted: 'End the right (`proxies.end`) or release the sign-in (`releaseLogin`).',
      right_not_started:
        'Show when the right starts (`Proxy.from`). The invitation is accepted, and the code is not needed again.',
      login_exists: 'Show that the person can sign in; offer to release the sign-in.',
      member_disabled: 'Enable the member first.',
      proxy_not_invited: 'Read the list of proxies again.',
      too_many_proxies: 'Offer to end a right that is no longer needed.',
      too_many_invitations: 'Show the pending invitations (`invitations.list`); offer to revoke one.',
    },
  },
  {
    heading: 'The directory',
    remedies: {
      cover_exists: 'Read the covers again: it exists already.',
      cover_ended: 'Read the covers again.',
      too_many_covers: 'Show the covers of this member, each with a way to end it.',
      last_administrator: 'Make another member administrator first.',
      member_taken: 'Change the existing practitioner.',
      record_number_taken: 'Search for the patient who has this number.',
    },
  },
  {
    heading: 'Booking',
    remedies: {
      slot_taken: 'Search again and show the new times. Keep the typed reason.',
      resources_taken:
        'Offer the times in `nearest`. `detail` says what is missing: a room, an interpreter, equipment or a second clinician.',
      occurrences_unavailable:
        'Show which of the visits no longer work: `errors` names each by its place in `starts`. Preview again, replace or leave out those.',
      held_by_you: 'Release or book the other hold (`holds.list`), or choose another time.',
      patient_busy: 'Show the patient’s visit at that time; offer the times in `nearest`.',
      notice_too_short: 'Offer the times in `nearest`, or the clinic’s phone number.',
      beyond_horizon: 'Offer the times in `nearest`.',
      outside_hours: 'Search again, or offer the times in `nearest`.',
      day_full:
        'The practitioner has as many visits on that day as their limits allow. Choose one of `nearest`, another day or another practitioner.',
      week_full: 'The same for the week. Choose one of `nearest`, another week or another practitioner.',
      call_to_book:
        'The clinic books or moves this type of visit by telephone (`bookingMode`). Show the telephone number of the clinic.',
      language_not_spoken: 'Offer other practitioners, or a search without the language.',
      slot_unavailable: 'Search again. With `explain: true` the search says why a practitioner is excluded.',
      not_licensed: 'Offer practitioners who are licensed at the patient’s location, or correct the location.',
      age_out_of_range: 'Offer another visit type.',
      too_many_holds: 'Release a hold, or wait until one expires.',
      too_many_appointments:
        'Show the appointments ahead, so that one can be cancelled, or the clinic’s phone number. Staff can book more.',
      already_booked: 'Show the list of appointments: the first request succeeded.',
      hold_expired: 'Choose a time again. Keep the typed reason.',
      renewals_used_up: 'Book, or choose again.',
      too_late_to_change: 'Show the clinic’s phone number.',
      not_changeable: 'Read the appointment again and show its status.',
      already_waiting: 'Show the entries of `waitlist.list`: the patient waits already.',
      too_many_waitlist_entries: 'Show the entries of `waitlist.list`, so that one can be left.',
      already_requested: 'Show the request that waits, with its position.',
      request_ended: 'Read the list again, and choose the next request.',
      practitioner_busy: 'Finish the visit, then take the request. Nothing was lost: the patient still waits.',
      offer_ended: 'Read the entry again: it waits for the next time, or its offer was accepted.',
      windows_overlap:
        'Correct the window or the range that `errors` names. The detail names the weekday or the dates.',
      too_much_time_off: 'Remove time off that is over, or enter one longer range.',
      appointments_affected:
        'Preview the change (`supplyChanges.preview`), show the appointments, and send it again with `affected`.',
      too_many_to_cancel: 'Add the time off for a shorter range, or with `appointments: "flag"`.',
      not_requested: 'The request was answered, withdrawn or declined in the meantime. Read the appointment again.',
      unknown_zone: 'Use the IANA name of a time zone.',
      code_taken: 'Choose another code.',
    },
  },
  {
    heading: 'Consent',
    remedies: {
      consent_missing: 'Show the consent element for the appointment’s `requiredConsents`.',
      consent_document_missing: 'Let an administrator publish a text for this purpose.',
      consent_superseded: 'Read the decisions again; revoke the latest.',
      document_changed: 'Show the current text; nothing was decided.',
      document_exists: 'Name the document to publish a new version of it.',
      sections_not_read: 'Show the sections that `errors` names.',
      signature_missing: 'Ask for the typed name.',
      written_signature_required: 'Let the patient sign; verbal consent is not sufficient in this state.',
      already_revoked: 'Read the decisions again.',
      not_granted: 'Read the decisions again.',
      clause_missing: 'Add the clauses that `errors` names.',
      translation_mismatch: 'Give the translation the sections of its original.',
      translation_unreviewed: 'Name who reviewed the translation.',
    },
  },
  {
    heading: 'Questions before the visit',
    remedies: {
      answers_missing: 'Show the questions that `errors` names (`question:<linkId>`).',
      answers_invalid: 'Show the answers that `errors` names.',
      unknown_question: 'Load the questionnaire again; the form keeps the version that it was started with.',
      already_submitted: 'Show the answers as read-only.',
      appointment_closed: 'Say that the appointment is closed; there is nothing left to answer.',
      intake_missing: 'Show the intake element.',
    },
  },
  {
    heading: 'The visit and its room',
    remedies: {
      too_early: 'Show when check-in opens (`checkInFrom` of the appointment).',
      too_late: 'Offer another time, or the phone.',
      check_in_not_allowed: 'Read the appointment again.',
      not_waiting: 'Read the queue again.',
      not_admitted: 'Show the waiting room.',
      no_seat: 'Take a seat, then send.',
      seat_invalid: 'Take a new seat.',
      room_full: 'Wait until a participant leaves.',
      signal_too_large: 'A fault of the driver.',
      visit_ended: 'Show the end of the visit.',
      vendor_not_permitted: 'Record the agreement (`VISITKIT_VENDOR_AGREEMENTS`), or use another vendor.',
      capability_not_covered:
        'Disable the feature. For a seat: use an account of the video vendor whose agreement covers PHI (`VISITKIT_DAILY_MODE=hipaa`).',
      vendor_unavailable: 'Wait as long as `Retry-After` says; offer the phone.',
      signature_invalid: 'Give vendor and server the same webhook secret; compare their clocks.',
    },
  },
  {
    heading: 'Notes and the chart',
    remedies: {
      visit_not_started: 'Offer the note once the patient has been admitted.',
      visit_not_ended: 'Save the draft; offer the signature once the visit has ended.',
      note_incomplete: 'Show the parts that `errors` names (`note:<section>`), and keep what was written.',
      note_signed: 'Show the signed note, and offer an addendum.',
      note_not_signed: 'Wait for the signature: `note.changed` announces it.',
      not_the_author: 'Offer the note to read, not to sign.',
      not_awaiting_cosign: 'Read the note again; it may have been signed.',
      not_the_supervisor: 'Show who has to sign.',
      supervisor_available:
        'Show who has to sign (`Note.supervisor`). Offer only the author and the supervisor to name another.',
      unknown_code: 'Search for the code by its words (`notes.diagnosisCodes`, `fees.serviceCodes`).',
      has_allergies: 'Show the allergies that are on record.',
    },
  },
  {
    heading: 'Prescriptions',
    remedies: {
      not_a_prescriber: 'Hide the prescription pad from people who may not prescribe.',
      npi_missing: 'Let an administrator add the NPI to the practitioner.',
      unknown_medication: 'Search again, and choose from the list.',
      unknown_pharmacy: 'Search again, and choose from the list.',
      pharmacy_missing: 'Let the patient choose a pharmacy that takes prescriptions electronically.',
      quantity_implausible: 'Show directions, quantity and days together, with what `errors` names.',
      alerts_open: 'Show each alert that `errors` names (`alert:<id>`) with a field for a reason; keep the draft.',
      medications_changed: 'Sign again: the checks then include what was signed in between, and may raise an alert.',
      controlled_substance: 'Say that this medication cannot be prescribed here, and why.',
      prescription_signed: 'Show the prescription; offer to cancel or to renew it.',
      not_cancellable: 'Show the telephone number of the pharmacy or the laboratory.',
      not_renewable: 'Offer to write a new one.',
      favorite_name_taken: 'Ask for another name, or offer to replace the favorite that has it.',
      too_many_favorites: 'Show the favorites, and let the person remove or replace one.',
      already_answered: 'Read it again: another person was faster, or the response to the first attempt was lost.',
    },
  },
  {
    heading: 'Labs',
    remedies: {
      unknown_test: 'Search the catalog again.',
      answer_missing: 'Ask the questions that `errors` names.',
      answer_invalid: 'Show the questions that `errors` names, with the expected form of each answer.',
      already_matched: 'Load the list again.',
      not_critical: 'Read the result again; a correction may have ended the deadline.',
    },
  },
  {
    heading: 'Billing',
    remedies: {
      coverage_overlaps: 'Show the coverage in force; end it first, or choose another order.',
      subscriber_missing: 'Ask for the insured person’s name and date of birth.',
      unknown_payer: 'Offer the payers of `payers.list`.',
      code_set_not_licensed: 'Use HCPCS codes, or record the license in the billing settings.',
      claim_blocked: 'Show the findings, each with its remedy.',
      claim_sent: 'Offer to correct or to void it after the payer has responded.',
      claim_not_adjudicated: 'Wait for the payer: `claim.changed` announces the response.',
      already_resolved: 'Read the line, the payment or the list of files again; nothing was changed.',
      line_not_postable: 'Show what `errors` says; offer another claim, or to record that it was resolved elsewhere.',
      nothing_due: 'Read the statement again.',
      amount_too_large: 'Read the remaining amount again, and offer at most that.',
      payment_in_progress: 'Read the statement again before offering to pay more.',
      payment_not_paid: 'Offer the refund after the payment has arrived.',
      not_issued: 'Offer the document after it is issued.',
      already_issued: 'Show the document in force.',
    },
  },
  {
    heading: 'After the visit, and messages',
    remedies: {
      not_published: 'Say that the summary appears after the note is signed: `summary.changed` announces it.',
      unknown_visit_type: 'Load the visit types again.',
      alert_acknowledged: 'Show who has acknowledged it: `alerts.list` names the member. Do not retry.',
      task_ended: 'Load the list again; add a new task if something is left.',
      unknown_member: 'Choose a member of `members.list`.',
      role_not_assignable: 'Offer the roles of staff.',
      survey_closed: 'Say that the survey is closed, and offer a message to the clinic.',
      invalid_step: 'Read the referral again, and offer the possible steps.',
      address_missing: 'Ask for the e-mail address or telephone number of the channel.',
      unsupported_attachment_type: 'Say which files can be sent: pictures and PDF. Keep the text of the message.',
      attachment_unreadable: 'Ask for the file again. Keep the text of the message.',
      unknown_attachment: 'Add the file again, then send. Keep the text of the message.',
      address_not_allowed: 'Use a public `https` URL without a password.',
      unknown_event: 'Use the events of the guide to webhooks, or `*`.',
      event_not_permitted: 'Omit the event, or ask the owner of the permission policy.',
      too_many_endpoints: 'Disable one first.',
    },
  },
  {
    heading: 'The service',
    remedies: {
      database_unavailable: 'Wait as long as `Retry-After` says. The SDK does. Operators: `visitkit-server doctor`.',
      audit_unavailable: 'The same. Without a durable audit row no data is shown: check the disk of the database.',
      try_again: 'Repeat with the same idempotency key. The SDK does.',
      overloaded: 'Wait as long as `Retry-After` says. Operators: `VISITKIT_MAX_IN_FLIGHT`, or another process.',
      stopping: 'Repeat the call; another process responds.',
      internal_error: 'Report the `requestId` to the operator of the server.',
      response_invalid: 'A fault of the server, which then returns no data. Report it with the `requestId`.',
      audit_incomplete: 'A fault of the server, which then returns no data. Report it with the `requestId`.',
    },
  },
]
