import { inServer, serverTest, type Promised } from '../mutant.ts'

const withheld = serverTest('platform/http/operation-pipeline.test.ts', 'is withheld when it cannot be recorded')
const ledger = (name: string) => serverTest('platform/audit/ledger.test.ts', name)
const beside = (name: string) => serverTest('platform/database/changes/tests/groups-with-accesses.test.ts', name)
const work = (name: string) => serverTest('platform/database/unit-of-work/unit-of-work.test.ts', name)

export const auditFailsClosed: Promised = {
  subject: 'C23',
  clauses: {
    'No durable row, no byte: 503': [
      inServer(
        'C23-shown-before-recorded',
        'src/platform/http/steps/record-access.ts',
        ['        await recorded\n', '        recorded.catch(() => undefined)\n'],
        withheld,
      ),
      inServer(
        'C23-a-refusal-without-a-row',
        'src/platform/http/refusals.ts',
        ['return auditUnavailable(cause)', 'return problem'],
        withheld,
      ),
      inServer(
        'C23-a-lost-batch-is-acknowledged',
        'src/platform/audit/ledger.ts',
        ['each.reject(auditUnavailable(error))', 'each.resolve()'],
        ledger('refuses only the request whose row cannot be stored'),
      ),
      inServer(
        'C23-acknowledged-before-the-commit',
        'src/platform/audit/ledger.ts',
        ['await inForeground(() => insert(rows))', 'void inForeground(() => insert(rows)).catch(() => undefined)'],
        ledger('refuses only the request whose row cannot be stored'),
      ),
      inServer(
        'C23-acknowledged-before-the-group-is-stored',
        'src/platform/audit/ledger.ts',
        [
          'const { promise, resolve, reject } = Promise.withResolvers<void>()',
          'const { promise, resolve, reject } = Promise.withResolvers<void>()\n        batch.forEach((each) => each.resolve())',
        ],
        beside('an access that the database refuses stops neither changes nor other accesses'),
      ),
      inServer(
        'C23-the-journal-is-not-waited-for',
        'src/platform/audit/ledger.ts',
        ['        await journal.append(rows)\n', '        void journal.append(rows).catch(() => undefined)\n'],
        ledger('waits for the journal where the engine does not flush'),
      ),
    ],
    'what was written is taken back': [
      inServer(
        'C23-a-write-without-its-row',
        'src/platform/database/unit-of-work/unit-of-work.ts',
        [
          'const rows = request.audit(result)',
          'const rows = ((): readonly AccessRow[] => {\n        try {\n          return request.audit(result)\n        } catch {\n          return []\n        }\n      })()',
        ],
        work('stores none of them if the handler, the audit or the ledger fails'),
      ),
      inServer(
        'C23-a-write-is-answered-before-the-journal',
        'src/platform/database/unit-of-work/unit-of-work.ts',
        ['          await ledger.committed(rows)\n', '          void ledger.committed(rows).catch(() => undefined)\n'],
        work('returns its result only after the accesses are durable'),
      ),
      inServer(
        'C23-a-full-journal-is-no-matter',
        'src/platform/audit/ledger.ts',
        ['        throw auditUnavailable(error)\n', ''],
        ledger('waits for the journal where the engine does not flush'),
      ),
    ],
    'An acknowledged answer has its row, also after the server was killed': [
      inServer(
        'C23-the-journal-is-not-replayed',
        'src/platform/create-platform.ts',
        ['const added = await replayJournal(database, journal, replay)', 'const added = 0'],
        serverTest('platform/tests/embedded-durability.test.ts', 'are restored from the journal'),
      ),
    ],
  },
}
