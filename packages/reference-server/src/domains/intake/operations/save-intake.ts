import { operation } from '../../../platform/contracts/operation.ts'
import { saveDraft } from '../model/intake-form.ts'
import type { QuestionnaireCatalog } from '../model/questionnaire-catalog.ts'
import type { IntakePorts } from '../ports.ts'
import { gatherForm, saveAnswers } from '../workflows/save-answers.ts'

export const saveIntake = (catalog: QuestionnaireCatalog) =>
  operation<IntakePorts>()('saveIntake', {
    gather: ({ path }, ports, context) => gatherForm(ports, context, path),
    decide: ({ path: { questionnaireCode }, body }, loaded, context) =>
      saveAnswers(catalog, { questionnaireCode, body }, loaded, context, saveDraft),
  })
