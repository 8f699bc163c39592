import { loadConsentPack } from '../domains/consent/index.ts'
import { loadNoteTemplates } from '../domains/documentation/index.ts'
import { loadQuestionnaires } from '../domains/intake/index.ts'
import { loadLabCatalog } from '../domains/labs/index.ts'
import { firstLaboratory } from '../vendors/laboratory/provider.ts'
import { validatePackReferences, type PackReferences, type Specialties } from '../domains/scheduling/index.ts'

/** Languages in which a consent needs a text before a visit may require it. */
const requiredLanguages = ['en', 'es']

/** Loads the names that specialty packs may reference: entries of the other domains' packs that are in force on this day. */
const loadPackReferences = async (now: Date): Promise<PackReferences> => {
  const [templates, catalog, questionnaires, { starterTexts }] = await Promise.all([
    loadNoteTemplates(),
    loadLabCatalog(),
    loadQuestionnaires(),
    loadConsentPack(),
  ])
  const textsOf = Map.groupBy(starterTexts, ({ purpose }) => purpose)
  return {
    noteTemplates: new Set(templates.all(now).map(({ code }) => code)),
    orders: new Set(catalog.search([firstLaboratory], '', Number.POSITIVE_INFINITY).map(({ test }) => test.loinc)),
    questionnaires: new Map(
      questionnaires.all(now).map(({ code, scores, emergencyRules }) => [
        code,
        {
          scores: new Set(scores.map((score) => score.code)),
          alerts: new Set(emergencyRules.map((rule) => rule.code)),
        },
      ]),
    ),
    consents: new Set(
      [...textsOf]
        .filter(([, texts]) => requiredLanguages.every((language) => texts.some((text) => text.language === language)))
        .map(([purpose]) => purpose),
    ),
  }
}

/** Refuses packs that reference missing entries, one sentence each. An operator learns of it at the start, before a patient does. */
export const requirePackReferences = async (specialties: Specialties, now: Date): Promise<void> => {
  const faults = validatePackReferences(specialties, await loadPackReferences(now))
  if (faults.length > 0) throw new Error(`The specialty packs name what is not there.\n${faults.join('\n')}`)
}
