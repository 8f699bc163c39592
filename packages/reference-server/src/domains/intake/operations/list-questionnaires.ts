import { operation } from '../../../platform/contracts/operation.ts'
import { isQuestion, itemsOf } from '../model/questionnaire.ts'
import type { QuestionnaireCatalog } from '../model/questionnaire-catalog.ts'
import type { IntakePorts } from '../ports.ts'

export const listQuestionnaires = (catalog: QuestionnaireCatalog) =>
  operation<IntakePorts>()('listQuestionnaires', {
    read: async ({ query }, _, { now }) => {
      const { cursor, limit = 50 } = query
      const after = cursor === undefined ? '' : Buffer.from(cursor, 'base64url').toString()
      const rest = catalog.all(now).filter(({ code }) => code > after)
      const page = rest.slice(0, limit)
      const last = page.at(-1)
      return {
        status: 200,
        body: {
          items: page.map((questionnaire) => ({
            code: questionnaire.code,
            version: questionnaire.version,
            title: questionnaire.title,
            questionCount: itemsOf(questionnaire).filter(isQuestion).length,
          })),
          nextCursor: last && rest.length > page.length ? Buffer.from(last.code).toString('base64url') : null,
        },
      }
    },
  })
