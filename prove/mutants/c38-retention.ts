import { inFile, inServer, serverTest, type Promised } from '../mutant.ts'

const kept = (name: string) => serverTest('domains/compliance/tests/retention.test.ts', name)
const restored = serverTest('cli/keys/tests/erase-by-schedule.test.ts')
const removed = serverTest('cli/audit-remove-scheduled.test.ts')
const lifetimes = (name: string) => serverTest('tests/table-lifetimes.test.ts', name)
const domain = 'src/domains/compliance'
const model = `${domain}/model/retention.ts`
const migration = `${domain}/store/migrations/0232-retention.ts`
const command = `${domain}/workflows/erase-by-command.ts`
const byCommand = (name: string) => serverTest('cli/keys/tests/erase-patient.test.ts', name)
const erase = `${domain}/jobs/erase-records.ts`

export const retention: Promised = {
  subject: 'C38',
  clauses: {
    'An organization chooses for how many years each class of records is kept, and never fewer than the law’s floor': [
      inServer(
        'C38-no-floor',
        model,
        ['if (short.length > 0) throw', 'if (short.length > 3) throw'],
        kept('is a schedule for each class of records'),
      ),
      inServer(
        'C38-the-schedule-is-not-read',
        `${domain}/workflows/gather-retained.ts`,
        ['years: recordYears(schedule ?? retention.years)', 'years: recordYears(retention.years)'],
        kept('follows the schedule of the organization'),
      ),
      inServer(
        'C38-an-auditor-changes-it',
        'packs/policy/permissions.json',
        [
          '"retention:read": "organization",\n      "session:own": "organization",\n      "visit-type:read": "organization"\n    },\n    "administrator"',
          '"retention:read": "organization",\n      "retention:manage": "organization",\n      "session:own": "organization",\n      "visit-type:read": "organization"\n    },\n    "administrator"',
        ],
        kept('is read by an auditor'),
      ),
    ],
    'A record is due years after the last thing that a person did in it, and of a minor after they come of age': [
      inServer(
        'C38-reading-is-use',
        `${domain}/store/retained-records.ts`,
        [
          "action in ('create', 'update', 'delete', 'execute')",
          "action in ('create', 'update', 'delete', 'execute', 'read')",
        ],
        kept('begins again with each thing'),
      ),
      inServer(
        'C38-counts-from-the-first-day',
        model,
        ['const isNew = before.version === 0 || activeDay > before.activeDay', 'const isNew = before.version === 0'],
        kept('begins again with each thing'),
      ),
      inServer(
        'C38-minors-are-adults',
        model,
        ['Math.max(activeDay, majorityDay ?? activeDay)', 'activeDay'],
        kept('counts from the day on which a minor'),
      ),
      inServer(
        'C38-minors-are-listed',
        `${domain}/store/retained-records.ts`,
        [".where('majority_day', '<', before)", ".where('majority_day', '<', before + 100_000)"],
        kept('counts from the day on which a minor'),
      ),
    ],
    'nothing is erased unless a privacy officer decides it, and no record before its time': [
      inServer(
        'C38-before-its-time',
        model,
        ["if (basis === 'retention-ended' && today <= keptUntil)", "if (basis === 'retention-ended' && today < 0)"],
        kept('is over when a privacy officer says so'),
      ),
      inServer(
        'C38-the-command-erases-early',
        command,
        ['if (dayOfMoment(now) <= keptUntil)', 'if (dayOfMoment(now) < 0)'],
        byCommand('until the time of the record is over'),
      ),
      inServer(
        'C38-the-command-erases-records-of-children',
        command,
        ['return majorityDay === null', 'return majorityDay !== null && activeDay < 0'],
        byCommand('until the time of the record is over'),
      ),
      inServer(
        'C38-an-administrator-approves-the-command',
        'src/cli/keys/erase-patient.ts',
        ["roles.includes('privacy-officer')", 'roles.length > 0'],
        byCommand('needs two members'),
      ),
      inFile(
        'C38-without-a-fresh-authentication',
        'packages/contract/generated/operations.ts',
        [
          '"clientMethod":"retention.approveErasure","idempotent":true,"byPerson":true,"stepUp":true',
          '"clientMethod":"retention.approveErasure","idempotent":true,"byPerson":true,"stepUp":false',
        ],
        kept('asks for a fresh authentication'),
      ),
    ],
    'A legal hold wins over every erasure: by the schedule, by a law of the state, and by the command': [
      inServer(
        'C38-a-hold-is-not-read',
        model,
        ['if (before.holds > 0) throw recordHeld()', 'if (before.holds > 9) throw recordHeld()'],
        kept('is longer under a legal hold'),
      ),
      inServer(
        'C38-one-release-ends-all-holds',
        model,
        ['holds: before.holds - 1', 'holds: 0'],
        kept('has two holds that are released apart'),
      ),
      inServer(
        'C38-the-table-takes-both',
        migration,
        ["'uuid check (erasure_id is null or holds = 0)'", "'uuid'"],
        kept('is refused by the table too'),
      ),
      inServer(
        'C38-a-late-hold',
        model,
        [
          '  if (before.erasureId !== null) throw erasureApproved()\n  return { ...before, holds',
          '  return { ...before, holds',
        ],
        kept('takes no hold once the erasure was decided'),
      ),
      inServer('C38-the-command-does-not-ask', command, ['where known.holds = 0', 'where known.holds >= 0'], restored),
      inServer(
        'C38-a-hold-comes-while-the-command-erases',
        command,
        ['null, 0, ${decisionId}, 1)', 'null, 0, null, 1)'],
        byCommand('takes no legal hold once it began'),
      ),
    ],
    'Each erasure leaves a certificate that is signed and names no person': [
      inServer(
        'C38-another-text-is-signed',
        'src/platform/vault/erasure-certificate.ts',
        ['sign(null, Buffer.from(text), key)', 'sign(null, Buffer.from(certificate.id), key)'],
        kept('is over when a privacy officer says so'),
        restored,
      ),
    ],
    'the accesses stay, for at least six years, and for as many as the longest schedule says': [
      inServer(
        'C38-an-erasure-is-not-recorded',
        erase,
        [
          'context, idempotency: null, audit }, (isRepeated)',
          'context, idempotency: null, audit: () => [] }, (isRepeated)',
        ],
        kept('keeps the accesses to a record'),
      ),
      inServer(
        'C38-accesses-of-five-years',
        'packs/policy/retention.json',
        ['"years": { "accesses": 6', '"years": { "accesses": 4'],
        removed,
      ),
      inServer(
        'C38-schedules-of-accesses-are-not-read',
        'src/cli/audit-remove.ts',
        ['if (chosen !== null) return chosen', 'if (chosen?.exitCode === 0) return chosen'],
        removed,
      ),
    ],
    'A backup from before an erasure is erased again when it is restored': [
      inServer(
        'C38-erased-keys-are-not-listed',
        'src/composition/compose-erasures.ts',
        ['appendErasedKeys(erasureFile, await key(), erased)', 'void [appendErasedKeys, erased, await key()]'],
        restored,
      ),
    ],
    'Every table says what ends its growth, or as what it is kept': [
      inServer(
        'C38-a-table-without-an-end',
        'src/composition/table-lifetimes.ts',
        ["  'compliance.legal_holds': accesses,\n", ''],
        lifetimes('every table says what ends its growth'),
      ),
    ],
    'What is only needed for some time is deleted by age': [
      inServer(
        'C38-old-rows-stay',
        'src/platform/jobs/delete-old-rows.ts',
        ['rows.retentionDays * day', 'rows.retentionDays * day * 100'],
        serverTest('tests/table-lifetimes.test.ts'),
      ),
    ],
  },
}
