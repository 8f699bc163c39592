import type { AccessQuestion } from '../../generated/models.ts'
import { problem } from '../test-problem.ts'
import type { SampleDomain } from './sample-domain.ts'
import { sampleMe, samplePatientSummary } from './sample-people.ts'
import { find, instant, minute, page } from './sample-state.ts'

const day = 1440 * minute
const officer = sampleMe.practitioner

/** Questions about accesses: the patient asks, and the clinician of the sample is also the privacy officer. */
export const accessQuestionsSample: SampleDomain = ({ state, live, now, newId }) => {
  const questions: AccessQuestion[] = []
  const changed = (question: AccessQuestion): AccessQuestion => {
    question.version += 1
    live.emit({ type: 'access-question.changed', ids: { questionId: question.id, patientId: question.patientId } })
    return question
  }
  return (person) => {
    const shown = ({ patient, explanation, assignedTo, ...question }: AccessQuestion): AccessQuestion =>
      person === 'patient'
        ? question
        : {
            ...question,
            ...(patient && { patient }),
            ...(explanation && { explanation }),
            ...(assignedTo && { assignedTo }),
          }
    const current = (id: string, version: number): AccessQuestion => {
      const question = find(questions, id)
      if (question.status === 'answered') throw problem(409, 'already_answered')
      if (question.version !== version) throw problem(409, 'version_conflict')
      return question
    }
    return {
      askAboutAccess: ({ path, body: { accessId, reason, text } }) => {
        const access = find(state.accesses, accessId)
        if (questions.some((one) => one.accessId === accessId && one.status !== 'answered'))
          return problem(409, 'already_asked')
        const question: AccessQuestion = {
          id: newId('access-question'),
          patientId: path.patientId,
          patient: samplePatientSummary,
          accessId,
          access,
          explanation:
            access.actor.kind === 'member' ? 'appointment' : access.actor.kind === 'system' ? 'automatic' : 'own',
          reason,
          ...(text !== undefined && { text }),
          status: 'open',
          askedAt: instant(now()),
          dueAt: instant(now() + 14 * day),
          version: 0,
        }
        questions.unshift(question)
        return shown(changed(question))
      },
      listAccessQuestions: ({ query: { patientId, answered = false, ...paging } }) => {
        const found = questions.filter((one) =>
          patientId ? one.patientId === patientId : (one.status === 'answered') === answered,
        )
        return page((patientId || answered ? found : found.toReversed()).map(shown), paging)
      },
      assignAccessQuestion: ({ path, body: { memberId = officer.personId, version } }) => {
        const question = current(path.questionId, version)
        question.status = 'assigned'
        question.assignedTo = { memberId, displayName: memberId === officer.personId ? officer.displayName : null }
        return shown(changed(question))
      },
      answerAccessQuestion: ({ path, body: { outcome, answer, version } }) => {
        const question = current(path.questionId, version)
        Object.assign(question, { status: 'answered', outcome, answer, answeredAt: instant(now()) })
        return shown(changed(question))
      },
    }
  }
}
