import { basename, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { importServiceCodes } from '../domains/billing/index.ts'
import { importDiagnoses, importDiagnosisSynonyms } from '../domains/documentation/index.ts'
import { importLabTests } from '../domains/labs/index.ts'
import { importMedications } from '../domains/prescriptions/index.ts'
import { firstLaboratory } from '../vendors/laboratory/provider.ts'
import { codeSetPath, type CodeSetKind } from '../platform/code-sets/code-set-files.ts'
import { ImportRefused } from '../platform/code-sets/import-refused.ts'
import { importClasses } from '../vendors/drug-checks/knowledge/import-classes.ts'
import { importIngredients } from '../vendors/drug-checks/knowledge/import-ingredients.ts'
import { importInteractions } from '../vendors/drug-checks/knowledge/import-interactions.ts'
import { importLabelIndex } from '../vendors/drug-checks/knowledge/import-label-index.ts'
import { importLabels } from '../vendors/drug-checks/knowledge/import-labels.ts'

export const importUsage = `visitkit-server import: checks a code set and stores it in the folder that the server loads at start (VISITKIT_CODE_SETS).

  import medications <folder>     the rrf folder of an RxNorm release (RXNCONSO.RRF, RXNREL.RRF, RXNSAT.RRF)
  import drug-ingredients <folder> the same folder (RXNCONSO.RRF, RXNREL.RRF): ingredients of each drug, and classes of ATC if it has them
  import drug-classes <file>      answers of the RxClass API, one a line: classes of ATC and of labels
  import drug-interactions <file> CSV in UTF-8: first_type,first,second_type,second,severity,text,text_es,text_ar,source,source_version;
                                  pairs of ingredients and classes that interact; after drug-ingredients and drug-classes
  import label-index <file>       rxnorm_mappings.txt of DailyMed: the labels of each drug
  import drug-labels <folder>     all unpacked files of one release of openFDA (drug-label-0001-of-….json and so on); after the index
  import diagnoses <file>         a complete release of ICD-10-CM: the order file or the list of codes, as published
  import diagnosis-synonyms <file> CSV in UTF-8: term,code; clinicians' words and short forms, found beside those of the product
  import service-codes <file>     CSV in UTF-8: code_system,code,name,charge; of one code system
  import laboratory-tests <file>  CSV in UTF-8: code,loinc,name,name_es,specimen,fasting; all tests of one laboratory

  --effective-from <YYYY-MM-DD>   the first day on which the set applies; required. Each set applies until the next one of its kind begins
  --source <words>                name of the source; default: the file's name
  --code-system HCPCS|CPT|local   of service codes; required
  --laboratory <id>               of laboratory tests; default: main, the first laboratory
  --loinc <folder>                of laboratory tests: an unpacked release of LOINC. It gives panels their members, and completes names and specimens
  --demonstration                 of drug interactions: the table is no clinical knowledge, and each screen that names it says so
  --cpt-licensed                  confirms that you hold the American Medical Association's license to use CPT in this product

A bad file changes nothing, and each fault is named with its line, its field and what to do. Repeating an import is harmless. Restart the
server to use what was imported.

Exit code: 0 imported, 1 refused, 2 invalid arguments.`

export interface ImportOutcome {
  readonly exitCode: 0 | 1 | 2
  readonly text: string
}

const systems = ['HCPCS', 'CPT', 'local'] as const
type CodeSystem = (typeof systems)[number]

/** The command, without the process: `args` are the arguments after `import`. */
export const importCodeSet = async (
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  now: Date,
): Promise<ImportOutcome> => {
  const request = readRequest(args)
  if ('text' in request) return request
  const { what, file, effectiveFrom, source } = request
  const { codeSetFolder } = readConfig(environment)
  const to = (kind: CodeSetKind): string => codeSetPath(codeSetFolder, kind, effectiveFrom)
  const imported = ({ taken }: { readonly taken: number }, kind: CodeSetKind, more = ''): ImportOutcome => ({
    exitCode: 0,
    text: `${taken} codes in ${to(kind)}, from ${effectiveFrom} on.${more} Restart the server to use them.`,
  })
  try {
    switch (what) {
      case 'medications': {
        const done = await importMedications({ folder: file, to: to(what), effectiveFrom, source })
        const { form, ingredients, strength, schedule } = done.leftOut
        return imported(
          done,
          what,
          ` Left out: ${form} whose dose form is not counted here, ${ingredients} without clear ingredients, ${strength} without a strength, ${schedule} of which it is not clear how they are controlled.`,
        )
      }
      case 'drug-ingredients': {
        const done = await importIngredients({ from: file, to: to(what), effectiveFrom, source })
        return imported(
          done,
          what,
          ` With ${done.classes} classes of ATC. Left out: ${done.leftOut} concepts of which a part is not in the release.`,
        )
      }
      case 'drug-classes': {
        const done = await importClasses({ from: file, to: to(what), effectiveFrom, source })
        return imported(done, what, ` Left out: ${done.leftOut} rows of other kinds of classes.`)
      }
      case 'drug-interactions': {
        const { isDemonstration } = request
        const done = await importInteractions({ from: file, to: to(what), effectiveFrom, source, isDemonstration })
        const marked = isDemonstration ? ' They are marked as a demonstration.' : ''
        return {
          exitCode: 0,
          text: `${done.taken} pairs of ${done.sources} sources in ${to(what)}, from ${effectiveFrom} on.${marked} Restart the server to use them.`,
        }
      }
      case 'label-index':
        return imported(await importLabelIndex({ from: file, to: to(what), effectiveFrom, source }), what)
      case 'drug-labels': {
        const done = await importLabels({ from: file, to: to(what), effectiveFrom, source })
        return imported(done, what, ` They are the drugs that have one of ${done.labels} labels.`)
      }
      case 'diagnoses':
        return imported(await importDiagnoses({ file, to: to(what), effectiveFrom, source }), what)
      case 'diagnosis-synonyms':
        return imported(await importDiagnosisSynonyms({ file, to: to(what), effectiveFrom, source }), what)
      case 'laboratory-tests': {
        const kind: CodeSetKind = `laboratory-tests-${request.laboratoryId}`
        const { loinc } = request
        const done = await importLabTests({ file, loinc, to: to(kind), effectiveFrom, source })
        const units = `The units of ${done.compared} measurements are compared with LOINC, and those of no others.`
        return imported(done, kind, ` ${done.panels} are panels with their members. ${units}`)
      }
      case 'service-codes': {
        const { codeSystem, isCptLicensed } = request
        const kind = kinds[codeSystem]
        const cptLicensedOn = isCptLicensed ? now.toISOString().slice(0, 10) : null
        return imported(
          await importServiceCodes({ file, to: to(kind), codeSystem, effectiveFrom, source, cptLicensedOn }),
          kind,
        )
      }
    }
  } catch (error) {
    if (error instanceof ImportRefused) return { exitCode: 1, text: error.message }
    const { code, path = file } = error as NodeJS.ErrnoException
    if (code !== undefined && /^E[A-Z]+$/.test(code))
      return {
        exitCode: 1,
        text: `${path} cannot be read or written (${code}); nothing was changed. Check its name and rights.`,
      }
    throw error
  }
}

const kinds: Readonly<Record<CodeSystem, CodeSetKind>> = {
  HCPCS: 'service-codes-hcpcs',
  CPT: 'service-codes-cpt',
  local: 'service-codes-local',
}

interface Common {
  readonly file: string
  readonly effectiveFrom: string
  readonly source: string
}
const simple = [
  'medications',
  'drug-ingredients',
  'drug-classes',
  'label-index',
  'drug-labels',
  'diagnoses',
  'diagnosis-synonyms',
] as const
type Request =
  | (Common & { readonly what: 'laboratory-tests'; readonly laboratoryId: string; readonly loinc: string | null })
  | (Common & { readonly what: (typeof simple)[number] })
  | (Common & { readonly what: 'drug-interactions'; readonly isDemonstration: boolean })
  | (Common & { readonly what: 'service-codes'; readonly codeSystem: CodeSystem; readonly isCptLicensed: boolean })

const usageError = (why: string): ImportOutcome => ({ exitCode: 2, text: `${why}\n\n${importUsage}` })

const readRequest = (args: readonly string[]): Request | ImportOutcome => {
  let parsed: ReturnType<typeof parse>
  try {
    parsed = parse(args)
  } catch (error) {
    return usageError(error instanceof Error ? error.message : 'The options cannot be read.')
  }
  const { values, positionals } = parsed
  const [what, given, ...others] = positionals
  if (values.help) return { exitCode: 0, text: importUsage }
  if (given === undefined || others.length > 0) return usageError('Name what to import, and exactly one file.')
  const effectiveFrom = values['effective-from'] ?? ''
  if (!isDay(effectiveFrom)) return usageError('--effective-from needs a day such as 2026-10-01.')
  const file = resolve(given)
  const common: Common = { file, effectiveFrom, source: values.source?.trim() || basename(file) }
  const kind = simple.find((each) => each === what)
  if (kind !== undefined) return { what: kind, ...common }
  if (what === 'drug-interactions') return { what, ...common, isDemonstration: values.demonstration }
  if (what === 'laboratory-tests') {
    const laboratoryId = values.laboratory ?? firstLaboratory
    if (!/^[a-z0-9-]{1,40}$/.test(laboratoryId))
      return usageError('--laboratory needs an id of VISITKIT_LABORATORY_OTHERS.')
    return { what, ...common, laboratoryId, loinc: values.loinc === undefined ? null : resolve(values.loinc) }
  }
  if (what !== 'service-codes')
    return usageError(
      `There are ${simple.join(', ')}, drug-interactions, laboratory-tests and service-codes to import.`,
    )
  const codeSystem = systems.find((each) => each.toLowerCase() === values['code-system']?.toLowerCase())
  if (codeSystem === undefined) return usageError('--code-system needs HCPCS, CPT or local.')
  return { what, ...common, codeSystem, isCptLicensed: values['cpt-licensed'] }
}

const parse = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      'effective-from': { type: 'string' },
      source: { type: 'string' },
      'code-system': { type: 'string' },
      laboratory: { type: 'string' },
      loinc: { type: 'string' },
      demonstration: { type: 'boolean', default: false },
      'cpt-licensed': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text)
