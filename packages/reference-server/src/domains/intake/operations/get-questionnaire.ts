import { operation } from '../../../platform/contracts/operation.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { QuestionnaireCatalogue } from '../model/questionnaire-catalogue.ts'
import type { IntakePorts } from '../ports.ts'

export const getQuestionnaire = (catalogue: QuestionnaireCatalogue) =>
  operation<IntakePorts>()('getQuestionnaire', {
    read: async ({ path, query }, _, { now }) => {
      const { questionnaireCode } = path
      const questionnaire =
        query.version === undefined
          ? catalogue.current(questionnaireCode, now)
          : catalogue.version(questionnaireCode, query.version)
      if (questionnaire === null) throw notFound()
      return { status: 200, body: questionnaire }
    },
  })
