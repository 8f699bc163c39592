import { createPublicKey } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from '../../config.ts'
import { loadOrCreateSigningKey, publicKeyName } from '../../platform/audit/signing-key.ts'
import { findCheckout, findEvidence } from './find-evidence.ts'
import { makeReport, type Report } from './make-report.ts'
import { releaseRefusals } from './release-refusals.ts'
import { writeAssessmentResults } from './oscal/write-assessment-results.ts'
import { writeComponentDefinition } from './oscal/write-component-definition.ts'
import { summarySentences } from './report-sentences.ts'
import { signaturePath, signFile, signReport, verifyReport } from './sign-report.ts'
import { writeReportHtml } from './write-report-html.ts'
import { writeReportText } from './write-report-text.ts'

export const reportUsage = `visitkit-server report: the sixty controls, and what shows that each holds.

  --format <format>   text (default), json, html, oscal-component or oscal-results (NIST OSCAL 1.1.3)
  --out <file>        writes a file. JSON contains its signature; of another format it is next to it, in <file>.signature.json
  --keys <folder>     the folder of the key that signs the audit ledger. Default: the one of this deployment
  --evidence <file>   the evidence of another release (evidence.json). Default: of this release, or of this checkout as it is now
  --release           exit code 1, with each reason, unless each of the sixty controls is green or has an exception in force today
  --sabotage <what>   in a checkout: disables the safeguards of a control (C27), or one of them by the id of its mutant, in a
                      temporary copy, and shows that this control turns red, and no other

visitkit-server report verify <file>: whether the file is what the holder of the key signed.

  --key <file>        the public key (audit-signing-key.pub.pem). Default: the one of this deployment

Exit code: 0 it holds, 1 it does not, 2 it could not be checked.`

export interface ReportOutcome {
  readonly exitCode: 0 | 1 | 2
  readonly text: string
}

const formats: Readonly<Record<string, (report: Report) => string>> = {
  text: writeReportText,
  html: writeReportHtml,
  'oscal-component': (report) => asJson(writeComponentDefinition(report)),
  'oscal-results': (report) => asJson(writeAssessmentResults(report)),
}
const asJson = (value: object): string => `${JSON.stringify(value, null, 2)}\n`

/** The command, without the process: `args` are the arguments after `report`. */
export const reportCommand = async (
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  print: (line: string) => void,
  now = new Date(),
): Promise<ReportOutcome> => {
  try {
    return args[0] === 'verify' ? await verify(args.slice(1), environment) : await report(args, environment, print, now)
  } catch (error) {
    return { exitCode: 2, text: error instanceof Error ? error.message : 'The report could not be made.' }
  }
}

const report = async (
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  print: (line: string) => void,
  now: Date,
): Promise<ReportOutcome> => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      format: { type: 'string', default: 'text' },
      out: { type: 'string' },
      keys: { type: 'string' },
      evidence: { type: 'string' },
      release: { type: 'boolean', default: false },
      sabotage: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return { exitCode: 0, text: reportUsage }
  if (values.sabotage !== undefined) return sabotage(values.sabotage, print)
  const write = formats[values.format]
  if (write === undefined && values.format !== 'json')
    return { exitCode: 2, text: `There is no format "${values.format}". Use json, ${Object.keys(formats).join(', ')}.` }
  const made = makeReport(await findEvidence(values.evidence))
  const needsKey = write === undefined || values.out !== undefined
  const key = needsKey ? await loadOrCreateSigningKey(values.keys ?? readConfig(environment).keyFolder) : null
  const text = write === undefined ? (key === null ? '' : signReport(made, key)) : write(made)
  const refusals = values.release ? releaseRefusals(made, now) : []
  const exitCode = refusals.length > 0 ? 1 : 0
  const refused = exitCode === 0 ? '' : `\n\nNOT TO BE RELEASED:\n${refusals.map((each) => `- ${each}`).join('\n')}`
  if (values.out === undefined) return { exitCode, text: `${text.trimEnd()}${refused}` }
  await writeFile(values.out, text)
  if (write !== undefined && key !== null) await writeFile(signaturePath(values.out), signFile(text, key))
  const [sentence = ''] = summarySentences(made)
  return { exitCode, text: `${values.out} written and signed. ${sentence}${refused}` }
}

const sabotage = async (subject: string, print: (line: string) => void): Promise<ReportOutcome> => {
  const checkout = await findCheckout()
  if (checkout === null)
    return {
      exitCode: 2,
      text: 'The package that npm installs has no tests and no mutants. Clone the repository at the commit of the report, run npm ci, and try it there.',
    }
  return { exitCode: await checkout.sabotage(subject, print), text: '' }
}

const verify = async (args: readonly string[], environment: NodeJS.ProcessEnv): Promise<ReportOutcome> => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { key: { type: 'string' } },
  })
  const [file] = positionals
  if (file === undefined || positionals.length > 1) return { exitCode: 2, text: reportUsage }
  const keyFile = values.key ?? join(readConfig(environment).keyFolder, publicKeyName)
  const key = createPublicKey(await readFile(keyFile))
  const bytes = await readFile(file)
  const signature = await readFile(signaturePath(file), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  const refusal = verifyReport(bytes, signature, key)
  return refusal === null
    ? { exitCode: 0, text: `Genuine: ${file} is as the holder of the key signed it.` }
    : { exitCode: 1, text: `NOT GENUINE: ${file}. ${refusal}` }
}
