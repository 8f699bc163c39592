/** What a program does about each code, by who can do something about it. `docs/reference/problems.md` is written from this and the source. */
export interface ProblemGroup {
  readonly heading: string
  readonly remedies: Readonly<Record<string, string>>
}

export const problemGuide: readonly ProblemGroup[] = [
  {
    heading: 'Sessions and tokens',
    remedies: {
      authentication_required: 'Send `Authorization: Bearer <access token>`.',
      token_expired: 'Refresh, then repeat the call once. The SDK does.',
      token_invalid: 'Get a new session from the portal’s back end. Tokens of another deployment never fit.',
      session_expired:
        'A time limit of the server was reached: the person signs in again. At the token endpoint the status is 400 (RFC 6749).',
      session_ended:
        'Signed out, disabled, or a refresh token was used twice: the person signs in again. Do not retry.',
      step_up_required:
        'Have the person prove who they are once more at the identity provider, exchange the new ID token, repeat the call.',
      wrong_origin: 'Use the origin that was named at the token exchange, and register it for the client.',
      invalid_client: 'Check client id and secret; both are form-encoded before HTTP Basic (RFC 6749, 2.3.1).',
      invalid_grant:
        'The log names the cause: unknown issuer, expired token, wrong audience, or a person whom the directory does not know.',
      unauthorized_client: 'Register the grant, or the origin, for this client.',
      unsupported_grant_type: 'Use one of the three.',
    },
  },
  {
    heading: 'The request',
    remedies: {
      invalid_request:
        'Correct each property that `errors` names. A fault of the program, or something a person typed.',
      invalid_json: 'A fault of the program.',
      invalid_encoding: 'A fault of the program.',
      unsupported_media_type: 'Set `Content-Type`; do not compress the body.',
      body_too_large: 'Send less.',
      body_too_deep: 'A fault of the program.',
      method_not_allowed: 'Look at `Allow` in the answer.',
      cursor_invalid: 'Cursors hold for one list and one query. Begin again without.',
      idempotency_key_reused: 'Make a new key for each new act. The SDK does.',
      too_many_requests: 'Wait as long as `Retry-After` says. The SDK does.',
      window_too_long: 'Ask for a shorter time.',
    },
  },
  {
    heading: 'Rights, and what is there',
    remedies: {
      forbidden: 'Hide what `me.get()` does not list in `permissions`.',
      not_found: 'Missing, of another organization, or not for this person: all three look the same on purpose.',
      outside_proxy_scope: 'Offer the patient’s own sign-in, or a wider scope (`proxies`).',
      version_conflict: 'Read again, show what changed, keep what was typed, send again with the new `version`.',
      record_erased: 'Nothing. Take the entry out of lists.',
    },
  },
  {
    heading: 'The directory',
    remedies: {
      identity_taken: 'Search for the person who has this sign-in.',
      last_administrator: 'Make someone else administrator first.',
      member_taken: 'Change the practitioner who is there.',
      record_number_taken: 'Search for the patient who has this number.',
    },
  },
  {
    heading: 'Booking',
    remedies: {
      slot_taken: 'Search again and show the new times. Keep the reason that was typed.',
      slot_unavailable: 'Search again. With `explain: true` the search says why a practitioner is left out.',
      not_licensed: 'Offer practitioners licensed where the patient will be, or correct where that is.',
      age_outside: 'Offer another visit type.',
      too_many_holds: 'Release a hold, or wait until one runs out.',
      hold_expired: 'Choose a time again. Keep the reason that was typed.',
      renewals_used_up: 'Book, or choose again.',
      too_late_to_change: 'Show the clinic’s phone number.',
      not_changeable: 'Read the appointment again and show its status.',
      windows_overlap: 'Correct the window that `errors` names.',
      zone_unknown: 'Use an IANA name.',
      code_taken: 'Choose another code.',
    },
  },
  {
    heading: 'Consent',
    remedies: {
      consent_missing: 'Show the consent element for the appointment’s `requiredConsents`.',
      consent_document_missing: 'An administrator publishes a text for this purpose.',
      consent_superseded: 'Read the decisions again; take back the latest.',
      document_changed: 'Show the current text; nothing was decided.',
      document_exists: 'Name the document to publish a new version of it.',
      sections_unseen: 'Show the sections that `errors` names.',
      signature_missing: 'Ask for the typed name.',
      written_signature_needed: 'Let the patient sign; a spoken yes is not enough in this state.',
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
      unknown_question: 'Load the questionnaire again; the form keeps the version under which it was begun.',
      already_submitted: 'Show the answers without a way to change them.',
      appointment_closed: 'Say so; there is nothing left to answer.',
      intake_missing: 'Show the intake element.',
    },
  },
  {
    heading: 'The visit and its room',
    remedies: {
      too_early: 'Show from when check-in is open (`checkInFrom` of the appointment).',
      too_late: 'Offer another time, or the phone.',
      not_checkinable: 'Read the appointment again.',
      not_waiting: 'Read the queue again.',
      not_admitted: 'Show the waiting room.',
      no_seat: 'Take a seat, then send.',
      seat_invalid: 'Take a new seat.',
      room_full: 'Wait until someone leaves.',
      signal_too_large: 'A fault of the driver.',
      visit_ended: 'Show the end of the visit.',
      vendor_not_permitted: 'Record the agreement (`VISITKIT_VENDOR_AGREEMENTS`), or use another vendor.',
      vendor_unavailable: 'Wait as long as `Retry-After` says; offer the phone.',
      signature_invalid: 'Give vendor and server the same webhook secret; compare their clocks.',
    },
  },
  {
    heading: 'The service',
    remedies: {
      database_unavailable: 'Wait as long as `Retry-After` says. The SDK does. Operators: `visitkit-server doctor`.',
      audit_unavailable: 'The same. Without a durable audit row nothing is shown: look at the database’s disk.',
      try_again: 'Repeat with the same idempotency key. The SDK does.',
      overloaded: 'Wait as long as `Retry-After` says. Operators: `VISITKIT_MAX_IN_FLIGHT`, or another process.',
      stopping: 'Repeat; another process answers.',
      internal_error: 'Give the `requestId` to whoever runs the server.',
      answer_invalid: 'A fault of the server, which then shows nothing. Report it with the `requestId`.',
      audit_incomplete: 'A fault of the server, which then shows nothing. Report it with the `requestId`.',
    },
  },
]
