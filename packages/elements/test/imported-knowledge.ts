import type { DrugKnowledgeSource, PrescriptionAlert } from '@visitkit/sdk'
import type { SampleWorld, TestHandlers } from '@visitkit/sdk/testing'

/** As on a server with imported releases. The label is fictional. */
export const importedKnowledge = (world: SampleWorld): TestHandlers => {
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
        alerts: checked.alerts.map((alert) => ({ ...alert, source: release })),
        sources: [release, source('classes', 'RxNorm')],
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
