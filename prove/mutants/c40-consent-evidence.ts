import { elementTest, inFile, inServer, serverTest, type Promised } from '../mutant.ts'

const evidence = 'src/domains/consent/model/consent-evidence.ts'
const stored = serverTest('domains/consent/tests/decisions.test.ts', 'is stored with evidence that anyone can verify')
const texts = (name: string) => serverTest('domains/consent/tests/texts.test.ts', name)
const valid = 'src/domains/consent/model/require-valid-decision.ts'
const spoken = (name: string) => serverTest('domains/consent/tests/spoken-decisions.test.ts', name)
const recorded = spoken('is recorded by staff, with who attests it')
const refusedWith = (row: string) => ({ ...spoken('and nothing is recorded'), row })
const inWriting = (row: string) => ({ ...spoken('wants it in writing'), row })
const screen = (name: string) => elementTest('src/spoken-decision/spoken-decision.test.ts', name)
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
    'Staff record what a person says, with who said it and how, where they are, that the text was read aloud, and the role of who attests it':
      [
        inServer('C40-no-role-attests', evidence, ['attestedAs: about.attestedAs', 'attestedAs: null'], recorded),
        inServer('C40-no-way-of-saying-it', evidence, ['channel: body.spoken.channel', "channel: ''"], recorded),
        inServer('C40-no-place', evidence, ['state: body.spoken.state', "state: ''"], recorded),
        inServer(
          'C40-not-whether-it-was-read',
          evidence,
          ['textRead: body.spoken.textRead', 'textRead: null'],
          recorded,
        ),
      ],
    'a spoken yes is refused where the law wants it in writing: at home, where the patient is now, and about substance use':
      [
        inServer(
          'C40-a-spoken-yes-is-always-enough',
          valid,
          ["decision === 'granted' && form === 'written') throw", "decision === 'granted' && form !== form) throw"],
          inWriting('both'),
        ),
        inServer(
          'C40-the-home-state-alone',
          'src/domains/consent/operations/decide-consent.ts',
          ['[home, ...(body.spoken ? [body.spoken.state] : [])]', '[home]'],
          inWriting('where the patient is now'),
        ),
        inServer(
          'C40-where-the-patient-is-alone',
          'src/domains/consent/operations/decide-consent.ts',
          ['[home, ...(body.spoken ? [body.spoken.state] : [])]', 'body.spoken ? [body.spoken.state] : [home]'],
          inWriting('the home state'),
        ),
        inServer(
          'C40-substance-use-by-word',
          'src/domains/consent/model/consent-rule.ts',
          [
            "if (isPartTwo(purpose)) return { form: 'written'",
            "if (isPartTwo(purpose)) return { form: 'verbal-documented'",
          ],
          spoken('is no yes to sharing substance use records'),
        ),
      ],
    'so it is before the text was read aloud': [
      inServer(
        'C40-a-text-that-was-not-read',
        valid,
        ['spoken?.textRead === false) throw', 'spoken?.textRead === null) throw'],
        refusedWith('sections_not_read'),
      ),
    ],
    'and from everyone but staff, who say who spoke': [
      inServer(
        'C40-anyone-attests',
        valid,
        ['if (!isAttested && spoken !== undefined)', 'if (!isAttested && spoken === null)'],
        spoken('is attested by no one but staff who may'),
      ),
      inServer(
        'C40-staff-sign-for-the-patient',
        valid,
        ["signature.kind !== (isAttested ? 'attested' : 'typed')", "!isAttested && signature.kind !== 'typed'"],
        refusedWith('signature_missing'),
      ),
      inServer(
        'C40-nobody-spoke',
        valid,
        ['if (isAttested && spoken === undefined)', 'if (isAttested && spoken === null)'],
        refusedWith('signature_missing'),
      ),
    ],
    'that of a proxy counts while their right covers visits': [
      inServer(
        'C40-any-right',
        'src/domains/consent/operations/decide-consent.ts',
        ['if (proxyId !== undefined && !(await', 'if (proxyId === null && !(await'],
        spoken('of a proxy counts while'),
      ),
      inServer(
        'C40-any-scope',
        'src/domains/directory/provides.ts',
        ["right.id === proxyId && right.scope.includes('visit') &&", 'right.id === proxyId &&'],
        spoken('of a proxy counts while'),
      ),
    ],
    'a spoken no is recorded everywhere': [
      inServer(
        'C40-a-no-in-writing-only',
        valid,
        ["isAttested && decision === 'granted' && form === 'written'", "isAttested && form === 'written'"],
        spoken('is a no everywhere'),
      ),
    ],
    'The screen says before the text that it must be signed, and how': [
      inServer(
        'C40-the-form-of-the-home-state',
        'src/domains/consent/operations/list-consent-requirements.ts',
        ['[home, ...(query.state === undefined ? [] : [query.state])]', '[home]'],
        spoken('staff read before whether it is enough'),
      ),
      inFile(
        'C40-the-screen-does-not-say-so',
        'packages/elements/src/spoken-decision/spoken-decision-part.ts',
        ["const mustSign = form === 'written'", 'const mustSign = form === undefined'],
        screen('where the law wants it in writing'),
      ),
      inFile(
        'C40-the-screen-does-not-ask-whether-it-was-read',
        'packages/elements/src/spoken-decision/spoken-answers.ts',
        ['...(isYes && !wasRead ?', '...(isYes && wasRead === null ?'],
        screen('what is missing is said at its place'),
      ),
    ],
    'The patient reads in which role it was recorded and when, and takes it back there': [
      inServer(
        'C40-the-patient-does-not-read-it',
        'src/domains/consent/presenters/present-consent.ts',
        ['  ...(spoken && { spoken }),\n', ''],
        spoken('is read by the patient'),
      ),
      inFile(
        'C40-the-page-does-not-say-who-recorded-it',
        'packages/elements/src/settings/consents-part.ts',
        ['isSpoken(consent) ? this.#spokenView(consent) : nothing', 'nothing'],
        screen('a spoken yes is recorded'),
      ),
    ],
  },
}
