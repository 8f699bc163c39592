import { operation } from '../../../platform/contracts/operation.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { QuestionnaireCatalog } from '../model/questionnaire-catalog.ts'
import type { IntakePorts } from '../ports.ts'

export const getQuestionnaire = (catalog: QuestionnaireCatalog) =>
  operation<IntakePorts>()('getQuestionnaire', {
    read: async ({ path, query }, _, { now }) => {
      const { questionnaireCode } = path
      const questionnaire =
        query.version === undefined
          ? catalog.current(questionnaireCode, now)
          : catalog.version(questionnaireCode, query.version)
      if (questionnaire === null) throw notFound()
      return { status: 200, body: questionnaire }
    },
  })
