import { elementTest, inFile, inServer, serverTest, type Promised } from '../mutant.ts'

const evidence = 'src/domains/consent/model/consent-evidence.ts'
const stored = serverTest('domains/consent/tests/decisions.test.ts', 'is stored with evidence that anyone can verify')
const texts = (name: string) => serverTest('domains/consent/tests/texts.test.ts', name)
const copy = elementTest(
  'src/settings/settings.test.ts',
  'the signer saves a copy of the exact text, with the decision and its proof',
)

export const consentEvidence: Promised = {
  subject: 'C40',
  clauses: {
    'Signed evidence of the hash of what was shown, version, language, sections seen, typed name and session': [
      inServer('C40-no-hash', evidence, ['contentHash: text.contentHash', "contentHash: ''"], stored),
      inServer('C40-no-version', evidence, ['version: text.version', 'version: 0'], stored),
      inServer('C40-no-language', evidence, ['language: text.language', "language: ''"], stored),
      inServer(
        'C40-no-sections',
        evidence,
        ['[...new Set(body.sectionsSeen)]', '[...new Set(body.sectionsSeen)].slice(0, 0)'],
        stored,
      ),
      inServer('C40-no-name', evidence, ['name: body.signature.name', "name: ''"], stored),
      inServer('C40-no-session', evidence, ['id: about.session.id', "id: ''"], stored),
    ],
    'and of how the person signed in': [
      inServer(
        'C40-no-methods',
        evidence,
        ['[...about.session.methods]', '[...about.session.methods].slice(0, 0)'],
        stored,
      ),
    ],
    'it verifies offline, and with one byte changed it does not': [
      inServer(
        'C40-any-statement-verifies',
        'src/domains/consent/model/verify-evidence.ts',
        ['return verify(null', 'return key !== null || verify(null'],
        serverTest(
          'domains/consent/model/verify-evidence.test.ts',
          'evidence can be verified without the server, and no byte of it can be changed',
        ),
      ),
    ],
    'a decision on another text than the one that was shown is refused': [
      inServer(
        'C40-another-text-was-shown',
        'src/domains/consent/operations/decide-consent.ts',
        [' || text.contentHash !== body.contentHash)', ')'],
        serverTest(
          'domains/consent/tests/decisions.test.ts',
          'on an English text is refused with the hash of the Spanish one',
        ),
      ),
    ],
    'A text without a required clause is not published': [
      inServer(
        'C40-clauses-may-be-missing',
        'src/domains/consent/workflows/publish-text.ts',
        ['if (clauses.length > 0) throw', 'if (clauses.length < 0) throw'],
        texts('are not published without a required clause'),
      ),
    ],
    'nor is a translation that no one reviewed': [
      inServer(
        'C40-translations-need-no-reviewer',
        'src/domains/consent/workflows/publish-text.ts',
        ["body.reviewedBy === undefined || body.reviewedBy.trim() === ''", 'body.title === undefined'],
        texts('are translated once, section for section'),
      ),
    ],
    'The signer saves a copy of the exact text with the decision and its proof': [
      inFile(
        'C40-a-copy-without-the-text',
        'packages/elements/src/core/consent-copy.ts',
        ["sections.map(section).join('')", "sections.slice(1).map(section).join('')"],
        copy,
      ),
      inFile(
        'C40-a-copy-without-the-proof',
        'packages/elements/src/core/consent-copy.ts',
        ['[words.statement, statement]', "[words.statement, '']"],
        copy,
      ),
      inFile(
        'C40-a-copy-of-the-newest-text',
        'packages/elements/src/settings/consents-part.ts',
        [
          'client.consents.getDocument(documentId, { version, language }, { signal })',
          'client.consents.getDocument(documentId, {}, { signal })',
        ],
        copy,
      ),
    ],
  },
}
