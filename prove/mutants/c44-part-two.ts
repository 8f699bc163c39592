import { elementTest, inFile, inServer, serverTest, type Promised } from '../mutant.ts'

const signing = (name: string) => serverTest('domains/consent/tests/part-two.test.ts', name)
const sending = (name: string) => serverTest('tests/part-two.test.ts', name)
const between = (name: string) => serverTest('tests/part-two-between-visits.test.ts', name)
const gate = 'src/platform/sensitive/part-two.ts'
const elements = 'src/domains/consent/model/part-two.ts'
const accompanied = sending('sends each message with the notice and what the patient agreed to')

export const partTwo: Promised = {
  subject: 'C44',
  clauses: {
    'A consent to share substance use records has each element of 42 CFR 2.31 as a property of its own, and is not signed without one':
      [
        inServer(
          'C44-an-element-may-lack',
          elements,
          ['if (missing.length > 0) throw', 'if (missing.length > 99) throw'],
          { ...signing('and says what is missing'), row: 'which information' },
          { ...signing('and says what is missing'), row: 'when it ends' },
        ),
      ],
    'the person signs it in writing, and saves a copy that proves it': [
      inServer(
        'C44-staff-attest-it',
        'src/domains/consent/model/consent-rule.ts',
        ["return { form: 'written', sources: ['42 CFR", "return { form: 'verbal-documented', sources: ['42 CFR"],
        signing('is signed by the person in writing'),
      ),
      inServer(
        'C44-the-copy-lacks-what-was-chosen',
        'src/domains/consent/model/consent-evidence.ts',
        ['  zone: body.zone,\n  partTwo,\n', '  zone: body.zone,\n  partTwo: partTwo && null,\n'],
        signing('has each element as data'),
      ),
    ],
    'Counseling notes and legal proceedings each need a consent of their own': [
      inServer(
        'C44-one-consent-for-all',
        elements,
        ['if (combined.length > 0) throw', 'if (combined.length > 99) throw'],
        { ...signing('which has its own'), row: 'counseling notes' },
        { ...signing('which has its own'), row: 'a legal proceeding' },
      ),
    ],
    'Substance use counseling notes are of a kind of their own, in each specialty, and only their author reads them': [
      inServer(
        'C44-counseling-notes-are-of-no-kind',
        'src/domains/documentation/model/specialty-notes.ts',
        ['if (isAboutSubstanceUse) return', "if (isAboutSubstanceUse && specialty === '') return"],
        between('of a kind of their own'),
      ),
      inServer(
        'C44-a-colleague-reads-them',
        'src/domains/documentation/store/psychotherapy-notes.ts',
        [".where('author_id', '=', personUuidOf(caller))", ''],
        serverTest('domains/documentation/tests/chart.test.ts', 'are read and written only by the person who held'),
      ),
      inFile(
        'C44-counseling-notes-by-another-name',
        'packages/elements/src/note-editor/psychotherapy-note.ts',
        ['${t(`heading_${this.#kind}`)}', "${t('heading_psychotherapy')}"],
        elementTest('src/note-editor/psychotherapy-note.test.ts', 'counseling notes have their own name'),
      ),
    ],
    'the author reads whether the consent to them is in force, and what goes with a copy': [
      inServer(
        'C44-an-ended-consent-covers-counseling-notes',
        gate,
        [
          'if (consent === null || (consent.endsAt !== null && consent.endsAt <= now)) return null',
          'if (consent === null || now === consent.endsAt) return null',
        ],
        between('that no other consent covers'),
      ),
      inServer(
        'C44-another-consent-covers-counseling-notes',
        'src/platform/sensitive/part-two-gate.ts',
        ["patientId, 'part-two-counseling-notes'), now)", "patientId, 'part-two-disclosure'), now)"],
        between('that no other consent covers'),
      ),
      inFile(
        'C44-a-copy-without-the-notice',
        'packages/elements/src/note-editor/psychotherapy-note.ts',
        ['${consent.scope} ${consent.notice}', '${consent.scope}'],
        elementTest('src/note-editor/psychotherapy-note.test.ts', 'counseling notes have their own name'),
      ),
    ],
    'What a practitioner prescribes or orders without naming a visit is protected as the visit that it continues': [
      inServer(
        'C44-orders-between-visits-go',
        'src/domains/labs/operations/place-lab-order.ts',
        ['visitId: visitId ?? continuedVisitId,', 'visitId: visitId ?? (continuedVisitId && null),'],
        between('is neither ordered nor prescribed without the consent'),
      ),
      inServer(
        'C44-prescriptions-between-visits-go',
        'src/domains/prescriptions/kernel/workflows/send-script.ts',
        ['visitId: visitId ?? continuedVisitId,', 'visitId: visitId ?? (continuedVisitId && null),'],
        between('is neither ordered nor prescribed without the consent'),
      ),
      inServer(
        'C44-a-renewal-continues-nothing',
        'src/domains/prescriptions/prescribing/workflows/gather-continued-visit.ts',
        ['continued?.visitId ?? continued?.continuedVisitId ?? null', 'continued?.continuedVisitId ?? null'],
        between('is what it renews'),
      ),
      inServer(
        'C44-every-practitioner-continues-it',
        'src/domains/visits/store/records-of-visits.ts',
        ['practitionerId === undefined\n', "practitionerId !== ''\n"],
        between('by a practitioner who held no such visit'),
      ),
      inServer(
        'C44-between-visits-a-proxy-reads-it',
        'src/domains/prescriptions/kernel/store/records-of-visits.ts',
        [' or continued_visit_id = any(${visitIds}::uuid[]))', ')'],
        between('does not exist for a proxy'),
      ),
    ],
    'the stored copy of a claim has no notice, and each sending adds it': [
      inServer(
        'C44-the-notice-is-stored',
        'src/domains/billing/claims/model/accompany-file.ts',
        ['{ ...claim, file }', 'Object.assign(claim, { file })'],
        serverTest('domains/billing/claims/transmissions/send-claim-file.test.ts', 'the stored copy of a claim'),
      ),
    ],
    'Nothing about such a visit is sent to a laboratory, a pharmacy or an insurer without a consent that covers recipient, purpose and information':
      [
        inServer(
          'C44-no-visit-is-protected',
          'src/platform/sensitive/part-two-gate.ts',
          ['if (!visitIds.includes(visitId))', 'if (visitIds.length >= 0)'],
          sending('sends nothing without the consent'),
        ),
        inServer(
          'C44-any-recipient',
          gate,
          ['consent.recipients.includes(recipient) &&', 'consent.recipients.length >= 0 &&'],
          sending('sends nothing to whom, for what or about what'),
        ),
        inServer(
          'C44-any-purpose',
          gate,
          ['consent.purposes.includes(purpose) &&', 'consent.purposes.length >= 0 &&'],
          sending('sends nothing to whom, for what or about what'),
        ),
        inServer(
          'C44-any-information',
          gate,
          ['consent.information.includes(information)', 'consent.information.length >= 0'],
          sending('sends nothing to whom, for what or about what'),
        ),
      ],
    'the person who asks for it reads why': [
      inServer(
        'C44-refused-without-a-word',
        'src/platform/database/changes/keep-change.ts',
        ["if (context.caller.kind !== 'system')", "if (context.caller.kind === 'system')"],
        sending('sends nothing without the consent'),
      ),
    ],
    'what waits is not sent after the consent is revoked, nor anything after its last day': [
      inServer(
        'C44-an-ended-consent-serves',
        gate,
        ['if (hasEnded && !completes)', 'if (hasEnded && completes === null)'],
        sending('sends nothing of what waits once the consent is revoked'),
        sending('sends nothing after the last day'),
      ),
      inServer(
        'C44-the-sender-does-not-ask',
        'src/platform/partners/attempt-transmission.ts',
        ['{ ...about, payload }, begun.now)', '{ ...about, visitId: null, payload }, begun.now)'],
        sending('sends nothing of what waits once the consent is revoked'),
      ),
    ],
    'a pharmacy that has a prescription receives its cancellation': [
      inServer(
        'C44-a-cancellation-is-refused',
        'src/domains/prescriptions/messages/transmissions/transmit-script.ts',
        ["about !== 'new',", "about === 'none',"],
        sending('cancels at a pharmacy what it has'),
      ),
    ],
    'Everything that sends to a partner says what it discloses of a visit': [
      inServer(
        'C44-a-sender-says-another-recipient',
        'src/domains/labs/transmissions/send-order.ts',
        ["recipient: 'laboratories'", "recipient: 'pharmacies'"],
        serverTest('tests/part-two-senders.test.ts', 'says what it discloses of a visit'),
      ),
    ],
    'The notice of 42 CFR 2.32 and the scope of the consent go with each order, prescription and claim': [
      inServer(
        'C44-an-order-without-the-notice',
        'src/domains/labs/model/accompany-order.ts',
        ['accompaniment: [notice, scope]', 'accompaniment: [scope].filter((each) => each !== notice)'],
        accompanied,
      ),
      inServer(
        'C44-a-prescription-without-the-scope',
        'src/domains/prescriptions/messages/model/accompany-script.ts',
        ["shortNotice, shortScope].join(' ')", "shortNotice, shortScope].slice(0, -1).join(' ')"],
        accompanied,
      ),
      inServer(
        'C44-a-claim-without-the-notice',
        'src/vendors/clearinghouse/accompany-claim-file.ts',
        ["if (tag === 'HI') written", "if (tag === 'HX') written"],
        accompanied,
      ),
    ],
    'the accounting of disclosures names recipient, purpose and consent': [
      inServer(
        'C44-no-account-of-the-consent',
        'src/platform/partners/disclosure-rows.ts',
        ['...(disclosed && consentId !== null', "...(disclosed && consentId === ''"],
        accompanied,
      ),
    ],
    'A request for the record in a legal proceeding is refused without the consent to it or an order of a court with a subpoena, and the refusal is recorded with its ground':
      [
        inServer(
          'C44-a-subpoena-is-enough',
          'src/domains/compliance/model/record-request.ts',
          ["if (basis === 'court-order-with-subpoena')", "if (basis !== 'none')"],
          { ...sending('proceeding without the consent to it'), row: 'civil' },
          { ...sending('proceeding without the consent to it'), row: 'criminal' },
        ),
        inServer(
          'C44-a-refusal-leaves-no-trace',
          'src/domains/compliance/operations/decide-record-request.ts',
          ['writes: [insertRecordRequest(request)]', 'writes: [insertRecordRequest(request)].slice(1)'],
          { ...sending('proceeding without the consent to it'), row: 'civil' },
        ),
      ],
    'A proxy without the scope for it does not learn of the consent': [
      inServer(
        'C44-a-proxy-reads-the-consent',
        'src/domains/consent/store/records-of-visits.ts',
        [" or purpose like 'part-two-%')", ')'],
        sending('is not shown by its consent to a proxy'),
      ),
    ],
    'A question about a claim has no place for the notice and is not sent': [
      inServer(
        'C44-a-question-without-the-notice',
        'src/domains/billing/claims/transmissions/send-status-inquiry.ts',
        ["accompany: 'no-place',", 'accompany: (payload) => payload,'],
        sending('asks a payer nothing about its claim'),
      ),
    ],
    'A privacy officer writes such a request down on a screen that says what the law permits': [
      inFile(
        'C44-every-request-was-ordered',
        'packages/elements/src/privacy-desk/proceeding-form.ts',
        ["bases.find((each) => each === valueOf('basis')) ?? 'none'", "'court-order-with-subpoena'"],
        {
          ...elementTest('src/privacy-desk/proceedings.test.ts', 'the person reads and hears what the law says'),
          row: 'with subpoena',
        },
      ),
      inFile(
        'C44-a-refusal-without-its-ground',
        'packages/elements/src/privacy-desk/proceedings-part.ts',
        ['<p>${t(`ground_${one.ground}`)}</p>', ''],
        elementTest('src/privacy-desk/proceedings.test.ts', 'a request that was refused says by whom'),
      ),
    ],
  },
}
