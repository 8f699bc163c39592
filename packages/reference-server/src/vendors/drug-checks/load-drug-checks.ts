import { readFile } from 'node:fs/promises'
import { demonstrationChecks } from './demonstration-checks.ts'
import { importedChecks } from './imported-checks.ts'
import { findLabel } from './knowledge/find-label.ts'
import { loadDrugKnowledge } from './knowledge/load-drug-knowledge.ts'
import { noChecks } from './no-checks.ts'
import type { DrugChecks } from './provider.ts'
import type { RuleSet } from './rule-set.ts'

const shipped = new URL('../../../packs/medications/demonstration-rules.json', import.meta.url)

/**
 * Imported knowledge, if there is some; otherwise what the configuration says. Imported labels are shown with either. Throws if a set or the
 * rules cannot be used; the server then does not start.
 */
export const loadDrugChecks = async (
  folder: string,
  withoutImport: 'demonstration' | 'none',
  now: Date,
): Promise<DrugChecks> => {
  const { knowledge, interactions, labels, index } = await loadDrugKnowledge(folder, now)
  const rules = JSON.parse(await readFile(shipped, 'utf8')) as RuleSet
  const rest = withoutImport === 'demonstration' ? demonstrationChecks(rules) : noChecks
  const checks = knowledge === null ? rest : importedChecks(knowledge, interactions, rules.notMedicines)
  return labels === null ? checks : { ...checks, label: findLabel(labels, index) }
}
