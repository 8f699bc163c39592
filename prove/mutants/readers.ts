import { inServer, serverTest, type Promised } from '../mutant.ts'

const compliance = 'src/domains/compliance/'
const messaging = 'src/domains/messaging/'
const ledger = `${compliance}store/followed-ledger.ts`
const watch = `${compliance}model/reader-watch.ts`
const readers = (name: string) => serverTest('domains/compliance/tests/first-access.test.ts', name)
const model = (name: string) => serverTest('domains/compliance/model/reader-watch.test.ts', name)

/** Notices of the first access by a new reader. */
export const newReaders: Promised = {
  subject: 'readers',
  clauses: {
    'Only a member who was not known, and saw something, is a new reader': [
      inServer(
        'readers-everyone-counts',
        ledger,
        ["    .where('access.actor_kind', '=', 'member')\n", ''],
        readers('makes no reader'),
      ),
      inServer(
        'readers-refusals-count',
        ledger,
        ["    .where('access.outcome', '=', 'done')\n", ''],
        readers('makes no reader'),
      ),
      inServer(
        'readers-old-ones-are-new',
        watch,
        ['isNew: at >= before.since', 'isNew: at >= new Date(0)'],
        readers('who opened the record before the choice is not new'),
        model('are new only since the choice'),
      ),
      inServer(
        'readers-one-page-is-learned',
        ledger,
        ['page.count === rowsPerPage ?', 'page.count < 0 ?'],
        readers('everyone before the choice is known, however many accesses there were'),
      ),
    ],
    'A late commit is found, and a reader of a page once': [
      inServer(
        'readers-by-id-from-the-end',
        ledger,
        ["    .where('access.id', '>=', from)\n", "    .where('access.id', '>=', to)\n"],
        readers('an access that is committed long after its id was made is found'),
      ),
      inServer(
        'readers-each-has-a-notice',
        watch,
        ['before.toldFrom !== null && now <', 'before.toldFrom !== null && now >'],
        readers('people who are new within half an hour are one notice, and one who comes later is another'),
      ),
    ],
    'The patient decides': [
      inServer(
        'readers-staff-decide',
        `${messaging}operations/put-preferences.ts`,
        ['body.tellFirstAccess !== undefined && !may', 'body.tellFirstAccess === undefined && !may'],
        readers('staff, and a proxy who may not see the record, do not read the choice'),
      ),
      inServer(
        'readers-staff-lose-the-choice',
        `${messaging}operations/put-preferences.ts`,
        ['?? before?.tellFirstAccess ?? false', '?? false'],
        readers('staff, and a proxy who may not see the record, do not read the choice'),
      ),
      inServer(
        'readers-notified-unasked',
        `${messaging}model/decide-notice.ts`,
        [" && (template !== 'first-access' || preferences?.tellFirstAccess === true)", ''],
        serverTest(
          'domains/messaging/model/decide-notice.test.ts',
          'a notice of a new reader is sent only to a patient who asked for it',
        ),
        readers('receives no notice that waits'),
      ),
    ],
  },
}
