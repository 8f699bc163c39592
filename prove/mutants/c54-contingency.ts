import { elementTest, inFile, inServer, serverTest, wholeServerTest, type Promised } from '../mutant.ts'

const envelope = (name: string) => serverTest('platform/backup/backup-envelope.test.ts', name)
const backup = (name: string) => serverTest('cli/backup/tests/backup.test.ts', name)
const pages = (name: string) => serverTest('platform/backup/pages-of-rows.test.ts', name)
const online = (name: string) => serverTest('cli/backup/tests/backup-online.test.ts', name)
const downtime = (name: string) => wholeServerTest('downtime-list.test.ts', name)
const collect = 'src/domains/scheduling/bookings/workflows/collect-downtime-visits.ts'
const stored = 'src/composition/downtime/store-downtime-lists.ts'
const sealing = 'src/platform/backup/backup-envelope.ts'
const restore = 'src/platform/backup/restore-backup.ts'

export const contingency: Promised = {
  subject: 'C54',
  clauses: {
    'A backup is one encrypted file that only the private backup key decrypts': [
      inServer(
        'C54-parts-in-any-order',
        sealing,
        ['nonce.writeUIntBE(number, 5, 6)', 'nonce.writeUIntBE(number * 0, 5, 6)'],
        envelope('parts are exchanged, repeated or added'),
      ),
      inServer(
        'C54-a-changed-part-opens',
        sealing,
        [', decipher.final()])', '])'],
        envelope('is refused when a byte is changed'),
      ),
      inServer(
        'C54-the-header-is-not-bound',
        sealing,
        ['other }), head, ', 'other }), Buffer.alloc(0), '],
        envelope('is refused when a byte is changed'),
      ),
      inServer(
        'C54-the-key-is-not-compared',
        sealing,
        ['header.recipient !== given', "header.recipient === ''"],
        backup('is refused with another key'),
      ),
    ],
    'a truncated file is refused before anything is written': [
      inServer(
        'C54-any-part-may-be-the-last',
        sealing,
        ['isLast ? 1 : 0', 'isLast ? 0 : 0'],
        envelope('is refused when its end is missing'),
      ),
      inServer(
        'C54-restored-while-it-is-read',
        restore,
        [
          '= await readBackup(path, secret)\n',
          '= await readBackup(path, secret).catch((error: unknown) => migrate(database, options.migrations).then(() => Promise.reject(error)))\n',
        ],
        backup('is refused when it was cut short or changed'),
      ),
    ],
    'it is of one moment, of every table, and for an owner to whom row security applies': [
      inServer(
        'C54-as-the-owner-alone',
        'src/platform/backup/backup-role.ts',
        ['if (!(await isSuperuser(owner))) await owner', 'if (owner.lost) await owner'],
        online('is whole for an owner to whom row security applies'),
      ),
      inServer(
        'C54-a-table-is-left-out',
        'src/platform/backup/list-tables.ts',
        ["['platform.migrations']", "['platform.migrations', 'directory.patients']"],
        backup('is restored into an empty database'),
      ),
    ],
    'pictures and recordings are read and restored in pages of a bounded size': [
      inServer(
        'C54-as-many-large-rows-as-small-ones',
        'src/platform/backup/pages-of-rows.ts',
        ['Math.floor(mostTextOfPage / Math.max(1, longest))', 'longest + mostRowsOfPage'],
        pages('are read in pages of a bounded text'),
      ),
      inServer(
        'C54-large-rows-are-restored-at-once',
        'src/platform/backup/read-backup.ts',
        ['current.text + text.length > mostTextOfPage', 'current.text < 0'],
        serverTest('platform/backup/read-backup.test.ts', 'is handed on in pages of a bounded text'),
      ),
    ],
    'A restore takes everything or nothing': [
      inServer(
        'C54-over-what-is-there',
        restore,
        ['if (schemas.length > 0)', 'if (schemas.length > 999)'],
        backup('is not restored over data'),
      ),
      inServer(
        'C54-without-master-keys',
        restore,
        ['  await requireMasterKeys(manifest, keyProvider)\n', ''],
        backup('is not restored where the master keys are missing'),
      ),
      inServer(
        'C54-half-restored',
        restore,
        ['    await leaveEmpty(database).catch(() => undefined)\n', ''],
        backup('of a ledger that was changed is not restored'),
      ),
    ],
    'verifies the ledger up to the head that the backup names': [
      inServer(
        'C54-ledger-not-verified',
        restore,
        ['  if (fault) throw', '  if (fault && rows < 0) throw'],
        backup('of a ledger that was changed is not restored'),
      ),
      inServer(
        'C54-transaction-ids-of-another-cluster',
        restore,
        ['    await realignAfterRestore(database)\n', ''],
        serverTest('cli/backup/tests/backup.test.ts', 'is restored into an empty database', 'pglite'),
      ),
    ],
    'The visits of today and tomorrow are written as one encrypted file that the key of the front desk opens without a server':
      [
        inServer(
          'C54-a-list-that-is-not-sealed',
          'src/composition/downtime/write-downtime-list.ts',
          ['await writeFile(partial, sealed, {', 'await writeFile(partial, page, {'],
          downtime('no name is in the file'),
        ),
        inServer(
          'C54-a-list-without-tomorrow',
          collect,
          ['[today, today.add({ days: 1 })]', '[today]'],
          downtime('the list has each visit'),
        ),
        inServer(
          'C54-cancelled-visits-are-listed',
          collect,
          ['.filter(({ status }) => expected.has(status))', ''],
          downtime('the list has each visit'),
        ),
        inServer(
          'C54-names-become-markup',
          'src/composition/downtime/write-downtime-html.ts',
          ["value.replaceAll(/[&<>\"']/g, (sign) => escaped[sign] ?? '')", 'value'],
          downtime('the list has each visit'),
        ),
      ],
    'each patient in it has a row of an export in the ledger, before there is a file': [
      inServer(
        'C54-a-list-without-a-row',
        'src/composition/downtime/read-downtime-list.ts',
        ['  await ledger.append(\n', '  if (about.length < 0) await ledger.append(\n'],
        downtime('each patient in it has a row'),
      ),
    ],
    'The server stores that file for each organization once an hour, without a person': [
      inServer(
        'C54-no-list-is-stored',
        'src/compose-server.ts',
        ['...(config.downtime === null\n', '...(config.downtime !== undefined\n'],
        downtime('the server stores the list of each organization once an hour'),
      ),
      inServer(
        'C54-a-stored-list-grows-old',
        stored,
        ['age < renewAfterMinutes', 'age < 24 * renewAfterMinutes'],
        downtime('the server stores the list of each organization once an hour'),
      ),
      inServer(
        'C54-a-clock-that-was-set-back',
        stored,
        ['age >= 0 && ', ''],
        downtime('a clock that was set back keeps no old list'),
      ),
    ],
    'it is there when the server is not': [
      inServer(
        'C54-a-list-that-needs-the-server',
        'src/cli/downtime/downtime-list-command.ts',
        [
          "    if (verb === 'open' && file",
          "    if (verb === 'open') await (await composeServer(readConfig(environment))).close()\n    if (verb === 'open' && file",
        ],
        downtime('the stored list is read when the server is down'),
      ),
    ],
    'the doctor reports one that is missing or old': [
      inServer(
        'C54-the-doctor-trusts-old-lists',
        'src/cli/check-downtime-lists.ts',
        ['age !== null && age < oldestListMinutes', 'age !== null'],
        serverTest('cli/doctor.test.ts', 'reports a downtime list that is missing or old'),
      ),
    ],
    'The doctor warns when no backup was completed in the last 48 hours': [
      inServer(
        'C54-the-doctor-trusts-a-backup-that-failed',
        'src/cli/check-backup.ts',
        ["operation = 'backup.complete'", "operation = 'backup.create'"],
        backup('is known to the doctor for two days'),
      ),
      inServer(
        'C54-the-doctor-trusts-an-old-backup',
        'src/cli/check-backup.ts',
        ['now.getTime() - oldestHours * hourMs', '0'],
        backup('is known to the doctor for two days'),
      ),
    ],
    'The front desk sees the same visits on a screen, and saves them as a page to print': [
      inFile(
        'C54-a-page-without-visits',
        'packages/elements/src/schedule/downtime/downtime-panel.ts',
        ['      this.#tables(list),\n', '      [],\n'],
        elementTest(
          'src/schedule/downtime/downtime.test.ts',
          'the front desk sees today and tomorrow, and saves the same as a page to print',
        ),
      ),
      inServer(
        'C54-a-screen-without-reasons',
        collect,
        ['...inShort(reasons.get(id)),', ''],
        downtime('the front desk reads the same visits on its screen'),
      ),
      inServer(
        'C54-others-export-the-list',
        'packs/policy/permissions.json',
        ['    "privacy-officer": {\n', '    "privacy-officer": {\n      "downtime-list:export": "organization",\n'],
        downtime('the front desk reads the same visits on its screen'),
      ),
    ],
    'and ends all sessions': [
      inServer(
        'C54-sessions-go-on',
        restore,
        ['    await endSessions(owner)\n', ''],
        backup('has the rows of every table'),
      ),
    ],
  },
}
