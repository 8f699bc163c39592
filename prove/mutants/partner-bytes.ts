import { inServer, serverTest, type Promised } from '../mutant.ts'

const remittances = 'src/domains/billing/remittances/'
const claims = 'src/domains/billing/claims/model/'
const x12 = 'src/vendors/clearinghouse/x12/'
const kept = (name: string) => serverTest('domains/billing/remittances/tests/kept-files.test.ts', name)
const pieces = (name: string) => serverTest('domains/billing/remittances/model/pieces-of-file.test.ts', name)
const envelopes = serverTest(
  'domains/billing/remittances/tests/envelopes.property.test.ts',
  'are each posted or held by their own envelope',
)
const video = (name: string) => serverTest('domains/visits/tests/received-reports.test.ts', name)
const mail = (name: string) => serverTest('tests/hold-reasons/hold-reasons-of-mail.test.ts', name)
const scrub = (name: string) => serverTest('domains/billing/claims/model/scrub-claim.test.ts', name)
const rules = (name: string) => serverTest('domains/billing/claims/model/every-rule-combination.test.ts', name)

/** What partners send is kept as it came, and a fault of it holds no more than it is about. */
export const partnerBytes: Promised = {
  subject: 'bytes',
  clauses: {
    'A file of the clearinghouse is kept byte for byte once it was read': [
      inServer(
        'bytes-line-breaks-are-nothing',
        `${remittances}model/pieces-of-file.ts`,
        ['found.push(text.slice(from, to))', 'found.push(text.slice(from, to).trim())'],
        pieces('byte for byte'),
      ),
      inServer(
        'bytes-a-file-is-deleted-once-read',
        `${remittances}workflows/change-of-batch.ts`,
        ['...(await insertPieces(context, divided)),', ''],
        kept('has its bytes, its reader and the patients'),
      ),
    ],
    'each piece under the key of the patient whose claim it names': [
      inServer(
        'bytes-one-key-for-all',
        `${remittances}model/owned-piece.ts`,
        ['return isOne ? { at, text, ...owner }', 'return !isOne ? { at, text, ...owner }'],
        kept('erasing one leaves the others'),
      ),
      inServer(
        'bytes-a-parent-with-the-payer',
        `${remittances}model/pieces-of-file.ts`,
        ["(of === 'QC' || of === 'IL')", "of === 'QC'"],
        { ...pieces('name one person each'), row: 'an answer about claims of children' },
      ),
    ],
    'with the version of its reader; one that was resolved elsewhere too': [
      inServer(
        'bytes-read-by-no-one',
        `${remittances}store/mailbox-files.ts`,
        ['fault = null, sealed = null, reader = $2::text', 'fault = null, sealed = null, reader = left($2::text, 0)'],
        kept('has its bytes, its reader and the patients'),
      ),
      inServer(
        'bytes-a-resolved-file-is-forgotten',
        `${remittances}workflows/change-of-resolved.ts`,
        ['content === null', 'content !== null'],
        kept('or was resolved elsewhere is divided'),
      ),
    ],
    'A file that names a patient whose record was erased is used for the others, without that piece': [
      inServer(
        'bytes-the-erased-stop-the-others',
        `${remittances}workflows/gather-claim-batch.ts`,
        [
          'await unlessErased(decryptClaimDetails(db, context, claim))',
          'await decryptClaimDetails(db, context, claim)',
        ],
        kept('about a patient whose record was erased is used for the others'),
      ),
      inServer(
        'bytes-the-erased-are-kept-with-the-frames',
        `${remittances}store/file-pieces.ts`,
        ['from billing.claims where number', 'from billing.claims where claims.number is null and number'],
        kept('about a patient whose record was erased is used for the others'),
      ),
    ],
    'What a person posts by hand once they have undone the answer of a next payer moves no money again': [
      inServer(
        'bytes-an-answer-that-stands-is-undone',
        `${remittances}workflows/post-next-claim.ts`,
        ['!isChosen || answers.some', 'answers.length > 99 || answers.every'],
        serverTest('domains/billing/remittances/tests/second-payer.test.ts', 'that the payer reverses is undone'),
      ),
    ],
    'What is about no patient is deleted after the years of financial records': [
      inServer(
        'bytes-frames-for-ever',
        `${remittances}store/file-pieces.ts`,
        [
          "'patient_id is null and created_at <= $1::timestamptz'",
          '"patient_id is null and created_at < $1::timestamptz - interval \'9 years\'"',
        ],
        kept('and not a day before'),
      ),
      inServer(
        'bytes-records-with-the-frames',
        `${remittances}store/file-pieces.ts`,
        ["'patient_id is null and created_at <= $1::timestamptz'", "'created_at <= $1::timestamptz'"],
        kept('and not a day before'),
      ),
    ],
    'A report of a video vendor that was followed is kept as it came, with what was made of it': [
      inServer(
        'bytes-a-followed-report-is-dropped',
        'src/domains/visits/operations/receive-video-webhook.ts',
        ['...(isFollowed ? [insertReceivedReport(newId(), received)] : []),', ''],
        video('is stored once, as it came'),
      ),
      inServer(
        'bytes-nothing-was-made-of-it',
        'src/domains/visits/model/received-report.ts',
        ['followed.some(({ kind }) => kind === effect)', 'followed.length > 9 && effect'],
        video('is stored once, as it came'),
      ),
      inServer(
        'bytes-rooms-of-others',
        'src/domains/visits/operations/receive-video-webhook.ts',
        ['holdOf(report, known) === null && !isElsewhere(report)', 'holdOf(report, known) === null'],
        video('is not stored here if it is about a room of another organization'),
      ),
      inServer(
        'bytes-who-was-there-for-ninety-days',
        'src/domains/visits/jobs/delete-old-reports.ts',
        ['old.patient_id is not null', 'false'],
        video('is kept with the record of its patient'),
      ),
    ],
    'A fault of an envelope holds its own transaction, and the others are posted': [
      inServer(
        'bytes-a-count-that-is-wrong',
        `${x12}read-group.ts`,
        ['!== inside.length + 2) throw', '!== inside.length + 2 && inside.length < 0) throw'],
        envelopes,
      ),
      inServer(
        'bytes-a-set-without-an-end',
        `${x12}read-group.ts`,
        ["if (closing === null) throw new X12Unreadable('unclosed', 'ST')", 'if (closing === null) return'],
        envelopes,
      ),
      inServer(
        'bytes-the-number-of-another-set',
        `${x12}read-group.ts`,
        ['if (elementAt(closing, 2) !== elementAt(opening, 2)) throw', 'if (elementAt(closing, 2) === null) throw'],
        envelopes,
      ),
      inServer(
        'bytes-a-group-for-a-set',
        'src/vendors/clearinghouse/read-response.ts',
        [
          'group.fault === null || group.isOnlyCut ?',
          'group.fault === null && group.sets.every((set) => set.fault === null) ?',
        ],
        envelopes,
      ),
      inServer(
        'bytes-what-is-missing-is-not-said',
        `${x12}read-group.ts`,
        [
          'contradiction === null && wholeNumberAt(closing, 1) > sets.length',
          'contradiction === null && sets.length > 999',
        ],
        envelopes,
      ),
    ],
    'A patient who replies to a notice by mail learns once a day that it is not read, where they want notices': [
      inServer(
        'bytes-a-reply-by-mail-is-not-answered',
        'src/domains/messaging/reactions/on-partner-message-held-notify-patient.ts',
        ["  mail: 'mail-not-read',\n", ''],
        mail('learns once a day that it is not read for care'),
      ),
      inServer(
        'bytes-an-answer-to-each-reply',
        'src/domains/messaging/reactions/on-partner-message-held-notify-patient.ts',
        ['${context.now.toISOString().slice(0, 10)}', '${data.messageId}'],
        mail('learns once a day that it is not read for care'),
      ),
    ],
    'What is probably mistyped in a claim is a finding': [
      inServer(
        'bytes-any-charge',
        `${claims}scrub-entries.ts`,
        ['const farFactor = 2', 'const farFactor = 2_000_000'],
        scrub('charges the hundredfold'),
        scrub('charges a cent for what costs ten dollars'),
      ),
      inServer(
        'bytes-a-diagnosis-twice',
        `${claims}scrub-entries.ts`,
        ["code.replaceAll('.', '').toUpperCase()", 'code'],
        scrub('says one diagnosis twice, with and without its dot'),
      ),
      inServer(
        'bytes-any-modifier',
        `${claims}scrub-coding.ts`,
        ['!/^\\d\\d$/.test(modifier) && !known.has(modifier)', 'modifier.length > 2'],
        scrub('has a modifier that does not exist'),
      ),
    ],
    'A laboratory that answers with its own codes alone completes the panel whose member its catalog knows': [
      inServer(
        'bytes-codes-of-a-laboratory-are-unknown',
        'src/domains/labs/inbound/receive-reports.ts',
        ["report.test.loinc || (catalog.find(laboratoryId, report.test.code)?.loinc ?? '')", 'report.test.loinc'],
        serverTest('domains/labs/tests/panels.test.ts', 'is complete by codes of the laboratory alone'),
      ),
    ],
    'A laboratory writes in the name of no other that the same authority has signed': [
      inServer(
        'bytes-any-certificate',
        'src/vendors/laboratory/mllp-listener.ts',
        ['known.certificate !== certificate', 'certificate === null'],
        serverTest('vendors/laboratory/sender-certificates.test.ts', 'writes in the name of no other'),
      ),
    ],
    'Every combination of the rules passes the strict grammar': [
      inServer(
        'bytes-a-void-without-its-original',
        'src/vendors/clearinghouse/claim-segments.ts',
        ["segment('REF', 'F8',", "segment('REF', 'G1',"],
        rules('as a claim: kind of payer'),
      ),
      inServer(
        'bytes-one-service-type-for-all',
        'src/vendors/clearinghouse/write-eligibility-inquiry.ts',
        ["request.serviceTypes ?? account.serviceTypes ?? ['30', '98']", "['30', '98']"],
        rules('as a 270'),
      ),
    ],
  },
}
