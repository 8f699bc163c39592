import type { Allergy, ChartCondition, ReportedMedication } from '../../generated/models.ts'
import { problem } from '../test-problem.ts'
import type { SampleDomain } from './sample-domain.ts'
import { samplePatient } from './sample-people.ts'
import { find, instant, minute, page } from './sample-state.ts'

const day = 1440 * minute

/** The patient's data across visits: allergies, problems, outcomes. */
export const chartSample: SampleDomain = ({ live, now, newId }) => {
  const patientId = samplePatient.id
  const allergies: Allergy[] = [
    {
      id: 'allergy-penicillin',
      patientId,
      substance: { rxcui: '7980', name: 'Penicillin' },
      reaction: 'Rash over the whole body',
      severity: 'severe',
      status: 'active',
      notedAt: instant(now() - 400 * day),
      version: 1,
    },
  ]
  let asked = true
  const reported: ReportedMedication[] = [
    {
      id: 'reported-fish-oil',
      patientId,
      medication: { name: 'Fish oil' },
      directions: 'One capsule with lunch',
      status: 'active',
      reportedBy: 'patient',
      reportedAt: instant(now() - 30 * day),
      version: 1,
    },
  ]
  const conditions: ChartCondition[] = [
    {
      id: 'condition-hypertension',
      patientId,
      code: 'I10',
      display: 'Essential (primary) hypertension',
      status: 'active',
      firstNotedAt: instant(now() - 200 * day),
      lastNotedAt: instant(now() - 21 * day),
      lastNoteId: 'note-past',
      version: 3,
    },
    {
      id: 'condition-lipids',
      patientId,
      code: 'E78.5',
      display: 'Hyperlipidemia, unspecified',
      status: 'active',
      firstNotedAt: instant(now() - 700 * day),
      lastNotedAt: instant(now() - 200 * day),
      lastNoteId: 'note-past',
      version: 2,
    },
    {
      id: 'condition-bronchitis',
      patientId,
      code: 'J20.9',
      display: 'Acute bronchitis, unspecified',
      status: 'resolved',
      firstNotedAt: instant(now() - 430 * day),
      lastNotedAt: instant(now() - 430 * day),
      lastNoteId: 'note-past',
      endedAt: instant(now() - 400 * day),
      version: 2,
    },
  ]
  const changed = (part: 'allergy' | 'condition' | 'reported-medication' = 'allergy') =>
    live.emit({ type: `${part}.changed`, ids: { patientId } })
  const scores = [17, 15, 15, 11, 9, 6]

  return (person) => ({
    listAllergies: ({ path }) => ({ patientId: path.patientId, asked, items: allergies }),
    addAllergy: ({ path, body }) => {
      const at = instant(now())
      const allergy: Allergy = {
        id: newId('allergy'),
        patientId: path.patientId,
        ...body,
        status: 'active',
        notedAt: at,
        version: 1,
      }
      allergies.push(allergy)
      asked = true
      changed()
      return allergy
    },
    noKnownAllergies: ({ path }) => {
      if (allergies.some(({ status }) => status === 'active')) return problem(409, 'has_allergies')
      asked = true
      changed()
      return { patientId: path.patientId, asked }
    },
    changeAllergy: ({ path, body }) => {
      const allergy = find(allergies, path.allergyId)
      if (allergy.version !== body.version) return problem(409, 'version_conflict')
      Object.assign(allergy, { status: body.status, version: allergy.version + 1 })
      changed()
      return allergy
    },
    listReportedMedications: ({ path }) => ({ patientId: path.patientId, items: reported }),
    addReportedMedication: ({ path, body }) => {
      const added: ReportedMedication = {
        id: newId('reported'),
        patientId: path.patientId,
        ...body,
        status: 'active',
        reportedBy: person === 'patient' ? 'patient' : 'staff',
        reportedAt: instant(now()),
        version: 1,
      }
      reported.push(added)
      changed('reported-medication')
      return added
    },
    changeReportedMedication: ({ path, body }) => {
      const before = find(reported, path.reportedMedicationId)
      if (before.version !== body.version) return problem(409, 'version_conflict')
      const { directions: _, endedAt: __, ...rest } = before
      const after: ReportedMedication = {
        ...rest,
        ...body,
        ...(body.status !== 'active' && { endedAt: instant(now()) }),
        version: before.version + 1,
      }
      reported.splice(reported.indexOf(before), 1, after)
      changed('reported-medication')
      return after
    },
    listConditions: ({ path, query }) => {
      const items = conditions.filter(
        ({ status }) =>
          (query.active === undefined || query.active === (status === 'active')) &&
          (person === 'practitioner' || status !== 'entered-in-error'),
      )
      return { patientId: path.patientId, ...page(items, query) }
    },
    changeCondition: ({ path, body }) => {
      const condition = find(conditions, path.conditionId)
      if (condition.version !== body.version) return problem(409, 'version_conflict')
      if (condition.status === body.status) return condition
      const { endedAt: _, ...rest } = condition
      const after: ChartCondition = {
        ...rest,
        status: body.status,
        ...(body.status !== 'active' && { endedAt: instant(now()) }),
        version: condition.version + 1,
      }
      conditions[conditions.indexOf(condition)] = after
      changed('condition')
      return after
    },
    listOutcomes: ({ path, query }) => ({
      patientId: path.patientId,
      ...page(
        query.questionnaire === 'phq-9'
          ? scores.map((score, index) => ({
              at: instant(now() - (scores.length - index) * 28 * day),
              questionnaire: 'phq-9',
              score,
            }))
          : [],
        query,
      ),
    }),
  })
}
