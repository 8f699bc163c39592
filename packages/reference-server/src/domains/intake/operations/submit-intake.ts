import { operation } from '../../../platform/contracts/operation.ts'
import { submitForm } from '../model/intake-form.ts'
import type { QuestionnaireCatalogue } from '../model/questionnaire-catalogue.ts'
import type { IntakePorts } from '../ports.ts'
import { gatherAnswering } from '../workflows/gather-answering.ts'
import { keepAnswers } from '../workflows/keep-answers.ts'

export const submitIntake = (catalogue: QuestionnaireCatalogue) =>
  operation<IntakePorts>()('submitIntake', {
    gather: ({ path }, ports, reading) => gatherAnswering(ports, reading, path),
    keep: async ({ path, body }, answering, keeping) => ({
      status: 200,
      body: await keepAnswers(
        catalogue,
        { questionnaireCode: path.questionnaireCode, body },
        answering,
        keeping,
        submitForm,
      ),
    }),
  })
