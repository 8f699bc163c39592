import { elementTest, inFile, inServer, serverTest, type Promised } from '../mutant.ts'

const compliance = 'src/domains/compliance/'
const model = `${compliance}model/stored-case.ts`
const store = `${compliance}store/access-cases.ts`
const cases = (name: string) => serverTest('domains/compliance/tests/access-cases.test.ts', name)
const lone = (name: string) => serverTest('domains/compliance/tests/lone-officer.test.ts', name)
const desk = (name: string) => elementTest('src/privacy-desk/cases.test.ts', name)
const closing = cases('is taken, needs follow-up, and is closed once')
const hidden = cases('is in no list of accesses that the person whom it is about reads')
const own = cases('is handled by no one whom it is about')
const mailModel = 'src/domains/messaging/model/mail-to-officers.ts'
const mailTo = (name: string) => serverTest('domains/messaging/model/mail-to-officers.test.ts', name)

export const alertHandling: Promised = {
  subject: 'C33',
  clauses: {
    'A case waits at `<visit-privacy-desk>` with its reasons, the accesses behind it and a deadline': [
      inFile(
        'C33-the-desk-is-not-live',
        'packages/elements/src/privacy-desk/case-list.ts',
        ["on: ['access-case.changed'], signal", "on: ['claim.changed'], signal"],
        desk('a case that another officer changes appears while the desk is open'),
      ),
      inServer(
        'C33-without-its-accesses',
        `${compliance}operations/get-access-case.ts`,
        ['found.accessIds.slice(-shown)', 'found.accessIds.slice(shown)'],
        serverTest(
          'domains/compliance/tests/access-monitor.test.ts',
          'an access to a confidential patient without work is a case on the same day',
        ),
      ),
    ],
    'those who may handle it get a mail': [
      inServer(
        'C33-a-mail-while-someone-works-on-it',
        mailModel,
        ["if (status !== 'open' || version > 1) return null", ''],
        mailTo('is sent when something is new or overdue'),
      ),
      inServer(
        'C33-no-mail-of-an-overdue-case',
        mailModel,
        ['if (becameOverdue) return { ...mail', 'if (becameOverdue && version < 1) return { ...mail'],
        mailTo('is sent when something is new or overdue'),
      ),
      inServer(
        'C33-a-mail-of-each-second-look',
        'src/domains/messaging/reactions/on-privacy-work-mail-officers.ts',
        ['if (whom?.isSecondLook) continue', ''],
        serverTest('domains/messaging/tests/officer-mail.test.ts', 'is not sent for what is only listed'),
      ),
    ],
    'after seven days it is overdue, and administrators see it too': [
      inServer(
        'C33-never-overdue',
        store,
        [".where('due_at', '<=', now)", ".where('due_at', '<=', new Date(0))"],
        cases('is overdue after seven days'),
      ),
      inServer(
        'C33-administrators-see-all',
        `${compliance}workflows/gather-case.ts`,
        ['onlyOverdue: !officers.isEmpty', 'onlyOverdue: false'],
        cases('is overdue after seven days'),
      ),
    ],
    'and at once what no privacy officer may handle': [
      inServer(
        'C33-no-one-sees-the-case-of-the-only-officer',
        `${compliance}workflows/find-officers.ts`,
        ['another === undefined ? officer.id : null', 'another === undefined ? null : null'],
        lone('is handled by an administrator at once'),
      ),
      inServer(
        'C33-administrators-see-the-cases-of-officers',
        `${compliance}workflows/find-officers.ts`,
        ['officer !== undefined && another === undefined ?', 'officer !== undefined ?'],
        lone('is not seen by administrators when there is another officer'),
      ),
      inServer(
        'C33-the-officer-hears-of-the-own-case',
        `${compliance}live-rules.ts`,
        ["if (forAdministrators) return ['administrator']", ''],
        lone('is handled by an administrator at once'),
      ),
    ],
    'it is taken and passed on, to people who handle cases': [
      inServer(
        'C33-passed-to-anybody',
        model,
        ['  if (!mayHandle) throw notAReviewer()\n', ''],
        cases('is passed on only to people who handle cases'),
      ),
    ],
    'no one handles or reads a case about themselves': [
      inServer('C33-own-case', store, ["    .where('member_id', '<>', memberId)\n", ''], own),
      inServer('C33-passed-to-the-person', model, ['  if (memberId === before.memberId) throw ownCase()\n', ''], own),
      inServer(
        'C33-own-outcome',
        `${compliance}workflows/read-reviewed-accesses.ts`,
        ['actorId === context.caller.personId ? [] : [id]', 'actorId === id ? [] : [id]'],
        own,
      ),
    ],
    'no one removes what the monitor knows of themselves': [
      inServer(
        'C33-an-officer-is-forgotten',
        `${compliance}operations/remove-monitor-fact.ts`,
        ['if (fact.memberId === caller.personId) throw ownFact()', ''],
        serverTest('domains/compliance/tests/access-monitor.test.ts', 'stays until a colleague removes it'),
      ),
    ],
    'what anyone removes from it still counts for thirty days, so that a removal hides no access': [
      inServer(
        'C33-what-is-removed-is-forgotten',
        `${compliance}store/monitor-facts.ts`,
        [", eb('removed_at', '>', countsSince(now))", ''],
        serverTest('domains/compliance/tests/access-monitor.test.ts', 'what is removed still counts for thirty days'),
      ),
      inServer(
        'C33-what-is-removed-counts-for-ever',
        `${compliance}model/monitor-fact.ts`,
        ['const daysAfterRemoval = 30', 'const daysAfterRemoval = 3_000'],
        serverTest('domains/compliance/tests/access-monitor.test.ts', 'what is removed still counts for thirty days'),
      ),
    ],
    'what is done with it is in no list of accesses that they read': [
      inServer(
        'C33-own-case-in-the-report',
        `${compliance}store/access-report.ts`,
        ['    .where(isOfNoCaseAbout(readBy))\n', ''],
        hidden,
      ),
      inServer(
        'C33-own-case-in-the-lists',
        `${compliance}store/accesses.ts`,
        [
          'query = query.where(isOfNoCaseAbout(readBy))',
          "query = query.where(isOfNoCaseAbout('00000000-0000-0000-0000-000000000000'))",
        ],
        hidden,
      ),
      inServer(
        'C33-own-case-among-exposures',
        `${compliance}store/exposures.ts`,
        ['        and ${isOfNoCaseAbout(readBy)}\n', ''],
        hidden,
      ),
    ],
    'it is closed once, with a disposition of a closed list and a note, or needs follow-up and stays': [
      inServer(
        'C33-closed-twice',
        model,
        ["  if (before.status === 'closed') throw caseClosed()\n  const isClosed", '  const isClosed'],
        closing,
      ),
      inServer(
        'C33-follow-up-closes',
        model,
        ["const isClosed = disposition !== 'needs-follow-up'", "const isClosed = disposition !== ('none' as string)"],
        closing,
      ),
      inServer(
        'C33-closed-cases-grow',
        model,
        ['const fresh = accessIds.filter((id) => !closed.has(id))', 'const fresh = accessIds'],
        cases('that was closed does not change'),
      ),
    ],
    'what was not allowed can be reported as an incident, once': [
      inServer(
        'C33-any-id-is-an-incident',
        'src/domains/compliance/operations/close-access-case.ts',
        ['if (incidentId !== undefined && !', 'if (incidentId === null && !'],
        serverTest('domains/compliance/tests/access-cases.test.ts', 'is taken, needs follow-up, and is closed once'),
      ),
      inFile(
        'C33-incident-twice',
        'packages/elements/src/privacy-desk/cases-part.ts',
        ['if (isIncident && this.#incident?.caseId !== id)', 'if (isIncident)'],
        desk('an incident is reported with what was not allowed, once'),
      ),
    ],
    'patients read the outcome next to the access': [
      inServer(
        'C33-patients-read-nothing',
        model,
        ["    case 'inappropriate':\n      return 'not-allowed'", "    case 'inappropriate':\n      return null"],
        closing,
      ),
    ],
    'a reason is not counted for a member until a day, at most 90 days away, with a why': [
      inServer(
        'C33-suppressed-for-nothing',
        `${compliance}model/monitor/monitor-accesses.ts`,
        ['each.code === code && each.fromDay', 'each.code !== code && each.fromDay'],
        cases('is not opened for a reason that is suppressed'),
      ),
      inServer(
        'C33-suppressed-for-ever',
        `${compliance}model/access-suppression.ts`,
        ['untilDay > today + longestSuppressionDays', 'untilDay > today + 10 * longestSuppressionDays'],
        cases('is not opened for a reason that is suppressed'),
      ),
      inServer(
        'C33-suppressed-a-day-too-long',
        `${compliance}model/access-suppression.ts`,
        ['Math.floor(Date.parse(`${date}T00:00:00Z`) / dayMs)', 'Math.ceil(Date.parse(`${date}T00:00:01Z`) / dayMs)'],
        cases('is not opened for a reason that is suppressed'),
      ),
    ],
    'how often each reason was right is computed from closed cases': [
      inServer(
        'C33-every-case-is-misuse',
        store,
        ["filter (where disposition = 'inappropriate')", 'filter (where disposition is not null)'],
        cases('counts for each of its reasons'),
      ),
    ],
  },
}
