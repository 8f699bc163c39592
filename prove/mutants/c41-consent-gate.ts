import { elementTest, inFile, inServer, serverTest, type Promised } from '../mutant.ts'

const visit = 'src/domains/visits/model/visit.ts'
const model = 'src/domains/visits/model/emergency-admission.ts'
const emergency = (name: string) => serverTest('domains/visits/tests/emergency-admissions.test.ts', name)
const atCheckIn = serverTest(
  'domains/visits/tests/consent-at-each-visit.test.ts',
  'is asked for at the next visit again',
)

export const consentGate: Promised = {
  subject: 'C41',
  clauses: {
    'Check-in, admission and every seat require the consent to telehealth treatment': [
      inServer(
        'C41-no-consent-is-needed',
        visit,
        ['  if (missing.length > 0) throw consentMissing(missing)\n', ''],
        atCheckIn,
        serverTest('domains/visits/tests/room.test.ts', 'closes for everyone once the consent is revoked'),
      ),
    ],
    'In an emergency a practitioner admits without it, with a reason of a closed list, a text and a fresh authentication':
      [
        inServer(
          'C41-no-emergency',
          visit,
          [
            "if (emergencyReason === null || purpose !== 'telehealth-treatment') return false",
            'if (purpose) return false',
          ],
          emergency('begins with a reason and a text'),
        ),
        inFile(
          'C41-an-old-authentication',
          'packages/contract/generated/operations.ts',
          [
            '"clientMethod":"visits.admitInEmergency","idempotent":true,"byPerson":true,"stepUp":true',
            '"clientMethod":"visits.admitInEmergency","idempotent":true,"byPerson":true,"stepUp":false',
          ],
          emergency('needs a reason of the list'),
        ),
      ],
    'a refusal stays, unless the patient cannot decide': [
      inServer(
        'C41-an-emergency-overrules-a-refusal',
        model,
        ["if (isRefused && reason !== 'cannot-decide') throw consentRefused()", 'void consentRefused'],
        emergency('never goes before a refusal'),
      ),
      inServer(
        'C41-a-revoked-consent-is-no-refusal',
        model,
        ["standing.status === 'declined' || standing.reason === 'revoked'", "standing.status === 'declined'"],
        emergency('nor before a consent that was revoked'),
      ),
    ],
    'and stops when the patient declines afterwards': [
      inServer(
        'C41-what-the-admission-knew-stops-it',
        'src/domains/visits/reactions/on-consent-changed-stop-visits.ts',
        ['if (isWaived(visit, purpose, standing)) return null', ''],
        emergency('admits a patient who waits already'),
      ),
      inServer(
        'C41-a-later-refusal-does-not-count',
        visit,
        [
          'return !isRefused || (consentId !== undefined && consentId === emergencyRefusedId)',
          'return consentId !== null',
        ],
        emergency('stops when the patient'),
      ),
      inServer(
        'C41-a-later-refusal-stops-nothing',
        'src/domains/visits/reactions/on-consent-changed-stop-visits.ts',
        ["'declined' && visit.emergencyReason !== null", "'declined' && visit.emergencyReason === null"],
        emergency('stops when the patient'),
      ),
    ],
    'It waives nothing else': [
      inServer(
        'C41-an-emergency-waives-the-license',
        visit,
        [
          'if (visit.licenseRequired && !isLicensed(state))',
          'if (visit.licenseRequired && !visit.emergencyReason && !isLicensed(state))',
        ],
        emergency('waives nothing else'),
      ),
    ],
    'The patient reads the reason in the access log': [
      inServer(
        'C41-the-log-has-no-reason',
        'src/domains/visits/operations/admit-in-emergency.ts',
        ['    access.because(`emergency-${body.reason}`)\n', '    void access\n'],
        emergency('is in the access log with the reason'),
      ),
    ],
    'the visit says so to both sides': [
      inServer(
        'C41-the-visit-does-not-say-so',
        'src/domains/visits/presenters/present-visit.ts',
        ['...(visit.emergencyReason !== null &&', '...(visit.emergencyReason === null &&'],
        emergency('begins with a reason and a text'),
      ),
      inFile(
        'C41-the-room-does-not-say-so',
        'packages/elements/src/video-room/during-call.ts',
        ['if (!visit?.emergencyAdmission) return nothing', 'if (visit) return nothing\n    if (!visit) return nothing'],
        elementTest('src/video-room/emergency-note.test.ts', 'the visit says that it began in an emergency'),
      ),
    ],
    'Another person than who admitted reviews it, once': [
      inServer(
        'C41-ones-own-review',
        model,
        ['if (admission.memberId === reviewedBy) throw ownEmergencyAdmission()', 'void ownEmergencyAdmission'],
        emergency('waits for a privacy officer'),
      ),
      inServer(
        'C41-a-second-review',
        model,
        ['if (!awaitsReview(admission)) throw emergencyAdmissionReviewed()', 'void emergencyAdmissionReviewed'],
        emergency('waits for a privacy officer'),
      ),
      inFile(
        'C41-no-review-in-the-inbox',
        'packages/elements/src/inbox/inbox-parts.ts',
        ['    parts.admissions,\n', ''],
        elementTest('src/privacy-desk/emergency-admissions.test.ts', 'a reviewer reads who admitted'),
      ),
    ],
    'after three days administrators see it too': [
      inServer(
        'C41-no-review-is-late',
        'src/domains/visits/store/emergency-admissions.ts',
        ["    .where('review_by', '<=', now)\n", "    .where('review_by', '<', new Date(0))\n"],
        emergency('is escalated, once, to administrators'),
      ),
      inServer(
        'C41-administrators-see-what-is-not-late',
        'src/domains/visits/operations/list-emergency-admissions.ts',
        [
          'escalated: !ports.reviewsAccesses(context.caller)',
          'escalated: false && !ports.reviewsAccesses(context.caller)',
        ],
        emergency('is escalated, once, to administrators'),
      ),
      inFile(
        'C41-what-is-late-is-not-marked',
        'packages/elements/src/privacy-desk/emergency-admissions.ts',
        ['escalatedAt === undefined ? nothing', 'escalatedAt !== null ? nothing'],
        elementTest('src/privacy-desk/emergency-admissions.test.ts', 'says until when it is reviewed'),
      ),
    ],
    'A patient who declines reads which number to call, to be seen in another way': [
      inFile(
        'C41-declining-is-a-dead-end',
        'packages/elements/src/consent-dialog/consent-question.ts',
        ["phone ? html`${t('orCall')} ${phoneLink(phone)}` : nothing", 'nothing'],
        elementTest('src/consent-dialog/consent-dialog.test.ts', 'who does not agree reads whom to call'),
      ),
    ],
  },
}
