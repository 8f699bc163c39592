import type { Questionnaire } from '@visitkit/sdk'
import { createSampleWorld, type SampleWorld, type TestHandlers } from '@visitkit/sdk/testing'

/** A world with a patient who has visited before. */
export const returningWorld = (): SampleWorld => {
  const world = createSampleWorld()
  for (const appointment of world.state.appointments) appointment.questionnaires = ['still-right', 'general-intake']
  return world
}
/** The general questions; that for medicines cannot wait. */
export const safetyQuestionnaire =
  ({ handlers }: SampleWorld): NonNullable<TestHandlers['getQuestionnaire']> =>
  async (input) => {
    const questionnaire = (await handlers.getQuestionnaire?.(input)) as Questionnaire
    return {
      ...questionnaire,
      items: questionnaire.items.map((item) => (item.linkId === 'concern' ? { ...item, loinc: '10154-3' } : item)),
      emergencyRules: [{ linkId: 'medicines', operator: '=', answer: { boolean: true }, code: 'other' }],
    }
  }
