import { elementTest, inFile, inServer, serverTest, type Promised } from '../mutant.ts'

const accesses = (name: string) => serverTest('domains/directory/tests/emergency-accesses.test.ts', name)
const model = (name: string) => serverTest('domains/directory/model/emergency-access.test.ts', name)
const inChart = (name: string) => elementTest('src/chart/emergency.test.ts', name)
const modelFile = 'src/domains/directory/model/emergency-access.ts'
const migration = 'src/domains/directory/store/migrations/0017-emergency-accesses.ts'
const rows = 'src/platform/http/access-rows.ts'
const mailModel = 'src/domains/messaging/model/mail-to-officers.ts'
const mailTo = (name: string) => serverTest('domains/messaging/model/mail-to-officers.test.ts', name)

export const breakGlass: Promised = {
  subject: 'C14',
  clauses: {
    'A clinician who does not treat a patient is refused, with what to do next': [
      inServer(
        'C14-the-refusal-names-no-way',
        'src/platform/care/problems.ts',
        [' In an emergency, open the chart with a reason.', ''],
        accesses('opens the chart of a patient whom the clinician does not treat'),
      ),
      inServer(
        'C14-opens-every-chart',
        'src/platform/care/relationship.ts',
        ['(each) => each.patientId === patientId && each.from', '(each) => each.from'],
        accesses('opens the chart of a patient whom the clinician does not treat'),
      ),
    ],
    'to open it in an emergency, a reason from a closed list, a text, and an authentication of at most five minutes ago are required':
      [
        {
          id: 'C14-an-old-sign-in-opens',
          file: 'packages/reference-server/src/platform/http/steps/authorize-permission.ts',
          find: 'if (declaration.stepUp) ',
          replace: "if (declaration.stepUp && exchange.route.id !== 'openEmergencyAccess') ",
          tests: [accesses('needs a reason of the list, a text, and a fresh sign-in')],
        },
      ],
    'It is open for at most 60 minutes, by the policy and by a constraint of the table': [
      inServer(
        'C14-two-hours',
        modelFile,
        ['emergencyMinutes * minute', 'emergencyMinutes * 2 * minute'],
        model('is open for the minutes of the policy'),
      ),
      inServer(
        'C14-the-table-takes-six-hours',
        migration,
        ["interval '60 minutes'", "interval '360 minutes'"],
        accesses('is not opened by the database for longer than an hour'),
      ),
      inServer(
        'C14-never-ends',
        'src/platform/care/relationship.ts',
        ['each.from <= now && now < each.until)', 'each.from <= now)'],
        serverTest('platform/care/relationship.test.ts', 'is a relationship to that patient only'),
      ),
      inServer(
        'C14-ending-it-ends-nothing',
        'src/platform/care/care-register.ts',
        ["  'directory.emergency-access-ended',\n", ''],
        serverTest('platform/care/care-register.test.ts', 'directory.emergency-access-ended'),
      ),
    ],
    'what ends while a request runs gives nothing away': [
      inServer(
        'C14-a-slow-request-outlives-it',
        rows,
        ['relationship.until <= clock()', 'relationship.until <= new Date(0)'],
        serverTest('platform/http/care.test.ts', 'is refused when it ends while the request runs'),
      ),
    ],
    'The chart shows a banner all the while, with the time left and a way to end it': [
      inFile(
        'C14-no-banner',
        'packages/elements/src/chart/chart.ts',
        ['this.#emergency.value?.banner(this.brief)', 'undefined'],
        inChart('opens in an emergency with the keyboard alone'),
      ),
      inFile(
        'C14-end-now-ends-nothing',
        'packages/elements/src/chart/emergency-part.ts',
        ['void this.#end(open)', 'void this.#host.startAgain()'],
        inChart('opens in an emergency with the keyboard alone'),
      ),
    ],
    'The patient gets a notice at once, also one who muted notices': [
      inServer(
        'C14-the-patient-is-not-told',
        'src/domains/messaging/index.ts',
        ['        onEmergencyAccessOpenedNotifyPatient,\n', ''],
        serverTest('domains/messaging/tests/emergency-notices.test.ts', 'notifies the patient at once'),
      ),
      inServer(
        'C14-a-muted-patient-is-not-told',
        'src/domains/messaging/model/decide-notice.ts',
        ["  if (template === 'emergency-access') return true\n", ''],
        serverTest('domains/messaging/tests/emergency-notices.test.ts', 'notifies the patient at once'),
      ),
    ],
    'a privacy officer gets a mail that names no one': [
      inServer(
        'C14-no-mail-to-officers',
        'src/domains/messaging/index.ts',
        ['        onPrivacyWorkMailOfficers,\n', ''],
        serverTest('domains/messaging/tests/officer-mail.test.ts', 'is sent when a record is opened in an emergency'),
      ),
      inServer(
        'C14-the-mail-goes-to-who-opened-it',
        mailModel,
        ['id === except ? [] : [id]', '[id]'],
        mailTo('goes to officers, to administrators too when it is overdue'),
      ),
      inServer(
        'C14-the-mail-names-the-member',
        'src/domains/messaging/transmissions/send-officer-mail.ts',
        ['organization: brand.name, link', 'organization: memberId, link'],
        serverTest('domains/messaging/tests/officer-mail.test.ts', 'is sent when a record is opened in an emergency'),
      ),
    ],
    'each access has the reason and the purpose BTG, in the ledger and for the patient': [
      inServer(
        'C14-the-purpose-is-treatment',
        rows,
        [" : 'BTG',", " : 'TREAT',"],
        accesses('is in the ledger with its reason and purpose'),
      ),
      inServer(
        'C14-no-reason-in-the-ledger',
        rows,
        ['`emergency-${emergency.reason}`', "'chart'"],
        accesses('is in the ledger with its reason and purpose'),
      ),
    ],
    'only an open emergency access for each patient gives that purpose, whatever a request states': [
      inServer(
        'C14-a-role-that-reaches-all-states-it',
        'src/platform/http/steps/authorize-permission.ts',
        ["stated === 'BTG' &&", "stated === 'HRESCH' &&"],
        accesses('is not stated where the whole organization is open'),
      ),
      inServer(
        'C14-one-open-chart-explains-all',
        rows,
        ['isExplained &&= !isStated', 'isExplained ||= false'],
        serverTest('platform/http/care.test.ts', 'is shown to a caller who states that they break the glass'),
      ),
    ],
    'Another person than who opened it reviews it': [
      inServer(
        'C14-reviews-their-own',
        modelFile,
        ['if (access.memberId === reviewedBy) throw ownEmergencyAccess()', ''],
        model('is reviewed by another person'),
      ),
      inServer(
        'C14-the-table-takes-their-own',
        migration,
        ["'uuid check (reviewed_by <> member_id)'", "'uuid'"],
        accesses('is not opened by the database for longer than an hour'),
      ),
    ],
    'what is not reviewed within three days is escalated, once, to administrators, who see no other': [
      inServer(
        'C14-a-question-stops-the-clock',
        modelFile,
        ["outcome === null || outcome === 'more-information'", 'outcome === null'],
        model('waits for a review, open or not'),
      ),
      inServer(
        'C14-never-overdue',
        'src/domains/directory/jobs/escalate-emergency-accesses.ts',
        ['if (!isOverdue(before, now)) continue', 'continue'],
        accesses('that no one reviews in three days'),
      ),
      inServer(
        'C14-administrators-see-all',
        'src/domains/directory/workflows/sees-every-emergency.ts',
        ["permissions.includes('access:review')", 'permissions.length > 0'],
        accesses('that no one reviews in three days'),
      ),
    ],
  },
}
