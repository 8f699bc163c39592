import { operation } from '../../../platform/contracts/operation.ts'
import type { QuestionnaireCatalog } from '../model/questionnaire-catalog.ts'
import type { IntakePorts } from '../ports.ts'
import { listFormsByAppointment } from '../store/forms.ts'
import { presentEmptyForm, presentForm } from '../presenters/present-form.ts'
import { askedQuestionnaires } from '../workflows/asked-questionnaires.ts'
import { gatherAppointment } from '../workflows/gather-appointment.ts'

export const listIntake = (catalog: QuestionnaireCatalog) =>
  operation<IntakePorts>()('listIntake', {
    gather: async ({ path }, ports, context) => {
      const loaded = await gatherAppointment(ports, context, path.appointmentId)
      return { ...loaded, asked: await askedQuestionnaires(ports, context, loaded.appointment) }
    },
    read: async (_, { appointment, asked }, context) => {
      const forms = await listFormsByAppointment(context.db, context, [appointment.id])
      // A form stays readable after the visit type no longer requires its questionnaire.
      const codes = new Set([...asked, ...forms.map(({ questionnaireCode }) => questionnaireCode)])
      const items = [...codes].flatMap((code) => {
        const form = forms.find(({ questionnaireCode }) => questionnaireCode === code)
        const questionnaire = form
          ? catalog.version(code, form.questionnaireVersion)
          : catalog.current(code, context.now)
        if (questionnaire === null) return []
        return form ? presentForm(form, questionnaire) : presentEmptyForm(appointment, questionnaire)
      })
      return { status: 200, body: { appointmentId: appointment.id, patientId: appointment.patientId, items } }
    },
  })
