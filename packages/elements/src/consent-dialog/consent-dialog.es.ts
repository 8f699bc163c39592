import type { Translation } from '../core/message-types.ts'
import type { consentDialogEn } from './consent-dialog.en.ts'
import type { consentDialogProblems } from './consent-dialog.problems.ts'

export const consentDialogEs: Translation<typeof consentDialogEn & typeof consentDialogProblems> = {
  loading: 'Buscando lo que se le pide aceptar',
  progress: '{number} de {total}',
  'reason_new-version': 'Este texto cambió desde la última vez que aceptó. Por favor, léalo de nuevo.',
  'reason_each-visit': 'La ley pide su aceptación en cada consulta. Por eso se la pedimos de nuevo, para esta.',
  reason_revoked: 'Usted retiró su consentimiento. Aquí puede darlo de nuevo.',
  'reason_previously-declined': 'Antes dijo que no. Aquí puede cambiar de opinión.',
  otherLanguage: 'La clínica solo tiene este texto en {language}.',
  reason_expired: 'Su consentimiento terminó el día que usted eligió. Puede aceptar de nuevo aquí.',
  text: 'El texto',
  sign: 'Escriba su nombre completo para firmar',
  signHint: 'Escribir su nombre vale como su firma.',
  signMissing: 'Escriba su nombre y apellido.',
  unseen: 'Queda texto por leer antes de que pueda aceptar',
  unseenGo: 'Ir a lo que falta',
  agree: 'Acepto',
  decline: 'No acepto',
  declineHint: 'Si no acepta, aún puede acudir a la clínica en persona. Puede cambiar de opinión en cualquier momento.',
  orCall: 'Para que le llamen o reservar una visita en persona:',
  later: 'Decidir después',
  saving: 'Guardando su respuesta',
  save: 'Guardar una copia',
  granted: 'Usted aceptó: {title}',
  declined: 'Usted no aceptó: {title}',
  doneHeading: 'Gracias. No queda nada por decidir',
  doneDeclined: 'Su respuesta está guardada',
  doneText: 'Sus respuestas están guardadas. Puede cambiar de opinión en cualquier momento.',
  doneDeclinedText:
    'Si quiere que le atiendan de otra forma, llame a la clínica. Puede cambiar de opinión en cualquier momento.',
  nothingHeading: 'Nada por decidir',
  nothingText: 'Usted ya aceptó lo que esto necesita.',
  answerAgreed: 'Aceptado',
  answerDeclined: 'No aceptado',
  problem_consent_element_missing: [
    'Falta elegir algo',
    'No se firmó nada.',
    'Elija lo que está marcado y firme otra vez.',
  ],
  problem_consent_combined: [
    'Esto necesita un consentimiento propio',
    'No se firmó nada.',
    'Pida un consentimiento cada vez.',
  ],
  problem_document_changed: [
    'El texto acaba de cambiar',
    'Su respuesta no se guardó.',
    'Lea el texto nuevo y luego decida.',
  ],
  problem_sections_not_read: ['Queda texto por leer', 'No se guardó nada.', 'Lea hasta el final y luego decida.'],
  problem_signature_missing: [
    'Falta su nombre',
    'No se guardó nada.',
    'Escriba su nombre completo e inténtelo de nuevo.',
  ],
  problem_outside_proxy_scope: [
    'Usted no puede decidir esto por el paciente',
    'No se cambió nada.',
    'Pida al paciente que decida, o llame a la clínica.',
  ],
  problem_consent_document_missing: [
    'La clínica aún no ha publicado este texto',
    'No se cambió nada.',
    'Por favor, llame a la clínica.',
  ],
  problem_written_signature_required: [
    'Aquí no basta con un sí hablado',
    'No se decidió nada.',
    'Deje que el paciente firme con su nombre.',
  ],
}
