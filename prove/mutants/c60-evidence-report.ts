import { inFile, inServer, scriptTest, serverTest, type Promised } from '../mutant.ts'

const judge = 'src/cli/report/judge-control.ts'
const sign = 'src/cli/report/sign-report.ts'
const judged = (name: string) => serverTest('cli/report/judge-control.test.ts', name)
const command = (name: string) => serverTest('cli/report/report-command.test.ts', name)
const refusals = 'src/cli/report/release-refusals.ts'
const refused = (name: string) => serverTest('cli/report/release-refusals.test.ts', name)
const gate = (name: string) => scriptTest('require-green.test.ts', name)

export const evidenceReport: Promised = {
  subject: 'C60',
  clauses: {
    '`visitkit-server report` shows of each control its tests and mutants, with run, commit and time': [
      inFile(
        'C60-failures-are-not-recorded',
        'scripts/record-tests.ts',
        ["states.set(name, state === 'pending' ? 'skipped' : state)", "states.set(name, 'passed')"],
        scriptTest('report.test.ts', 'turns one row red when one test fails, and leaves the others'),
      ),
      inFile(
        'C60-a-broken-file-is-not-recorded',
        'scripts/record-tests.ts',
        ['if (!module.ok() &&', 'if (false &&'],
        scriptTest('report.test.ts', 'is red when a file of tests does not load'),
      ),
    ],
    'What failed, is unknown, or ran on older files is red': [
      inServer(
        'C60-a-failed-test-is-green',
        judge,
        ["if (result !== 'passed')", "if (result === 'skipped')"],
        judged('is red when a test'),
      ),
      inServer(
        'C60-an-unknown-run-is-green',
        judge,
        ["if (result === 'not run' || run === null)", 'if (run === null && false)'],
        judged('is red when a test'),
      ),
      inServer(
        'C60-uncommitted-files-count',
        judge,
        ['of.uncommitted > 0', 'of.uncommitted < 0'],
        judged('is red when its tests ran'),
      ),
      inServer(
        'C60-older-files-count',
        judge,
        ['of.changedSince > 0 ?', 'of.changedSince < 0 ?'],
        judged('is red when its tests ran'),
      ),
      inServer(
        'C60-older-mutants-count',
        judge,
        ['changedSince.length > 0 ?', 'changedSince.length < 0 ?'],
        judged('is red when a mutant'),
      ),
      inServer(
        'C60-a-survivor-is-green',
        judge,
        ["if (outcome !== 'red')", "if (outcome === 'broken')"],
        judged('is red when a mutant'),
      ),
      inServer(
        'C60-a-clause-without-a-mutant-is-green',
        judge,
        ['.filter(({ mutants }) => mutants.length === 0)', '.filter(({ mutants }) => mutants.length < 0)'],
        judged('is red when it is called done and a clause has no mutant'),
      ),
    ],
    'A report is signed with the key of the ledger': [
      inServer(
        'C60-another-key-is-right',
        sign,
        [
          'if (signed.keyId !== keyIdOf(publicKey)) return wrongKey(signed.keyId, publicKey)\n  const text = Buffer.from(reportContext',
          'const text = Buffer.from(reportContext',
        ],
        command('refuses what another key signed'),
      ),
      inServer(
        'C60-no-signature-is-right',
        sign,
        ["return 'It has no signature.'", 'return null'],
        command('refuses a report without a signature'),
      ),
    ],
    'an edited one does not verify': [
      inServer(
        'C60-an-edited-report-verifies',
        sign,
        ["if (!verify(null, text, publicKey, Buffer.from(signed.signature, 'base64')))", 'if (text.length === 0)'],
        command('says that a row was changed'),
      ),
      inServer(
        'C60-more-verifies',
        sign,
        ['written.equals(bytes)', 'written.length <= bytes.length'],
        command('refuses a report that was formatted again, and one to which something was added'),
      ),
      inServer(
        'C60-an-edited-page-verifies',
        sign,
        ['Buffer.from(fileContext + sha256(bytes))', 'Buffer.from(fileContext + (signed.sha256 ?? sha256(bytes)))'],
        command('refuses a page that was changed next to its signature'),
      ),
    ],
    'The same evidence gives the same bytes': [
      inServer(
        'C60-the-time-of-the-clock',
        'src/cli/report/make-report.ts',
        ['.at(-1) ?? committedAt', '.at(-2) ?? `${committedAt}, ${performance.now()}`'],
        command('writes the same bytes for the same evidence, and a signature that holds'),
      ),
    ],
    'It is also an OSCAL component definition and OSCAL assessment results': [
      inServer(
        'C60-no-version-of-the-model',
        'src/cli/report/oscal/oscal-parts.ts',
        ["'oscal-version': oscalVersion,", ''],
        serverTest('cli/report/oscal/oscal.test.ts', 'has the members that the model requires and no others'),
      ),
      inServer(
        'C60-identifiers-of-another-form',
        'src/cli/report/oscal/derive-uuid.ts',
        ['| 0x50', '| 0x70'],
        serverTest('cli/report/oscal/oscal.test.ts', 'has the members that the model requires and no others'),
      ),
      inServer(
        'C60-every-finding-is-satisfied',
        'src/cli/report/oscal/write-assessment-results.ts',
        ["state: control.color === 'green' ?", "state: control.color !== 'red' ?"],
        serverTest('cli/report/oscal/oscal.test.ts', 'are satisfied for green controls alone'),
      ),
    ],
    'Nothing is published unless each of the sixty controls is green on exactly these files, or has an exception with owner, reason and last day':
      [
        inServer(
          'C60-a-red-control-is-released',
          refusals,
          [
            'if (exception === null) return [`${control} ${title} is ${color}.',
            'if (exception === null) return color !== control ? [] : [`${control} ${title} is ${color}.',
          ],
          refused('is refused for a control that is red or partly'),
          gate('is refused for one planted red control'),
        ),
        inServer(
          'C60-a-missing-row-is-released',
          refusals,
          ['...everyControl.filter((control) => !known.has(control))', '...everyControl.filter((control) => !control)'],
          refused('is refused for a row that is missing'),
        ),
        inServer(
          'C60-uncommitted-files-are-released',
          refusals,
          ['...(uncommitted > 0\n', '...(uncommitted < 0\n'],
          refused('files that are not committed'),
        ),
        inServer(
          'C60-an-exception-has-no-end',
          refusals,
          ['return exception.expires < today', 'return exception.expires < exception.expires'],
          refused('with an exception up to its last day, and not after it'),
        ),
        inFile(
          'C60-an-exception-without-an-owner',
          'prove/release-exceptions.ts',
          ['value.trim().length >= 3 ? null', 'value.length >= 0 ? null'],
          gate('are refused with the entry, the member and the remedy'),
        ),
        inFile(
          'C60-an-older-package-is-published',
          'scripts/require-green.ts',
          ['...(built?.trimEnd() === JSON.stringify(evidence)', '...(built !== undefined'],
          gate('is refused if the package was built from other files'),
        ),
        inFile(
          'C60-published-without-the-gate',
          'package.json',
          ['&& node scripts/require-green.ts ', ''],
          gate('runs the gate after the build and before anything is published'),
        ),
      ],
    'the report shows an exception, and never as green': [
      inServer(
        'C60-an-exception-is-green',
        judge,
        [
          '    color,\n    reasons,\n    exception:',
          "    color: exceptionOf.has(control.control) ? 'green' : color,\n    reasons,\n    exception:",
        ],
        command('shows an exception with owner, reason and last day, and not as green'),
      ),
      inServer(
        'C60-an-exception-is-not-shown',
        'src/cli/report/write-report-text.ts',
        ['control.exception === null ? []', 'control.control !== null ? []'],
        command('shows an exception with owner, reason and last day, and not as green'),
      ),
    ],
    '`--sabotage` disables the safeguards of a control in a copy, and shows that it alone turns red': [
      inFile(
        'C60-nothing-is-disabled',
        'prove/run-mutant.ts',
        ['await writeFile(path, changed.join(mutant.replace))', 'await writeFile(path, original)'],
        scriptTest('report.test.ts', 'turns the control red whose safeguard it disables, and no other'),
      ),
      inFile(
        'C60-a-failure-counts-for-all',
        'prove/tests-of-controls.ts',
        ['!namesOfOthers.some((other) => fullName.includes(other))', 'namesOfOthers.length >= 0'],
        scriptTest('report.test.ts', 'turns the control red whose safeguard it disables, and no other'),
      ),
      inFile(
        'C60-others-are-not-looked-at',
        'prove/sabotage.ts',
        ['control !== mutant.subject', 'control === mutant.id'],
        scriptTest('report.test.ts', 'says so when another control turns red too'),
      ),
    ],
  },
}
