import { inServer, serverTest, type Promised } from '../mutant.ts'

const compliance = 'src/domains/compliance/'
const monitor = `${compliance}model/monitor/`
const one = (name: string) => serverTest('domains/compliance/model/monitor/monitor-accesses.test.ts', name)
const relation = (name: string) => serverTest('domains/compliance/model/monitor/monitor-relations.test.ts', name)
const gate = (name: string) => serverTest('domains/compliance/model/monitor/monitor-gates.test.ts', name)
/** One row of a table of tests. */
const flagged = (row: string) => ({ ...one('opens a case'), row: `to ${row}` })
const found = (row: string) => ({ ...gate('misuse of this kind is found'), row: `by ${row}:` })

export const accessMonitor: Promised = {
  subject: 'C32',
  clauses: {
    'A model finds accesses that a privacy officer should see, in rows of the ledger and facts of care': [
      inServer(
        'C32-opened-too-late',
        `${monitor}watched-day.ts`,
        ['if (score < policy.openAt) return null', 'if (score <= policy.openAt) return null'],
        flagged('the own record'),
      ),
    ],
    'What links the member, their team or a covered colleague to the patient explains an access, and opens no case': [
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
    'relatives, colleagues, confidential and deceased patients and the own record have points, as do emergencies without a note, sensitive data, hours and unused or disabled accounts':
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
          ["isDormant ? [...flags, 'dormant-account'] : flags", 'flags'],
          flagged('anyone, from an account that was long unused'),
        ),
      ],
    'a day with far more unexplained patients than those of peers, too many over weeks, and records tried one after the other have points':
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
    'a case is a member and a day, with reasons as codes, numbers and sentences': [
      inServer(
        'C32-wrong-sentence',
        `${compliance}presenters/present-access-case.ts`,
        ["'Shares a home address with the patient.'", "'Has the same surname as the patient.'"],
        serverTest('domains/compliance/presenters/present-access-case.test.ts', 'in sentences without names'),
      ),
    ],
    'equal facts give equal cases, in any order, under other ids and weeks later': [
      inServer(
        'C32-order-of-rows',
        `${monitor}monitor-accesses.ts`,
        ['of accesses.toSorted(byTime)', 'of accesses'],
        relation('are the same in another order of accesses and facts'),
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
