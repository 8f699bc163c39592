import type { Survey, VisitSummary } from '../../generated/models.ts'
import { problem } from '../test-problem.ts'
import { sampleNewConcern } from './sample-catalog.ts'
import type { SampleDomain } from './sample-domain.ts'
import { sampleClinician, samplePatient } from './sample-people.ts'
import { instant, minute, page } from './sample-state.ts'
import { both } from './sample-texts.ts'

const day = 1440 * minute
const date = (milliseconds: number): string => instant(milliseconds).slice(0, 10)

/** The summaries for the patient: that of a past visit, and that of the visit after it ends. */
export const summarySample: SampleDomain = ({ state, now }) => {
  const surveys = new Map<string, Survey>()
  const past = 'visit-past'

  const summaryOf = (visitId: string, at: number): VisitSummary => ({
    visitId,
    patientId: samplePatient.id,
    practitioner: sampleClinician,
    visitTypeName: sampleNewConcern.name,
    visitAt: instant(at),
    status: 'published',
    instructions: [
      {
        heading: both('What to do', 'Qué hacer'),
        text: 'Rest for three days and drink enough.\nCall us if the fever comes back or lasts longer than three days.',
      },
    ],
    diagnoses: [{ code: 'J06.9', display: 'Acute upper respiratory infection, unspecified' }],
    corrections: [],
    medications: [
      {
        prescriptionId: 'prescription-1',
        name: 'acetaminophen 500 MG Oral Tablet',
        directionsText: both(
          'Take 1 tablet 3 times a day for 3 days.',
          'Tome 1 tableta 3 veces al día durante 3 días.',
        ),
        status: 'accepted',
        pharmacyName: 'Harbor Sample Pharmacy',
      },
    ],
    tests: [{ orderId: 'order-1', name: both('Blood count', 'Hemograma'), status: 'ordered' }],
    referrals: [],
    nextVisit: {
      visitTypeId: sampleNewConcern.id,
      visitTypeName: sampleNewConcern.name,
      practitionerId: sampleClinician.id,
      earliest: date(at + 14 * day),
      latest: date(at + 28 * day),
    },
    publishedAt: instant(at + 30 * minute),
    version: 1,
  })

  const pastAt = now() - 21 * day
  const find = (visitId: string): VisitSummary => {
    if (visitId === past) return summaryOf(past, pastAt)
    const visit = state.visits.find(({ id }) => id === visitId)
    if (!visit) throw problem(404, 'not_found')
    if (visit.status !== 'ended') throw problem(409, 'not_published')
    return summaryOf(visitId, Date.parse(visit.endedAt ?? instant(now())))
  }
  const surveyOf = (visitId: string): Survey =>
    surveys.get(visitId) ?? { visitId, patientId: samplePatient.id, status: 'open' }

  return () => ({
    getVisitSummary: ({ path }) => find(path.visitId),
    listVisitSummaries: ({ query }) => ({
      patientId: samplePatient.id,
      ...page(
        [past, ...state.visits.filter(({ status }) => status === 'ended').map(({ id }) => id)]
          .toReversed()
          .map((id) => {
            const { visitId, visitAt, visitTypeName, practitioner, publishedAt = visitAt } = find(id)
            return { visitId, visitAt, visitTypeName, practitioner, publishedAt }
          }),
        query,
      ),
    }),
    getSurvey: ({ path }) => surveyOf(path.visitId),
    answerSurvey: ({ path, body }) => {
      if (surveyOf(path.visitId).status !== 'open') throw problem(409, 'already_answered')
      const answered: Survey = { ...surveyOf(path.visitId), ...body, status: 'answered', answeredAt: instant(now()) }
      surveys.set(path.visitId, answered)
      return answered
    },
  })
}
