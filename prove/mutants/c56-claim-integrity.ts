import { inServer, serverTest, type Promised } from '../mutant.ts'

const billing = 'src/domains/billing/'
const scrub = (name: string) => serverTest('domains/billing/claims/model/scrub-claim.test.ts', name)
const claims = (name: string) => serverTest('domains/billing/claims/tests/claims.test.ts', name)
const life = (name: string) => serverTest('domains/billing/claims/model/claim-lifecycle.test.ts', name)
const posting = (name: string) => serverTest('domains/billing/remittances/model/post-remittance.test.ts', name)
const balance = (name: string) => serverTest('domains/billing/remittances/model/balance-remittance.test.ts', name)
const secondPayer = (name: string) => serverTest('domains/billing/remittances/tests/second-payer.test.ts', name)

export const claimIntegrity: Promised = {
  subject: 'C56',
  clauses: {
    'A claim is made from the signed note and the visit and cannot disagree with them': [
      inServer(
        'C56-another-practitioner',
        `${billing}claims/model/scrub-agreement.ts`,
        ['claim.renderingProvider.npi === practitioner.npi', 'practitioner.npi !== null'],
        scrub('names another practitioner'),
      ),
      inServer(
        'C56-another-day',
        `${billing}claims/model/scrub-agreement.ts`,
        ['line.serviceDay === serviceDay', "line.serviceDay !== ''"],
        scrub('names another day'),
      ),
      inServer(
        'C56-another-diagnosis',
        `${billing}claims/model/scrub-agreement.ts`,
        ['noted.has(plain(code)) ?', "noted.has(plain(code)) || code !== '' ?"],
        scrub('has a diagnosis of its own'),
      ),
      inServer(
        'C56-more-units',
        `${billing}claims/model/scrub-agreement.ts`,
        ['if (billed > units)', 'if (billed > units + 9)'],
        scrub('has more units than the note'),
      ),
      inServer(
        'C56-a-note-that-is-not-signed',
        `${billing}claims/model/scrub-agreement.ts`,
        ['visit.note === null ? [noteMissing]', 'visit.note === null ? []'],
        scrub('is of a note that is not signed'),
      ),
      inServer(
        'C56-a-visit-that-failed',
        `${billing}claims/model/scrub-agreement.ts`,
        ["visit.outcome === 'completed' || visit.outcome === 'emergency' ? []", 'visit.outcome !== undefined ? []'],
        scrub('is of a visit that failed'),
      ),
      inServer(
        'C56-what-changes-later-is-not-seen',
        `${billing}claims/workflows/revalidate-claim.ts`,
        ['  if (before.stale) throw claimBlocked([stale])\n', ''],
        serverTest('domains/billing/claims/tests/claim-form.test.ts', 'is not printed after the visit has changed'),
      ),
    ],
    'looked at again when it is sent: license': [
      inServer(
        'C56-no-license',
        `${billing}claims/model/scrub-identities.ts`,
        ['return held ? [] : [licenseMissing]', 'return []'],
        scrub('without a license where the patient was'),
      ),
      inServer(
        'C56-sent-as-it-lay-there',
        `${billing}claims/workflows/revalidate-claim.ts`,
        ['if (blocking.length > 0) throw', 'if (blocking.length < 0) throw'],
        serverTest(
          'domains/billing/claims/tests/checks.test.ts',
          'blocks a claim whose coverage did not hold on the day of the visit',
        ),
      ),
    ],
    consent: [
      inServer(
        'C56-no-consent',
        `${billing}claims/model/scrub-identities.ts`,
        ["visit.consent === 'missing' ? [consentMissing]", "visit.consent === 'missing' ? []"],
        scrub('is without consent'),
      ),
    ],
    place: [
      inServer(
        'C56-another-place',
        `${billing}claims/model/scrub-agreement.ts`,
        ['claim.placeOfService === place ? []', "place !== '10' || place === '10' ? []"],
        scrub('has 02 for a patient at home'),
      ),
      inServer(
        'C56-another-place-on-a-line',
        `${billing}claims/model/scrub-agreement.ts`,
        ['line.placeOfService === null || line.placeOfService === place ?', 'line.placeOfService !== undefined ?'],
        scrub('has another place on a line'),
      ),
    ],
    modifiers: [
      inServer(
        'C56-no-modifier',
        `${billing}claims/model/scrub-coding.ts`,
        ['missing.length === 0 && excess.length === 0', 'excess.length === 0'],
        scrub('lacks the modifier'),
      ),
      inServer(
        'C56-too-many-modifiers',
        `${billing}claims/model/scrub-coding.ts`,
        ['missing.length === 0 && excess.length === 0', 'missing.length === 0'],
        scrub('says both'),
      ),
    ],
    pointers: [
      inServer(
        'C56-pointers-to-nothing',
        'src/vendors/clearinghouse/claim-segments.ts',
        ['each < 1 || each > diagnoses)', 'each < 1)'],
        scrub('points at a diagnosis that is not there'),
      ),
    ],
    'NPI check digits': [
      inServer(
        'C56-any-number-is-an-npi',
        'src/platform/identifiers/is-npi.ts',
        ['% 10 === 0', '% 10 < 10'],
        serverTest('platform/identifiers/is-npi.test.ts'),
        scrub('has an NPI with a wrong check digit'),
      ),
    ],
    duplicates: [
      inServer(
        'C56-billed-twice',
        `${billing}claims/model/scrub-filing.ts`,
        ["claim.frequency === 'original' && others.has(own)", 'false'],
        serverTest('domains/billing/claims/model/scrub-filing.test.ts'),
      ),
      inServer(
        'C56-twice-on-one-claim',
        `${billing}claims/model/scrub-filing.ts`,
        ['return repeats || billedBefore', 'return billedBefore'],
        scrub('has the same service in two lines'),
      ),
    ],
    'filing date': [
      inServer(
        'C56-filed-too-late',
        `${billing}claims/model/scrub-filing.ts`,
        ['if (today > until)', "if (today > '9999-12-31')"],
        serverTest('domains/billing/claims/model/scrub-filing.test.ts'),
      ),
      inServer(
        'C56-filed-before-it-happened',
        `${billing}claims/model/scrub-filing.ts`,
        ['if (last > today) return [future]\n', ''],
        serverTest('domains/billing/claims/model/scrub-filing.test.ts', 'does not send what has not happened yet'),
      ),
    ],
    restriction: [
      inServer(
        'C56-a-payer-learns-of-it',
        `${billing}claims/model/scrub-claim.ts`,
        ['if (visit.restricted) return [restricted]\n', ''],
        scrub('discloses nothing of a visit that the patient pays for'),
      ),
      inServer(
        'C56-the-wish-is-not-asked-for-again',
        `${billing}claims/workflows/require-payer-disclosure-allowed.ts`,
        [' || restricted', ''],
        serverTest('domains/billing/claims/tests/restrictions.test.ts', 'is checked again when a claim is sent'),
      ),
      inServer(
        'C56-a-wish-at-the-same-moment-is-lost',
        `${billing}accounts/store/visit-accounts.ts`,
        ['for no key update) = $2::boolean`', 'for no key update) = $2::boolean or true`'],
        serverTest(
          'domains/billing/claims/tests/restrictions.test.ts',
          'is not undone by a simultaneous change of the claim',
        ),
      ),
    ],
    '999 and 277CA never mean money': [
      inServer(
        'C56-a-status-of-another-patient',
        `${billing}remittances/workflows/receive-claim-statuses.ts`,
        ["  if (name === false || memberId === false) return 'patient_differs'\n", '  void [name, memberId]\n'],
        serverTest('domains/billing/remittances/tests/status-inquiries.test.ts', 'about another patient'),
      ),
      inServer(
        'C56-accepted-is-paid',
        `${billing}claims/model/claim-lifecycle.ts`,
        ["        ? 'accepted'\n        : null", "        ? 'paid'\n        : null"],
        life('is never paid by anything but a decision of the payer'),
        claims('is never shown as paid by an acknowledgment alone'),
      ),
      inServer(
        'C56-a-late-999-leads-back',
        `${billing}claims/model/claim-lifecycle.ts`,
        ["return state === 'sending' || state === 'undelivered' ? 'received' : null", "return 'received'"],
        life('ends alike in whatever order acknowledgments and decision arrive'),
      ),
    ],
    'Charge, payments and what is left agree to the cent, by property test': [
      inServer(
        'C56-the-next-payer-is-not-compared',
        `${billing}remittances/workflows/post-next-claim.ts`,
        ['  if (foreign !== null) return foreign\n', '  void foreign\n'],
        secondPayer('is answered once'),
      ),
      inServer(
        'C56-the-next-payer-answers-about-any-claim',
        `${billing}remittances/operations/match-held-line.ts`,
        ["    if (isOfOtherClaim) throw lineNotPostable('other-claim')\n", '    void isOfOtherClaim\n'],
        secondPayer('is answered by hand at the desk when its answer is held'),
      ),
      inServer(
        'C56-more-than-waits-for-the-next-payer',
        `${billing}remittances/model/answer-of-next-payer.ts`,
        [' || paidCents + patientCents > heldCents', ''],
        secondPayer('is answered once'),
      ),
      inServer(
        'C56-a-refusal-of-the-next-payer-is-taken-off',
        `${billing}remittances/model/answer-of-next-payer.ts`,
        ["if (status === 'denied' || (paidCents === 0 && (patientCents === 0 || isMedicaid)))", 'if (paidCents < 0)'],
        secondPayer('is answered once'),
      ),
      inServer(
        'C56-a-cent-is-lost',
        `${billing}remittances/model/post-remittance.ts`,
        ['insuranceCents: -remitted.paidCents,', 'insuranceCents: 1 - remitted.paidCents,'],
        posting('moves no cent more or less than was charged'),
      ),
      inServer(
        'C56-a-reversal-is-not-whole',
        `${billing}kernel/model/account-ledger.ts`,
        ['patientCents: 0 - patientCents,', 'patientCents: 0,'],
        posting('and its reversal come to nothing'),
      ),
      inServer(
        'C56-a-payment-that-does-not-add-up',
        `${billing}remittances/model/balance-remittance.ts`,
        ['expectedCents === foundCents ? []', 'Math.abs(expectedCents - foundCents) < 2 ? []'],
        balance('finds one cent that a provider adjustment took'),
      ),
      inServer(
        'C56-paid-twice',
        `${billing}remittances/model/post-remittance.ts`,
        ['standing && !isSuperseded', 'false'],
        posting('never happens twice without a reversal'),
      ),
      inServer(
        'C56-two-payments-for-one-visit',
        `${billing}accounts/store/accounts.ts`,
        ['is not distinct from $2::integer`', 'is not distinct from $2::integer or true`'],
        serverTest(
          'domains/billing/accounts/tests/account-races.test.ts',
          'pays a visit once, and the rest is a credit',
        ),
      ),
      inServer(
        'C56-an-outdated-claim-is-posted',
        `${billing}claims/store/claims.ts`,
        ['as locked) = cardinality($1::uuid[])`', 'as locked) = cardinality($1::uuid[]) or true`'],
        serverTest(
          'domains/billing/remittances/tests/mailbox-races.test.ts',
          'is decided again when one of its claims has changed in the meantime',
        ),
      ),
      inServer(
        'C56-a-file-counts-twice',
        `${billing}remittances/store/mailbox-files.ts`,
        ['as locked) = cardinality($1::uuid[])`', 'as locked) = cardinality($1::uuid[]) or true`'],
        serverTest(
          'domains/billing/remittances/tests/mailbox-races.test.ts',
          'counts once when another process has processed it in the meantime',
        ),
      ),
    ],
    'and by a check of the database': [
      inServer(
        'C56-the-database-does-not-add-up',
        `${billing}kernel/store/migrations/0001-billing.ts`,
        [
          "'check (insurance_cents + patient_cents = charge_cents - insurance_paid_cents - discount_cents - patient_paid_cents)',",
          "'check (charge_cents is not null)',",
        ],
        serverTest('domains/billing/accounts/tests/account.test.ts', 'adds up to the cent in the database itself'),
      ),
    ],
    'A claim is written in the order of the guide, for a reader that shares no line with the writer': [
      inServer(
        'C56-no-assignment-of-benefits',
        'src/vendors/clearinghouse/prior-decision-segments.ts',
        ["    segment('OI', '', '', 'Y', '', '', 'Y'),\n", ''],
        serverTest('vendors/clearinghouse/grammar/strict-grammar.test.ts', 'accepts every 837P'),
      ),
      inServer(
        'C56-a-decision-that-does-not-add-up',
        'src/vendors/clearinghouse/prior-decision-segments.ts',
        ["  if (!isLinesBalanced) fields.fault(`${pointer}/lines`, 'inconsistent')\n", '  void isLinesBalanced\n'],
        serverTest('vendors/clearinghouse/write-claim-file.test.ts', 'whose decision does not add up'),
      ),
      inServer(
        'C56-diagnoses-before-the-numbers',
        'src/vendors/clearinghouse/claim-segments.ts',
        [
          "    ...originalClaim(claim, pointer, fields),\n    segment('HI', ...diagnosisComposites(claim, pointer, fields)),",
          "    segment('HI', ...diagnosisComposites(claim, pointer, fields)),\n    ...originalClaim(claim, pointer, fields),",
        ],
        serverTest('vendors/clearinghouse/write-claim-file.test.ts', 'writes its segments in the order of the guide'),
      ),
      inServer(
        'C56-the-day-before-the-service',
        'src/vendors/clearinghouse/party-segments.ts',
        [
          '  ...addressSegments(person.address, `${pointer}/address`, fields),\n  birthSegment(person, pointer, fields),',
          '  birthSegment(person, pointer, fields),\n  ...addressSegments(person.address, `${pointer}/address`, fields),',
        ],
        serverTest('vendors/clearinghouse/write-claim-file.test.ts', 'writes its segments in the order of the guide'),
      ),
    ],
  },
}
