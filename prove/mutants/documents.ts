import { inServer, serverTest, type Promised } from '../mutant.ts'

const summaryPdf = 'src/domains/follow-up/operations/get-visit-summary-pdf.ts'
const summaryDocument = serverTest('domains/follow-up/tests/summaries.test.ts', 'prints in the patient’s language')
const noteDocument = 'src/domains/documentation/model/note-document.ts'
const note = (name: string) => serverTest('domains/documentation/model/note-document.test.ts', name)
const signedNote = serverTest('domains/documentation/tests/signing.test.ts', 'makes it printable')
const printed = (name: string) => serverTest('platform/documents/write-pdf.test.ts', name)

/** What stands on paper, as another program reads it. */
export const documents: Promised = {
  subject: 'documents',
  clauses: {
    'The summary of a visit is in the language of its patient': [
      inServer(
        'documents-a-summary-in-english',
        summaryPdf,
        ["language: patient?.language ?? 'en'", "language: 'en'"],
        summaryDocument,
      ),
      inServer(
        'documents-a-summary-of-no-one',
        summaryPdf,
        ["name: reach?.displayName ?? ''", "name: ''"],
        summaryDocument,
      ),
    ],
    'A note is in its own language, with its text, its diagnoses and its signatures': [
      inServer(
        'documents-dates-of-a-note-in-english',
        noteDocument,
        ['new Intl.DateTimeFormat(language,', "new Intl.DateTimeFormat('en',"],
        note('is in the language of the note'),
      ),
      inServer(
        'documents-headings-of-a-note-in-english',
        noteDocument,
        ['textIn(section.heading, note.language)', "textIn(section.heading, 'en')"],
        note('is in the language of the note'),
      ),
      inServer(
        'documents-a-note-without-its-text',
        noteDocument,
        ["{ kind: 'paragraph', text },\n      ]\n    })", "{ kind: 'paragraph', text: '' },\n      ]\n    })"],
        note('contains the patient'),
        signedNote,
      ),
      inServer(
        'documents-a-note-without-diagnoses',
        noteDocument,
        ['rows: content.diagnoses.map(({ code, display }) => [code, display])', 'rows: []'],
        note('contains the patient'),
        signedNote,
      ),
      inServer(
        'documents-a-note-without-signatures',
        noteDocument,
        ['...signatures.flatMap((signature) => signatureOf(signature, printed)),', ''],
        note('contains the patient'),
        signedNote,
      ),
      inServer(
        'documents-a-note-by-another-clock',
        noteDocument,
        ['timeZone: zone }', "timeZone: 'UTC' }"],
        note('contains the patient'),
        signedNote,
      ),
    ],
    'An estimate and a superbill say what it costs': [
      inServer(
        'documents-an-estimate-without-its-total',
        'src/domains/billing/estimates/model/estimate-document.ts',
        ['dollars(totalOf(estimate))', "''"],
        serverTest('domains/billing/estimates/tests/estimates.test.ts', 'is with the patient at once'),
        serverTest('domains/billing/estimates/tests/estimates.test.ts', 'can be printed, and is replaced'),
      ),
      inServer(
        'documents-a-superbill-without-its-total',
        'src/domains/billing/claims/model/superbill.ts',
        ["['Total', ", "['Sum', "],
        serverTest('domains/billing/accounts/tests/account.test.ts', 'is written down for the patient'),
      ),
    ],
    'No word is lost over many pages, and nothing in a document runs': [
      inServer(
        'documents-pages-are-not-numbered',
        'src/platform/documents/write-pdf.ts',
        ['  drawMargins(writer, document)\n', ''],
        printed('keeps every word over many pages'),
      ),
      inServer(
        'documents-letters-that-no-font-has',
        'src/platform/documents/write-pdf.ts',
        [
          'textsOf(document).map(printableText)',
          "textsOf(document).map(printableText).map((text) => text.replaceAll(/[^\\0-\\u024f]/g, ''))",
        ],
        printed('keeps Arabic and Hebrew in reading order'),
      ),
    ],
  },
}
