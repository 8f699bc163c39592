import { operation } from '../../../platform/contracts/operation.ts'
import { pageOf, readPageQuery } from '../../../platform/database/ids/page-cursor.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import { unlessErased } from '../../../platform/problems/unless-erased.ts'
import type { ComplianceContext } from '../ports.ts'
import { presentQuestion } from '../presenters/present-access-questions.ts'
import { decryptQuestion, listQuestions, listQuestionsOfPatient } from '../store/access-questions.ts'
import { questionReaderOf } from '../workflows/gather-question.ts'
import { gatherSurroundings } from '../workflows/gather-surroundings.ts'

/** Of one patient all; otherwise, for privacy officers, those of the organization. Administrators see those that no officer may answer. */
export const listAccessQuestions = operation<ComplianceContext>()('listAccessQuestions', {
  gather: async ({ query: { patientId } }, { directory }, context) => {
    if (patientId !== undefined) await directory.requireActing(context, patientId, 'record')
    else if (context.access.reach === 'own') throw notFound('whose questions')
  },
  read: async ({ query }, _, context, ports) => {
    const { db } = context
    const { patientId, answered = false } = query
    const page = readPageQuery(query)
    const reader = await questionReaderOf(context, ports)
    const { items, nextCursor } = pageOf(
      patientId === undefined
        ? await listQuestions(db, context, reader, answered, page)
        : await listQuestionsOfPatient(db, context, reader, requireUuid(patientId), page),
      page,
    )
    const decrypted = await Promise.all(items.map((row) => unlessErased(decryptQuestion(db, context, row))))
    const questions = decrypted.filter((question) => question !== null)
    const around = await gatherSurroundings(context, ports, questions)
    return {
      status: 200,
      body: { items: questions.map((question) => presentQuestion(question, around)), nextCursor },
    }
  },
})
