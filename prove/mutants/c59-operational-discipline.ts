import { elementTest, inFile, inServer, scriptTest, serverTest, type Promised } from '../mutant.ts'

const obligations = 'src/domains/obligations/'
const year = (name: string) => serverTest('domains/obligations/model/virtual-year.test.ts', name)
const gated = (name: string) => serverTest('domains/obligations/tests/training-gate.test.ts', name)
const mailed = (name: string) => serverTest('domains/obligations/tests/reminders.test.ts', name)
const served = (name: string) => serverTest('domains/obligations/tests/obligations.test.ts', name)

/** Recurring tasks, training, reviews of access, risks and incidents. */
export const operationalDiscipline: Promised = {
  subject: 'C59',
  clauses: {
    'Policies, risk analyses, agreements, scans, tests and drills recur and are findings from 30 days before they are due until somebody records the proof':
      [
        inServer(
          'C59-found-too-late',
          'packs/policy/obligations.json',
          ['"warnDays": 30', '"warnDays": 20'],
          year('are found on exactly these days'),
        ),
        inServer(
          'C59-done-for-ever',
          `${obligations}model/obligation.ts`,
          ['dueOn: addDays(last, before.everyDays)', 'dueOn: addDays(last, 10 * before.everyDays)'],
          served('are due at once when they were never done'),
        ),
      ],
    'what is missing and what no one owns are findings too': [
      inServer(
        'C59-missing-is-fine',
        `${obligations}model/findings.ts`,
        ['...missingKinds(duties.obligations, today, policy),\n  ...duties', '...duties'],
        year('include a kind of which nothing is recorded'),
      ),
    ],
    'training counts from the last completion, for those who have the role': [
      inServer(
        'C59-training-lasts',
        `${obligations}model/training.ts`,
        ["if (validUntil < today) return 'expired'", "if (validUntil < today) return 'current'"],
        served('count training from the last completion'),
      ),
      inServer(
        'C59-late-records-count',
        `${obligations}operations/record-training.ts`,
        [
          'last.completedOn > completedOn ? last.completedOn : completedOn',
          'last.completedOn > completedOn ? completedOn : completedOn',
        ],
        served('count training from the last completion'),
      ),
    ],
    'a course that stops access lets no one see patients after its last day, until a colleague records a newer completion':
      [
        inServer(
          'C59-expired-works-on',
          'src/platform/http/steps/authorize-permission.ts',
          ['exchange.now.getTime() >= session.trainingEndsAt &&', 'exchange.now.getTime() < 0 &&'],
          gated('lets a member see no patients after its last day'),
        ),
        inServer(
          'C59-stops-other-roles',
          `${obligations}model/training.ts`,
          ['.filter(({ roles }) => roles.some((role) => course.roles.includes(role)))', ''],
          gated('stops no one in another role'),
        ),
        inServer(
          'C59-stops-for-ever',
          `${obligations}store/trainings.ts`,
          [".where('stops_access', '=', true)", ''],
          gated('stops no one in another role'),
        ),
        inServer(
          'C59-one-records-their-own-training',
          `${obligations}operations/record-training.ts`,
          ['if (body.memberId === context.caller.personId)', "if (body.memberId === '')"],
          gated('leaves an administrator what records trainings'),
        ),
        inFile(
          'C59-the-own-training-is-offered',
          'packages/elements/src/compliance-dashboard/training-part.ts',
          ['each.member.memberId === ownId', 'each.courseId === ownId'],
          elementTest(
            'src/compliance-dashboard/compliance-dashboard.test.ts',
            'a completion is recorded by a colleague',
          ),
        ),
        inServer(
          'C59-other-processes-keep-the-training',
          'src/platform/identity/session-cache.ts',
          ['    known.trainingEndsAt = stored.trainingEndsAt\n', ''],
          serverTest('tests/compose-server.test.ts', 'what the other process has read of training and limits'),
        ),
        inServer(
          'C59-sessions-keep-their-training',
          'src/platform/identity/session-grants.ts',
          ['session.trainingEndsAt = trainingEndsAt\n', ''],
          serverTest('platform/identity/strong-sign-in.test.ts', 'is looked at again with each refresh'),
        ),
      ],
    'roles are reviewed every 90 days, as they are and by somebody else': [
      inServer(
        'C59-own-roles',
        `${obligations}operations/review-access.ts`,
        ['if (reviewedBy === member.memberId) throw ownRoles()\n', ''],
        served('let no one confirm their own roles'),
      ),
      inServer(
        'C59-other-roles',
        `${obligations}operations/review-access.ts`,
        ['if (seen.size !== held.size || !seen.isSubsetOf(held))', 'if (seen.size === 0)'],
        served('let no one confirm their own roles'),
      ),
    ],
    'an incident is a breach unless each of four factors is low, and each notice that the law asks for has its last day':
      [
        inServer(
          'C59-mostly-low-is-low',
          `${obligations}model/incident.ts`,
          ['some((factor) => factor > 1)', 'every((factor) => factor > 1)'],
          year('include the deadlines of an incident'),
        ),
        inServer(
          'C59-late-notices',
          'packs/policy/obligations.json',
          ['"noticeDays": 60', '"noticeDays": 90'],
          year('include the deadlines of an incident'),
        ),
        inServer(
          'C59-few-are-many',
          'packs/policy/obligations.json',
          ['"manyPatients": 500', '"manyPatients": 501'],
          year('notify the department of many patients'),
        ),
      ],
    'which patients one person reached in a time is a list from the ledger': [
      inServer(
        'C59-others-are-reached',
        'src/domains/compliance/store/exposures.ts',
        [
          'where actor = ${requireUuid(actorId)}::uuid and patient',
          'where (actor is null or actor is not null) and patient',
        ],
        serverTest('domains/compliance/tests/exposures.test.ts', 'are the patients whose records one person reached'),
      ),
    ],
    'which data is stored, who reads and changes it, and where it goes is a map from contract, code and catalog': [
      inServer(
        'C59-a-recipient-not-in-the-map',
        'src/config/egress-destinations.ts',
        ["partner('stripe', 'VISITKIT_STRIPE_API_BASE')", "partner('card-processor', 'VISITKIT_STRIPE_API_BASE')"],
        scriptTest('data-map.test.ts', 'the map of assets and data flows is as contract, code and database have it'),
      ),
      inServer(
        'C59-a-table-not-in-the-map',
        'src/composition/table-lifetimes.ts',
        ["'directory.patients': medical,", "'directory.patients': financial,"],
        scriptTest('data-map.test.ts', 'the map of assets and data flows is as contract, code and database have it'),
      ),
    ],
    'An e-mail reminds owners and staff when something comes up, a week before it is due, the day after, and every week while it is overdue':
      [
        inServer(
          'C59-no-one-is-reminded',
          `${obligations}model/reminder.ts`,
          ['const hasCrossed = own.some', 'const hasCrossed = own.length < 0 && own.some'],
          year('remind their owners on exactly these days'),
        ),
        inServer(
          'C59-reminded-each-day',
          `${obligations}model/reminder.ts`,
          ['addDays(before, remindDays) <= today', 'addDays(before, 1) <= today'],
          year('remind their owners on exactly these days'),
        ),
        inServer(
          'C59-a-missed-day-is-lost',
          `${obligations}model/reminder.ts`,
          ['day <= today && (before', 'day === today && (before'],
          year('remind on the next day when nothing ran on the day'),
        ),
        inServer(
          'C59-work-without-an-owner-is-forgotten',
          `${obligations}model/reminder.ts`,
          ['hasOwner && status ===', 'status ==='],
          year('reach those who run the program'),
        ),
      ],
    'it names no task and no person': [
      inServer(
        'C59-a-reminder-names-people',
        `${obligations}jobs/remind-owners.ts`,
        [
          'subject, text, language }\n',
          'subject, text: `${text} ${JSON.stringify(await ports.directory.activeMembers(context))}`, language }\n',
        ],
        mailed('go out through a year'),
      ),
    ],
    'and comes once, also when the mail server was away': [
      inServer(
        'C59-reminders-repeat',
        `${obligations}jobs/remind-owners.ts`,
        ["accepted ? 'sent' : 'refused'", "accepted ? 'queued' : 'refused'"],
        mailed('wait while the mail server is not permitted or away'),
      ),
      inServer(
        'C59-an-unsent-reminder-is-lost',
        `${obligations}jobs/remind-owners.ts`,
        [
          'await listQueuedReminders(context.db, addDays(today, 1 - triedDays))',
          'await listQueuedReminders(context.db, addDays(today, triedDays))',
        ],
        mailed('wait while the mail server is not permitted or away'),
      ),
    ],
  },
}
