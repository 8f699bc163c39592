import type { DrugKnowledgeSource, PrescriptionAlert } from '@visitkit/sdk'
import type { SampleWorld, TestHandlers } from '@visitkit/sdk/testing'

/** A table of interactions. It is fictional. */
export const fictionalTable = (isDemonstration = false): DrugKnowledgeSource => ({
  ...{ covers: 'interactions', name: 'Interactions of the sample', version: '7', release: '2026-11-02' },
  isDemonstration,
})

/** As on a server with imported releases, and with a table of interactions if one is given. The label is fictional. */
export const importedKnowledge = (world: SampleWorld, table?: DrugKnowledgeSource): TestHandlers => {
  const source = (covers: DrugKnowledgeSource['covers'], name: string): DrugKnowledgeSource => ({
    covers,
    name,
    release: '2026-11-02',
    isDemonstration: false,
  })
  const release = source('ingredients', 'RxNorm')
  const { checkPrescription } = world.handlersFor('practitioner')
  return {
    checkPrescription: async (input) => {
      const checked = (await checkPrescription?.(input)) as { patientId: string; alerts: PrescriptionAlert[] }
      const setId = '00000000-0000-4000-8000-000000000000'
      return {
        ...checked,
        alerts: checked.alerts.map((alert) => ({
          ...alert,
          source: table !== undefined && alert.kind === 'interaction' ? table : release,
        })),
        sources: [release, source('classes', 'RxNorm'), ...(table === undefined ? [] : [table])],
        label: {
          setId,
          name: 'Sample',
          effectiveDate: '2026-09-01',
          isLatest: false,
          url: `https://dailymed.nlm.nih.gov/dailymed/drugInfo.cfm?setid=${setId}`,
          source: source('labels', 'openFDA'),
          sections: [
            {
              section: 'boxed-warning',
              text: 'WARNING: SAMPLE. This text is fictional and stands where a label has its warning.',
              isCut: false,
            },
            { section: 'contraindications', text: '4 CONTRAINDICATIONS Sample text.', isCut: false },
            { section: 'drug-interactions', text: '7 DRUG INTERACTIONS Sample text.', isCut: true },
            { section: 'pregnancy', text: '8.1 Pregnancy Sample text.', isCut: false },
          ],
        },
      }
    },
  }
}
