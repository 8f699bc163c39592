import { elementTest, inFile, inServer, serverTest, type Promised } from '../mutant.ts'

const checks = 'src/vendors/drug-checks/'
const prescribing = 'src/domains/prescriptions/prescribing/'
const alerts = (name: string) => serverTest('domains/prescriptions/prescribing/tests/alerts.test.ts', name)
const imported = (name: string) => serverTest('vendors/drug-checks/imported-checks.test.ts', name)
const table = (name: string) => serverTest('vendors/drug-checks/interactions.test.ts', name)
const importing = (name: string) => serverTest('vendors/drug-checks/knowledge/import-interactions.test.ts', name)
const reported = (name: string) =>
  serverTest('domains/prescriptions/prescribing/tests/reported-medicines.test.ts', name)
const controlled = (name: string) => serverTest('domains/prescriptions/kernel/model/controlled-substance.test.ts', name)
const cancelling = (name: string) => serverTest('domains/prescriptions/prescribing/tests/sending.test.ts', name)

export const prescribingSafety: Promised = {
  subject: 'C57',
  clauses: {
    'Each alert needs a reason': [
      inServer(
        'C57-signed-without-a-reason',
        `${prescribing}model/write-prescription.ts`,
        ['if (open.length > 0) throw alertsOpen', 'if (open.length > 99) throw alertsOpen'],
        alerts('needs a reason before the signature'),
      ),
    ],
    'a check that is late, failed or invalid is an alert, and so are unknown allergies, medicines and allergies that the checks do not know, and directions that do not fit the form of the medicine':
      [
        inServer(
          'C57-a-failed-check-is-silent',
          `${checks}check-medication.ts`,
          ["return worst([...asked, unavailable('checks')]).map(named)", 'return worst(asked).map(named)'],
          serverTest('vendors/drug-checks/drug-checks.test.ts', 'is an alert, never the absence of one'),
        ),
        inServer(
          'C57-allergies-not-asked-are-none',
          `${checks}check-medication.ts`,
          ["context.allergies === null ? [unavailable('allergies')] : []", '[]'],
          alerts('a patient who was not asked about allergies'),
        ),
        inServer(
          'C57-an-unknown-medicine-is-silent',
          `${checks}imported-checks.ts`,
          ['.filter(({ isKnown }) => !isKnown)\n', '.filter(({ isKnown }) => !isKnown && isKnown)\n'],
          imported('report a medicine that the release does not have'),
        ),
        inServer(
          'C57-unfit-directions-are-silent',
          `${prescribing}model/write-prescription.ts`,
          ['const alerts = [...fitAlerts(medication, written), ...found]', 'const alerts = found'],
          serverTest(
            'domains/prescriptions/prescribing/tests/fit.test.ts',
            'is not signed without a reason for each alert',
          ),
        ),
      ],
    'checks are repeated at the signature': [
      inServer(
        'C57-checked-once',
        `${prescribing}model/write-prescription.ts`,
        [
          'const alerts = [...fitAlerts(medication, { ...before, directions }), ...signing.alerts]',
          'const { alerts } = before.content',
        ],
        alerts('that arises between draft and signature prevents the signature'),
      ),
    ],
    'Schedules II to V are refused without a certified adapter, and by the dated pack from 1 January 2027': [
      inServer(
        'C57-no-adapter-needed',
        'src/domains/prescriptions/kernel/model/controlled-substance.ts',
        ['return needsAdapter &&', 'return !needsAdapter &&'],
        controlled('is refused without a certified adapter'),
      ),
      inServer(
        'C57-an-expired-rule-allows',
        'src/domains/prescriptions/kernel/model/controlled-substance.ts',
        [' && today <= effectiveTo', ''],
        controlled('from the start of 2027'),
      ),
    ],
    'A prescription is cancelled only when the pharmacy approves the cancellation': [
      inServer(
        'C57-a-denial-cancels',
        'src/domains/prescriptions/messages/model/handle-pharmacy-message.ts',
        ['      if (!approved)\n', '      if (!approved && before.cancelRequestedAt === null)\n'],
        cancelling('leaves it unchanged if the pharmacy denies it'),
      ),
      inServer(
        'C57-a-request-cancels',
        `${prescribing}model/cancel.ts`,
        ["    status: 'cancel-requested',\n    beforeCancel", "    status: 'cancelled',\n    beforeCancel"],
        cancelling('is a request until the pharmacy approves it'),
      ),
    ],
    'Imported releases are compared by ingredient and class and are named with each alert': [
      inServer(
        'C57-ingredients-are-not-compared',
        `${checks}imported-checks.ts`,
        ['  if (same) return [byIngredient(allergyToIngredient(allergy, same))]\n', ''],
        imported('report for an allergy to'),
      ),
      inServer(
        'C57-classes-are-not-compared',
        `${checks}imported-checks.ts`,
        [
          '  if (shared) return [byClass(allergyToClass',
          '  if (shared?.code.length === 0) return [byClass(allergyToClass',
        ],
        imported('report for an allergy to'),
      ),
      inServer(
        'C57-alerts-without-a-release',
        `${checks}imported-checks.ts`,
        [
          '.map(({ isByClass, ...finding }) => ({ ...finding, source: isByClass ? classSource : ingredientSource }))',
          '.map(({ isByClass: _, ...finding }) => finding)',
        ],
        imported('name source and day of the release'),
      ),
    ],
    'A table of interactions is imported completely or not at all': [
      inServer(
        'C57-a-faulty-table-is-written',
        `${checks}knowledge/import-interactions.ts`,
        ['if (faults.length > 0) throw', 'if (faults.length > 99) throw'],
        importing('an unknown ingredient'),
      ),
    ],
    'what it does not know, has twice or contradicts is named by its line, and nothing is guessed': [
      inServer(
        'C57-unknown-codes-are-imported',
        `${checks}knowledge/read-interaction-rows.ts`,
        ['    if (parts === null) return', '    if (parts === undefined) return'],
        importing('an unknown ingredient'),
      ),
      inServer(
        'C57-unknown-classes-are-imported',
        `${checks}knowledge/read-interaction-rows.ts`,
        ['return known.isClass(code) ?', "return code !== '' ?"],
        importing('an unknown class'),
      ),
      inServer(
        'C57-the-first-of-two-is-taken',
        `${checks}knowledge/read-interaction-rows.ts`,
        ['    else faults.push({ line, ...repeated(before, row) })\n', ''],
        importing('which line is right is not guessed'),
      ),
      inServer(
        'C57-the-order-of-a-pair-counts',
        `${checks}knowledge/interaction-set.ts`,
        ['(one < two ? `${one}|${two}` : `${two}|${one}`)', '`${one}|${two}`'],
        table('are found in both directions, whatever the order of their sides'),
      ),
      inServer(
        'C57-an-unknown-severity-is-low',
        `${checks}knowledge/read-interaction-rows.ts`,
        ["severities[cell['severity'].toLowerCase()]", "severities[cell['severity'].toLowerCase()] ?? 'low'"],
        importing('a severity that says nothing'),
      ),
    ],
    'its pairs are found in both directions, by ingredient and by class, among what was prescribed here and elsewhere':
      [
        inServer(
          'C57-interactions-are-not-looked-for',
          `${checks}find-interactions.ts`,
          ['    ...others.flatMap((other) => interactionsOf(table, own, other)),\n', ''],
          table('two ingredients'),
        ),
        inServer(
          'C57-class-pairs-are-not-looked-for',
          `${checks}knowledge/interaction-table.ts`,
          ['      ...knowledge.familiesOf(ingredient).map', '      ...knowledge.familiesOf(ingredient).slice(99).map'],
          table('of classes are found exactly as each of their pairs of ingredients'),
        ),
        inServer(
          'C57-a-medicine-interacts-with-itself',
          `${checks}knowledge/interaction-table.ts`,
          ['      if (one === two) return []\n', ''],
          table('finds none of a medicine with itself'),
        ),
        inServer(
          'C57-reported-medicines-do-not-interact',
          `${prescribing}workflows/gather-medication.ts`,
          ['      ...reported.map((each) => checkedReport(ports.medications, each)),\n', ''],
          serverTest(
            'domains/prescriptions/prescribing/tests/interactions.test.ts',
            'is an alert next to what was prescribed elsewhere',
          ),
        ),
      ],
    'the alert names severity, text, source and release': [
      inServer(
        'C57-an-interaction-without-its-source',
        `${checks}find-interactions.ts`,
        ['    source: table.sourceOf(pair),\n', ''],
        table('names severity, text, source, version and release with each alert'),
      ),
      inFile(
        'C57-the-pad-does-not-name-the-version',
        'packages/elements/src/prescription-pad/knowledge-view.ts',
        ["version === undefined ? name : t('versionOf', { name, version })", 'name'],
        elementTest('src/prescription-pad/drug-knowledge.test.ts', 'an interaction names the other medicine'),
      ),
    ],
    'Without a table, and for a medicine that it does not name, it is an alert that interactions were not compared': [
      inServer(
        'C57-no-table-is-silent',
        `${checks}find-interactions.ts`,
        ['return [{ ...interactionsNotCompared(taken, areClassed), source }]', 'return areClassed ? [] : []'],
        imported('interactions were not compared'),
      ),
      inServer(
        'C57-unnamed-medicines-are-silent',
        `${checks}find-interactions.ts`,
        ['...(unnamed.length === 0 ?', '...(unnamed.length >= 0 ?'],
        table('says of each medicine that it does not name'),
      ),
      inServer(
        'C57-half-of-a-combination-is-enough',
        `${checks}find-interactions.ts`,
        ['ingredients.every(({ rxcui }) => table.names(rxcui))', 'ingredients.some(({ rxcui }) => table.names(rxcui))'],
        table('says of each medicine that it does not name'),
      ),
      inServer(
        'C57-lost-classes-are-silent',
        `${checks}find-interactions.ts`,
        ['...(table.lostClasses.length === 0 ?', '...(table.lostClasses.length >= 0 ?'],
        table('has lost a class that the table names'),
      ),
    ],
    'Medicines that were prescribed elsewhere are compared too': [
      inServer(
        'C57-reported-is-not-compared',
        `${prescribing}workflows/gather-medication.ts`,
        ['      ...reported.map((each) => checkedReport(ports.medications, each)),\n', ''],
        reported('an ingredient by its name'),
      ),
    ],
    'one in words that no medicine is called exactly is an alert': [
      inServer(
        'C57-the-start-of-a-name-is-enough',
        `${prescribing}model/reported-medicine.ts`,
        ['plain(each.name) === words)\n  if (same)', 'plain(each.name).startsWith(words))\n  if (same)'],
        reported('words that are the start of a medicine only'),
      ),
    ],
    'The rules that ship, and a table that is marked so, are a demonstration and no clinical knowledge, and the pad says so':
      [
        inFile(
          'C57-demonstration-unmarked',
          'packages/elements/src/prescription-pad/knowledge-view.ts',
          [
            'const isDemonstration = sources.some((each) => each.isDemonstration)',
            'const isDemonstration = sources.length > 9',
          ],
          elementTest('src/prescription-pad/drug-knowledge.test.ts', 'is a demonstration, and the pad says so'),
        ),
        inServer(
          'C57-a-demonstration-table-unmarked',
          `${checks}knowledge/interaction-table.ts`,
          ['release: effectiveFrom, isDemonstration }', 'release: effectiveFrom, isDemonstration: false }'],
          serverTest('cli/import-code-set.test.ts', 'a table of interactions'),
        ),
      ],
  },
}
