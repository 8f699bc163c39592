import type { DrugLabel } from '../provider.ts'
import type { LabelIndex } from './ingredient-set.ts'
import type { LabelStore } from './label-store.ts'

/** The label of a drug with its source, and whether DailyMed's index names a later version. */
export const findLabel =
  (labels: LabelStore, index: LabelIndex | null) =>
  async (rxcui: string): Promise<DrugLabel | null> => {
    const label = await labels.find(rxcui)
    if (label === null) return null
    const { setId, version, name, effectiveDate, sections } = label
    const latest = index?.versions[setId]
    return {
      setId,
      name,
      effectiveDate,
      ...(latest !== undefined && { isLatest: latest <= version }),
      url: `https://dailymed.nlm.nih.gov/dailymed/drugInfo.cfm?setid=${setId}`,
      source: {
        covers: 'labels',
        name: labels.set.source,
        release: labels.set.effectiveFrom,
        isDemonstration: false,
      },
      sections: [...sections],
    }
  }
