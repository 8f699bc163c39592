import { elementTest, inFile, inServer, serverTest, type Promised } from '../mutant.ts'

const compliance = 'src/domains/compliance/'
const model = `${compliance}model/accounting.ts`
const disclosure = `${compliance}model/disclosure.ts`
const store = `${compliance}store/disclosures.ts`
const accounting = (name: string) => serverTest('domains/compliance/tests/disclosures.test.ts', name)
const heldBack = accounting('holds a disclosure back until its day')
const equal = accounting('equals the ledger')

export const accountingOfDisclosures: Promised = {
  subject: 'C31',
  clauses: {
    'The patient, or a proxy who may see the record, reads in `<visit-privacy-center>` each disclosure that the law counts, with day, recipient, what and why':
      [
        inServer(
          'C31-any-proxy-reads',
          `${compliance}workflows/make-accounting.ts`,
          ["  await directory.actingFor(context, patientId, 'record')\n", ''],
          accounting('is read by the patient, and by proxies who may see the record'),
        ),
        inServer(
          'C31-without-the-address',
          `${compliance}presenters/accounting-document.ts`,
          ['[one.recipient.name, one.recipient.address]', '[one.recipient.name]'],
          accounting('is printed in the language that is asked for'),
        ),
        inFile(
          'C31-the-purpose-is-not-shown',
          'packages/elements/src/privacy-center/disclosures-part.ts',
          ["<p>${one.isCounted ? t('why', { why }) : t('whyNotCounted', { why })}</p>", ''],
          elementTest(
            'src/privacy-center/privacy-center.test.ts',
            'the list of who received information says when, to whom, what and why',
          ),
        ),
      ],
    'of at most six years': [
      inServer('C31-seven-years', model, ['longestYears = 6', 'longestYears = 7'], accounting('covers six years')),
      inServer(
        'C31-the-last-day-is-left-out',
        `${compliance}workflows/make-accounting.ts`,
        ['startOf(period.toDay + 1, zone)', 'startOf(period.toDay, zone)'],
        accounting('covers six years'),
      ),
    ],
    'it equals the ledger': [
      inServer('C31-what-was-refused', store, ["    .where('outcome', '<>', 'refused')\n", ''], equal),
      inServer('C31-what-was-not-sent', store, ["    .where('action', '=', 'export')\n", ''], equal),
      inServer('C31-by-patient', store, ["    .where('patient', '=', patientId)\n", ''], equal),
    ],
    'the rest is shown with the reason when asked for': [
      inServer(
        'C31-authorized-is-counted',
        model,
        ["  'authorization',\n", ''],
        accounting('leaves out what the law leaves out'),
      ),
      inServer(
        'C31-everything-at-once',
        model,
        ['    if (!one.isCounted && !everything) continue\n', ''],
        accounting('leaves out what the law leaves out'),
      ),
    ],
    'an unknown purpose is counted': [
      inServer(
        'C31-unknown-is-operations',
        model,
        ["(purposes[group.purpose] ?? 'unlisted')", "(purposes[group.purpose] ?? 'operations')"],
        accounting('has each disclosure that the law counts'),
      ),
    ],
    'those alike are one line with first, number and last': [
      inServer(
        'C31-only-the-first',
        model,
        ['  count: one.count + other.count,\n', ''],
        accounting('sums up those that are alike'),
      ),
      inServer(
        'C31-alike-whatever-was-disclosed',
        model,
        ['recipient?.address, content, what]', 'recipient?.address, content]'],
        accounting('sums up those that are alike'),
      ),
    ],
    'it is a PDF too': [
      inServer(
        'C31-printed-with-everything',
        `${compliance}presenters/accounting-document.ts`,
        ['...(everything\n', '...(true\n'],
        accounting('is printed in the language that is asked for'),
      ),
    ],
    '`<visit-privacy-desk>` records by hand what the server did not send': [
      inServer(
        'C31-in-the-future',
        disclosure,
        ['  if (day > today) throw dayRefused(`Must be ${dateOf(today)} or earlier.`)\n', ''],
        accounting('is not in the future, has a purpose of the list and a recipient'),
      ),
      inFile(
        'C31-saved-without-a-purpose',
        'packages/elements/src/privacy-desk/disclosure-form.ts',
        ["(['on', 'purpose', 'name', 'what'] as const)", "(['on', 'name'] as const)"],
        elementTest('src/privacy-desk/disclosures.test.ts', 'a disclosure is recorded, and a form without something'),
      ),
    ],
    'corrects it, and keeps what it said': [
      inServer(
        'C31-corrections-are-lost',
        store,
        ['  ...{ recipient, what, corrections },', '  ...{ recipient, what, corrections: corrections.slice(1) },'],
        accounting('is corrected with a reason, and what it said before stays'),
      ),
      inServer(
        'C31-errors-are-accounted',
        store,
        ["    .where('in_error', '=', false)\n", ''],
        accounting('that was recorded in error is in no accounting'),
      ),
    ],
    'and cannot delete it': [
      inServer(
        'C31-the-role-may-delete',
        `${compliance}store/migrations/0225-disclosures.ts`,
        ["    'revoke delete on compliance.disclosures from visitkit_compliance',\n", ''],
        accounting('cannot be deleted, by the server or in its role of the database'),
      ),
    ],
    'A suspension for law enforcement or health oversight holds one back until its last day, also in the list of accesses':
      [
        inServer(
          'C31-nothing-is-held-back',
          store,
          ["eb('suspended_until', '<', today)", "eb('suspended_until', '>', 0)"],
          heldBack,
        ),
        inServer(
          'C31-its-last-day-is-shown',
          store,
          ["eb('suspended_until', '<', today)", "eb('suspended_until', '<=', today)"],
          heldBack,
        ),
        inServer(
          'C31-the-list-of-accesses-tells',
          `${compliance}store/accesses.ts`,
          ["query = query.where('access.entity', '<>', 'Disclosure')", 'query = query.where(sql<boolean>`true`)'],
          heldBack,
        ),
        inServer(
          'C31-of-any-purpose',
          disclosure,
          ["['law-enforcement', 'health-oversight']", "['law-enforcement', 'health-oversight', 'court']"],
          accounting('is possible for law enforcement and health oversight only, and ends with another purpose'),
        ),
      ],
    'one only said lasts at most 30 days': [
      inServer(
        'C31-said-for-long',
        disclosure,
        ['longestOralDays = 30', 'longestOralDays = 60'],
        accounting('that was only said lasts at most 30 days'),
      ),
    ],
  },
}
