import { elementTest, inFile, inServer, serverTest, type Promised } from '../mutant.ts'

const checks = 'src/vendors/drug-checks/'
const knowledge = `${checks}knowledge/`
const imported = (name: string) => serverTest('vendors/drug-checks/imported-checks.test.ts', name)
const importing = (name: string) => serverTest('vendors/drug-checks/knowledge/import-knowledge.test.ts', name)
const labels = (name: string) => serverTest('vendors/drug-checks/knowledge/import-labels.test.ts', name)

const reported = (name: string) =>
  serverTest('domains/prescriptions/prescribing/tests/reported-medicines.test.ts', name)

/** Imported drug knowledge: what is compared, and what must not look as if it were. */
export const drugKnowledge: Promised = {
  subject: 'drug-knowledge',
  clauses: {
    'What was prescribed elsewhere is compared, and similar names are not': [
      inServer(
        'drug-knowledge-reported-is-not-compared',
        'src/domains/prescriptions/prescribing/workflows/gather-medication.ts',
        ['      ...reported.map((each) => checkedReport(ports.medications, each)),\n', ''],
        reported('an ingredient by its name'),
      ),
      inServer(
        'drug-knowledge-a-start-is-a-name',
        'src/domains/prescriptions/prescribing/model/reported-medicine.ts',
        ['plain(each.name) === words)\n  if (same)', 'plain(each.name).startsWith(words))\n  if (same)'],
        reported('words that are the start of a medicine only'),
      ),
      inServer(
        'drug-knowledge-words-are-one-finding',
        `${checks}findings.ts`,
        ['rxcui || name.toLowerCase()', 'rxcui'],
        reported('say of each medicine in words that it is not known'),
      ),
    ],
    'Silence means that something was compared': [
      inServer(
        'drug-knowledge-interactions-are-silent',
        `${checks}find-interactions.ts`,
        ['if (others.length === 0) return []', 'if (others.length === 0 || table === null) return []'],
        imported('interactions were not compared'),
      ),
      inServer(
        'drug-knowledge-half-known-is-known',
        `${checks}imported-checks.ts`,
        [
          'ingredients.every(({ rxcui }) => knowledge.ingredientsOf(rxcui) !== null))',
          'ingredients.some(({ rxcui }) => knowledge.ingredientsOf(rxcui) !== null))',
        ],
        imported('also if one of its ingredients is known'),
      ),
      inServer(
        'drug-knowledge-classless-is-compared',
        `${checks}imported-checks.ts`,
        ['  return areCompared ? [] :', '  return areCompared || rxcui !== null ? [] :'],
        imported('each allergy says that only ingredients were compared'),
      ),
      inServer(
        'drug-knowledge-an-unknown-code-is-understood',
        `${checks}imported-checks.ts`,
        [
          'if (substances === null && (rxcui !== undefined || !isClear))',
          'if (substances === null && rxcui === undefined && !isClear)',
        ],
        imported('an unknown code'),
      ),
      inServer(
        'drug-knowledge-half-a-list',
        `${knowledge}compose-ingredient-set.ts`,
        ['parts.length === 0 || parts.includes(null) ? null', 'parts.length === 0 ? null'],
        importing('a drug with an unknown part is left out'),
      ),
    ],
    'An allergy is compared by the wider class, a duplicate by the narrower one': [
      inServer(
        'drug-knowledge-no-third-level',
        `${knowledge}drug-knowledge.ts`,
        ['(isAtc(code) ? [code, code.slice(0, 4)] : [code])', '[code]'],
        imported('report for an allergy to'),
      ),
      inServer(
        'drug-knowledge-wide-duplicates',
        `${checks}imported-checks.ts`,
        [
          'narrowest(own.classes.filter(({ code }) => other.classes',
          'narrowest(own.families.filter(({ code }) => other.families',
        ],
        imported('a wider group than that of therapy'),
      ),
    ],
    'A release is complete or not used': [
      inServer(
        'drug-knowledge-a-cut-file-is-whole',
        `${knowledge}scan-json-members.ts`,
        ['  if (!isEnded) throw', '  if (isEnded && line < 0) throw'],
        labels('stay those of the earlier release'),
      ),
      inServer(
        'drug-knowledge-two-releases',
        `${knowledge}import-labels.ts`,
        ['if (extract.updated !== first.updated)', 'if (extract.updated === null)'],
        labels('are refused for'),
      ),
      inServer(
        'drug-knowledge-a-file-is-missing',
        `${knowledge}import-labels.ts`,
        ['if (files.length !== Number(count))', 'if (files.length > Number(count))'],
        labels('are refused if a file is missing'),
      ),
      inServer(
        'drug-knowledge-read-again',
        `${knowledge}extract-labels.ts`,
        ['if (before?.of === of) return before', 'if (before?.of === null) return before'],
        labels('go on where an import was interrupted'),
      ),
    ],
    'Half of the directions is not sent': [
      inServer(
        'drug-knowledge-structure-without-the-maximum',
        'src/domains/prescriptions/kernel/model/structured-sig.ts',
        ['  if (maximum !== undefined) return undefined\n', ''],
        serverTest('domains/prescriptions/kernel/model/structured-sig.test.ts', 'are text alone if there is a maximum'),
      ),
      inServer(
        'drug-knowledge-a-maximum-that-is-exceeded',
        'src/domains/prescriptions/prescribing/model/validate-amounts.ts',
        ['if (asNeededFor === undefined && dose * often > limit * (1 + rounding))', 'if (dose * often > Infinity)'],
        serverTest('domains/prescriptions/prescribing/model/directions.test.ts', 'is validated'),
      ),
    ],
    'The demonstration is used only where nothing is imported, and says so': [
      inServer(
        'drug-knowledge-demonstration-instead',
        `${checks}load-drug-checks.ts`,
        [
          'const checks = knowledge === null ?',
          "const checks = knowledge === null || withoutImport === 'demonstration' ?",
        ],
        imported('report for an allergy to'),
      ),
      inFile(
        'drug-knowledge-demonstration-unmarked',
        'packages/elements/src/prescription-pad/knowledge-view.ts',
        [
          'const isDemonstration = sources.some((each) => each.isDemonstration)',
          'const isDemonstration = sources.length > 9',
        ],
        elementTest('src/prescription-pad/drug-knowledge.test.ts', 'is a demonstration, and the pad says so'),
      ),
    ],
  },
}
