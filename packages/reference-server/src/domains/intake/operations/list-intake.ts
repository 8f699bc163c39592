import { operation } from '../../../platform/contracts/operation.ts'
import type { QuestionnaireCatalogue } from '../model/questionnaire-catalogue.ts'
import type { IntakePorts } from '../ports.ts'
import { formsOf } from '../store/forms.ts'
import { answerOfEmptyForm, answerOfForm } from '../presenters/answer-of-form.ts'
import { gatherAppointment } from '../workflows/gather-appointment.ts'

export const listIntake = (catalogue: QuestionnaireCatalogue) =>
  operation<IntakePorts>()('listIntake', {
    gather: ({ path }, ports, reading) => gatherAppointment(ports, reading, path.appointmentId),
    read: async (_, { appointment }, reading) => {
      const forms = await formsOf(reading.db, reading, [appointment.id])
      // A form stays readable when the visit type stops asking its questionnaire.
      const codes = new Set([
        ...appointment.type.questionnaires,
        ...forms.map(({ questionnaireCode }) => questionnaireCode),
      ])
      const items = [...codes].flatMap((code) => {
        const form = forms.find(({ questionnaireCode }) => questionnaireCode === code)
        const questionnaire = form
          ? catalogue.version(code, form.questionnaireVersion)
          : catalogue.current(code, reading.now)
        if (questionnaire === null) return []
        return form ? answerOfForm(form, questionnaire) : answerOfEmptyForm(appointment, questionnaire)
      })
      return { status: 200, body: { appointmentId: appointment.id, patientId: appointment.patientId, items } }
    },
  })
