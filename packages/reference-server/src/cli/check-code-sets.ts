import type { Config } from '../config.ts'
import { loadBillingPack } from '../domains/billing/index.ts'
import { loadDiagnoses } from '../domains/documentation/index.ts'
import { loadLabCatalog } from '../domains/labs/index.ts'
import { loadMedications } from '../domains/prescriptions/index.ts'
import { codeSetFiles, type CodeSetKind } from '../platform/code-sets/code-set-files.ts'
import type { InteractionTable } from '../vendors/drug-checks/knowledge/interaction-table.ts'
import { loadDrugKnowledge } from '../vendors/drug-checks/knowledge/load-drug-knowledge.ts'
import { firstLaboratory } from '../vendors/laboratory/provider.ts'
import type { Finding } from './finding.ts'

/** Checks whether the server could start with the imported code sets, and reports which sets are only the sample that ships. */
export const checkCodeSets = async (
  { mode, codeSetFolder, drugChecks, partners }: Config,
  now = new Date(),
): Promise<readonly Finding[]> => {
  const check = 'code sets'
  const daysOf = async (kind: CodeSetKind): Promise<readonly string[]> =>
    (await codeSetFiles(codeSetFolder, kind)).map(({ effectiveFrom }) => effectiveFrom)
  try {
    const medications = await codeSetFiles(codeSetFolder, 'medications')
    await Promise.all(medications.map(({ path }) => loadMedications(path)))
    await loadDiagnoses(
      await codeSetFiles(codeSetFolder, 'diagnoses'),
      await codeSetFiles(codeSetFolder, 'diagnosis-synonyms'),
    )
    await loadBillingPack(codeSetFolder)
    await loadLabCatalog({ folder: codeSetFolder, laboratoryIds: laboratoryIdsOf(partners), now })
    const kinds = ['medications', 'diagnoses'] as const
    const findings: Finding[] = await Promise.all(
      kinds.map(async (kind): Promise<Finding> => {
        const days = await daysOf(kind)
        if (days.length > 0) return { check, state: 'ok', message: `${kind} from ${days.join(', ')}.` }
        const message = `${kind} are the small sample that ships. Import a release: visitkit-server import ${kind}.`
        return { check, state: mode === 'production' ? 'warning' : 'ok', message }
      }),
    )
    findings.push(...(await checkLabTests({ mode, codeSetFolder, partners })))
    return [...findings, ...(await checkKnowledge({ mode, codeSetFolder, drugChecks }, now))]
  } catch {
    return [
      {
        check,
        state: 'fault',
        message: `A file in ${codeSetFolder} cannot be used, and the server does not start with it. Remove it, or import the set again.`,
      },
    ]
  }
}

const laboratoryIdsOf = ({ laboratory }: Config['partners']): string[] => [
  firstLaboratory,
  ...(laboratory?.others ?? []).map(({ id }) => id),
]

/** Which laboratories have tests of their own. */
const checkLabTests = async ({
  mode,
  codeSetFolder,
  partners,
}: Pick<Config, 'mode' | 'codeSetFolder' | 'partners'>): Promise<readonly Finding[]> => {
  const check = 'code sets'
  if (partners.laboratory === null) return []
  return Promise.all(
    laboratoryIdsOf(partners).map(async (id): Promise<Finding> => {
      const days = (await codeSetFiles(codeSetFolder, `laboratory-tests-${id}`)).map((each) => each.effectiveFrom)
      if (days.length > 0)
        return { check, state: 'ok', message: `Tests of the laboratory ${id} from ${days.join(', ')}.` }
      const message =
        id === firstLaboratory
          ? 'Laboratory tests are the small sample that ships.'
          : `The laboratory ${id} has no tests that can be ordered.`
      const remedy = `Import them: visitkit-server import laboratory-tests --laboratory ${id}.`
      return { check, state: mode === 'production' ? 'warning' : 'ok', message: `${message} ${remedy}` }
    }),
  )
}

/** What the drug checks use, and what they cannot compare with it. */
const checkKnowledge = async (
  { mode, codeSetFolder, drugChecks }: Pick<Config, 'mode' | 'codeSetFolder' | 'drugChecks'>,
  now: Date,
): Promise<readonly Finding[]> => {
  const check = 'drug checks'
  const { knowledge, interactions, labels, index } = await loadDrugKnowledge(codeSetFolder, now)
  const labelFinding: Finding =
    labels === null
      ? { check, state: 'ok', message: 'No labels are imported, so that none are shown. Import them: drug-labels.' }
      : {
          check,
          state: 'ok',
          message: `Labels of ${labels.size} drugs are shown: ${labels.set.source}, from ${labels.set.effectiveFrom}.${index === null ? ' Without label-index it is not known whether DailyMed has newer ones.' : ''}`,
        }
  if (knowledge === null) {
    const used =
      drugChecks === 'demonstration'
        ? 'Allergies, duplicates and interactions are compared with the rules of the demonstration, and the pad says so.'
        : 'Nothing is compared, and every prescription says so.'
    const message = `${used} Import a release: visitkit-server import drug-ingredients.`
    return [{ check, state: mode === 'production' ? 'warning' : 'ok', message }, labelFinding]
  }
  const { ingredientsFrom, classesFrom } = knowledge
  const [medications] = (await codeSetFiles(codeSetFolder, 'medications')).toReversed()
  const classes =
    classesFrom === null
      ? 'Classes are not compared: import drug-classes.'
      : `Classes: ${classesFrom.source}, from ${classesFrom.effectiveFrom}.`
  return [
    {
      check,
      state: classesFrom === null ? 'warning' : 'ok',
      message: `Allergies and duplicates are compared with ${ingredientsFrom.source}, from ${ingredientsFrom.effectiveFrom}. ${classes}`,
    },
    interactionFinding(mode, interactions),
    ...(medications !== undefined && medications.effectiveFrom > ingredientsFrom.effectiveFrom
      ? [
          {
            check,
            state: 'warning',
            message: `The medications are of ${medications.effectiveFrom}, and the ingredients of ${ingredientsFrom.effectiveFrom}: newer medications are not known to the checks. Import drug-ingredients of the same release.`,
          } as const,
        ]
      : []),
    labelFinding,
  ]
}

/** Which table interactions are compared with. */
const interactionFinding = (mode: Config['mode'], table: InteractionTable | null): Finding => {
  const check = 'drug checks'
  if (table === null) {
    const message =
      'Interactions are not compared, and each prescription for a patient who takes something else says so; the label is shown. Import a table: visitkit-server import drug-interactions.'
    return { check, state: 'warning', message }
  }
  const names = table.sources.map(({ name, version }) => `${name}, version ${version}`).join('; ')
  const compared = `Interactions are compared with ${names}.`
  if (table.lostClasses.length > 0)
    return {
      check,
      state: 'warning',
      message: `${compared} It names classes that the imported releases do not have: ${table.lostClasses.join(', ')}. Import a table for these classes.`,
    }
  return table.sources.some(({ isDemonstration }) => isDemonstration)
    ? {
        check,
        state: mode === 'production' ? 'fault' : 'ok',
        message: `${compared} It is a demonstration and no clinical knowledge. Import a table of a publisher for patients.`,
      }
    : { check, state: 'ok', message: compared }
}
