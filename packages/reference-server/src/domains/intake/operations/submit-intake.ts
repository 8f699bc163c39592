import { operation } from '../../../platform/contracts/operation.ts'
import { submitForm } from '../model/intake-form.ts'
import type { QuestionnaireCatalog } from '../model/questionnaire-catalog.ts'
import type { IntakePorts } from '../ports.ts'
import { gatherAnswering } from '../workflows/gather-answering.ts'
import { saveAnswers } from '../workflows/save-answers.ts'

export const submitIntake = (catalog: QuestionnaireCatalog) =>
  operation<IntakePorts>()('submitIntake', {
    gather: ({ path }, ports, context) => gatherAnswering(ports, context, path),
    keep: async ({ path, body }, answering, context) => ({
      status: 200,
      body: await saveAnswers(
        catalog,
        { questionnaireCode: path.questionnaireCode, body },
        answering,
        context,
        submitForm,
      ),
    }),
  })
