import { elementTest, inFile, inServer, serverTest, type Promised } from '../mutant.ts'

const compliance = 'src/domains/compliance/'
const monitor = `${compliance}model/monitor/`
const one = (name: string) => serverTest('domains/compliance/model/monitor/monitor-accesses.test.ts', name)
const relation = (name: string) => serverTest('domains/compliance/model/monitor/monitor-relations.test.ts', name)
const job = (name: string) => serverTest('domains/compliance/tests/access-monitor.test.ts', name)
const facts = (name: string) => serverTest('domains/compliance/tests/monitored-facts.test.ts', name)
const gate = (name: string) => serverTest('domains/compliance/model/monitor/monitor-gates.test.ts', name)
/** One row of a table of tests. */
const flagged = (row: string) => ({ ...one('opens a case'), row: `to ${row}` })
const found = (row: string) => ({ ...gate('misuse of this kind is found'), row: `by ${row}:` })

export const accessMonitor: Promised = {
  subject: 'C32',
  clauses: {
    'A job follows the ledger, and finds what is committed late': [
      inServer(
        'C32-late-is-lost',
        `${compliance}jobs/watch-accesses.ts`,
        [
          'add({ memberId, day: localTime(at.getTime()).day, firstAccessId })',
          'if (localTime(at.getTime()).day > endedDay) add({ memberId, day: localTime(at.getTime()).day, firstAccessId })',
        ],
        job('an access that was committed after its day had ended is found'),
      ),
    ],
    'it opens a case at once for what cannot wait, else when the day has ended': [
      inServer(
        'C32-opened-too-late',
        `${monitor}watched-day.ts`,
        ['if (score < policy.openAt) return null', 'if (score <= policy.openAt) return null'],
        flagged('the own record'),
      ),
      inServer(
        'C32-never-at-once',
        'packs/policy/access-monitor.json',
        ['"atOnce": ["confidential", "disabled-account"]', '"atOnce": []'],
        job('an access to a confidential patient without work is a case on the same day'),
      ),
      inServer(
        'C32-what-cannot-wait-waits',
        `${compliance}jobs/watch-accesses.ts`,
        ['new Set(ids).difference(new Set(accessed))', 'new Set(ids).union(new Set(accessed))'],
        job('an access to a confidential patient without work is a case on the same day'),
      ),
      inServer(
        'C32-everything-at-once',
        `${compliance}workflows/watch-day.ts`,
        ['isEnded ? found.cases : found.cases.filter', 'isEnded || true ? found.cases : found.cases.filter'],
        job('people of one home, one’s own record and colleagues are known'),
      ),
      inServer(
        'C32-a-day-never-ends',
        `${compliance}workflows/watch-day.ts`,
        ['const isEnded = day <= endedDay', 'const isEnded = day < endedDay'],
        job('far more records than those of peers are a case when the day has ended'),
      ),
    ],
    'a member and a day are one case while it waits': [
      inServer(
        'C32-a-case-for-each-run',
        `${compliance}model/stored-case.ts`,
        ["before.find(({ status }) => status !== 'closed')", "before.find(({ status }) => status === 'closed')"],
        serverTest('domains/compliance/tests/access-cases.test.ts', 'grows with the day while a person works on it'),
      ),
    ],
    'work of the member, their team or a covered colleague explains an access': [
      inServer(
        'C32-the-policy-explains',
        `${compliance}workflows/care-links.ts`,
        ["{ ...own, chartReach: 'assigned' }", "{ chartReach: 'assigned' as const, ...own }"],
        serverTest(
          'domains/compliance/tests/care-links.test.ts',
          'the own work and that of the team link a member to a patient',
        ),
      ),
      inServer(
        'C32-the-front-desk-has-no-work',
        'packs/policy/access-monitor.json',
        ['"front-desk": ["appointment", "visit", "referral", "task"]', '"front-desk": []'],
        job('is an appointment, for the practitioner and for the front desk, and none for others'),
      ),
      inServer(
        'C32-explained-is-flagged',
        `${monitor}flag-access.ts`,
        ['    if (explanation !== null) return flags\n', ''],
        one('removes the case, from a week before the appointment to thirty days after it'),
      ),
      inServer(
        'C32-explains-for-ever',
        `${monitor}explain-access.ts`,
        [' && at < until + afterDays * dayMs', ''],
        one('removes the case, from a week before the appointment to thirty days after it'),
      ),
      inServer(
        'C32-cover-for-ever',
        `${monitor}explain-access.ts`,
        ['      if (at < from || until <= at) continue\n', ''],
        one('is that of the member, of the team and of a covered colleague, and of no one else'),
      ),
    ],
    'the job reads since when an account is disabled, which records follow each other, and how an emergency was reviewed':
      [
        inServer(
          'C32-the-job-knows-no-disabled-account',
          `${compliance}workflows/gather-monitored-facts.ts`,
          ['disabledAt: disabled.get(id)?.getTime() ?? null', 'disabledAt: null'],
          facts('a disabled account in use is a case at once'),
        ),
        inServer(
          'C32-disabled-since-the-last-change',
          'src/domains/directory/operations/update-member.ts',
          ['if (after.status !== before.status)', 'if (after.version !== before.version)'],
          facts('a disabled account in use is a case at once'),
        ),
        inServer(
          'C32-disabled-before-it-was-seen',
          `${compliance}jobs/watch-accesses.ts`,
          ['...disabled.keys(), ', ''],
          facts('a disabled account in use is a case at once'),
        ),
        inServer(
          'C32-the-job-knows-no-order-of-records',
          `${compliance}workflows/gather-monitored-facts.ts`,
          ['recordNumber: numbers.get(id) ?? null', 'recordNumber: null'],
          facts('records opened in the order of their numbers are a case'),
        ),
        inServer(
          'C32-numbers-from-before-stay-unknown',
          'src/domains/directory/store/unindexed-patients.ts',
          ['indexes?.nextRecordNumberIndex ?? null', 'null'],
          serverTest('domains/directory/tests/phone-index.test.ts', 'are read together with the record number'),
        ),
        inServer(
          'C32-a-review-changes-nothing',
          `${compliance}workflows/gather-monitored-facts.ts`,
          ["outcome === 'not-appropriate'", "outcome === 'more-information'"],
          facts('is explained until a review finds it not appropriate'),
        ),
        inServer(
          'C32-a-late-review-is-not-looked-at',
          `${compliance}jobs/watch-accesses.ts`,
          ['[...days.values(), ...ofReviews]', '[...days.values()]'],
          facts('is explained until a review finds it not appropriate'),
        ),
      ],
    'relatives, colleagues, confidential and deceased patients and the own record have points, as do sensitive data, hours, emergencies without a note and unused or disabled accounts':
      [
        inServer(
          'C32-colleagues',
          `${monitor}flag-access.ts`,
          ["    if (coWorkers.has(patient.id)) flags.push('co-worker')\n", ''],
          flagged('a colleague'),
          found('co-worker'),
        ),
        inServer(
          'C32-note-at-any-time',
          `${monitor}explain-access.ts`,
          ['documentedAt <= dueAt', 'documentedAt > 0'],
          one('by emergency opens a case if it was not documented within a day'),
        ),
        inServer(
          'C32-shift-is-after-hours',
          `${monitor}flag-access.ts`,
          ['({ from, until }) => from <= at && at < until)', '({ from, until }) => from > until)'],
          one('to sensitive data at night opens a case, and none during a shift'),
        ),
        inServer(
          'C32-disabled-account',
          `${monitor}flag-access.ts`,
          ['member.disabledAt <= access.at', 'member.disabledAt > access.at'],
          one('does not excuse an account that was disabled'),
        ),
        inServer(
          'C32-dormant-account',
          `${monitor}monitor-accesses.ts`,
          ["isDormant ? [...flags, 'dormant-account' as const] : flags", 'flags'],
          flagged('anyone, from an account that was long unused'),
        ),
      ],
    'far more unexplained patients than peers, too many over weeks, and records tried one after the other have points':
      [
        inServer(
          'C32-all-are-peers',
          `${monitor}unusual-volume.ts`,
          ['Map.groupBy(days, ({ role }) => role)', "Map.groupBy(days, () => '')"],
          one('is compared with days of the same role only'),
        ),
        inServer(
          'C32-slow-collection',
          `${monitor}unusual-volume.ts`,
          ['if (sum < slowCollection.limit) continue', 'if (sum > 0) continue'],
          one('after many with a few unexplained patients too many opens a case'),
        ),
        inServer(
          'C32-empty-searches',
          `${monitor}search-day.ts`,
          ['    if (isEmpty) this.#empty++\n', ''],
          one('of searches without a match, or of records in the order of their numbers, opens a case'),
          found('enumeration'),
        ),
      ],
    'reasons are codes, numbers and sentences': [
      inFile(
        'C32-wrong-sentence',
        'packages/elements/src/privacy-desk/cases.en.ts',
        ["'The patient is confidential.'", "'The patient is a colleague.'"],
        elementTest('src/privacy-desk/cases.test.ts', 'a case says who, when and why in sentences with numbers'),
      ),
    ],
    'equal facts give equal cases, in any order and weeks later': [
      inServer(
        'C32-order-of-rows',
        `${monitor}monitor-accesses.ts`,
        ['of accesses.toSorted(byTime)', 'of accesses'],
        relation('are the same in another order of accesses and facts'),
      ),
    ],
    'some accesses to relatives and confidential patients that work explains are listed for a second look': [
      inServer(
        'C32-no-second-look',
        'src/domains/compliance/workflows/watch-day.ts',
        ['    ...secondLookCases(found.secondLooks, found.cases),\n', ''],
        serverTest(
          'domains/compliance/tests/access-monitor.test.ts',
          'leaves some accesses to a confidential patient for a second look',
        ),
      ),
      inServer(
        'C32-second-looks-become-overdue',
        'src/domains/compliance/store/access-cases.ts',
        ["    .where('score', '>', 0)\n    .where('due_at'", "    .where('due_at'"],
        serverTest(
          'domains/compliance/tests/access-monitor.test.ts',
          'leaves some accesses to a confidential patient for a second look',
        ),
      ),
      inServer(
        'C32-every-explained-access-is-listed',
        'src/domains/compliance/model/monitor/monitor-accesses.ts',
        ['readUInt32BE() % every === 0', 'readUInt32BE() >= 0'],
        serverTest('domains/compliance/model/monitor/monitor-accesses.test.ts', 'leaves about every tenth'),
      ),
    ],
    'it meets its gates in five generated clinics': [
      inServer(
        'C32-household-points',
        'packs/policy/access-monitor.json',
        ['"household": 6', '"household": 1'],
        found('family'),
      ),
      inServer(
        'C32-deviation-without-bound',
        'packs/policy/access-monitor.json',
        ['"leastDeviation": 1', '"leastDeviation": 0.01'],
        gate('opens at most 3 cases for 100 members and a day'),
      ),
    ],
  },
}
