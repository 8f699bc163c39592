import type { components } from '@visitkit/contract'
import type { ReadContext } from '../../../platform/contracts/context.ts'
import { Problem } from '../../../platform/problems/problem.ts'
import type { Alert } from '../model/alert.ts'
import { seesEveryTask } from '../model/task.ts'
import type { FollowUpPorts } from '../ports.ts'
import type { AlertDetails } from '../presenters/present-alert.ts'

type Schemas = components['schemas']

/** Who, where and what was answered, by alert. An alert of a patient or a practitioner who no longer exists is left out. */
export const gatherAlertDetails = async (
  ports: FollowUpPorts,
  context: ReadContext,
  alerts: readonly Alert[],
): Promise<ReadonlyMap<string, AlertDetails>> => {
  const [patients, practitioners] = await Promise.all([
    ports.directory.patientSummaries(context, [...new Set(alerts.map(({ patientId }) => patientId))]),
    ports.directory.practitionerSummaries(context, [...new Set(alerts.map(({ practitionerId }) => practitionerId))]),
  ])
  const details = await Promise.all(
    alerts.map(async (alert): Promise<readonly [string, AlertDetails][]> => {
      const patient = patients.get(alert.patientId)
      const practitioner = practitioners.get(alert.practitionerId)
      if (patient === undefined || practitioner === undefined) return []
      const [visit, demographics, answers] = await Promise.all([
        visitOf(ports, context, alert),
        ports.directory.patient(context, alert.patientId),
        seesEveryTask(context.caller) ? answersTo(ports, context, alert) : null,
      ])
      return [[alert.id, { patient, practitioner, visit, demographics, answers }]]
    }),
  )
  return new Map(details.flat())
}

/** Null before the check-in. */
const visitOf = ({ visits }: FollowUpPorts, context: ReadContext, { appointmentId }: Alert) =>
  visits.visitOfAppointment(context, appointmentId).catch((error: unknown) => {
    if (error instanceof Problem && error.code === 'not_found') return null
    throw error
  })

/** The answers to the questions whose rules raise this code, as they are now. */
const answersTo = async (
  { intake }: FollowUpPorts,
  context: ReadContext,
  { appointmentId, code }: Alert,
): Promise<Schemas['AlertAnswer'][]> => {
  const forms = await intake.answersOf(context, appointmentId)
  return forms.flatMap(({ questions, alertQuestions }) => {
    const asked = new Set(alertQuestions.filter((each) => each.code === code).map(({ linkId }) => linkId))
    return questions
      .filter(({ linkId }) => asked.has(linkId))
      .map(({ text, values, chosen }) => ({ question: [...text], values: [...values], chosen: [...chosen] }))
  })
}
