import { operation } from '../../../platform/contracts/operation.ts'
import { submitForm } from '../model/intake-form.ts'
import type { QuestionnaireCatalog } from '../model/questionnaire-catalog.ts'
import type { IntakePorts } from '../ports.ts'
import { gatherForm, saveAnswers } from '../workflows/save-answers.ts'

export const submitIntake = (catalog: QuestionnaireCatalog) =>
  operation<IntakePorts>()('submitIntake', {
    gather: ({ path }, ports, context) => gatherForm(ports, context, path),
    decide: ({ path: { questionnaireCode }, body }, loaded, context) =>
      saveAnswers(catalog, { questionnaireCode, body }, loaded, context, submitForm),
  })
