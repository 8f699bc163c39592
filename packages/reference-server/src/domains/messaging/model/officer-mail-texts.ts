import { fillMail } from '../../../vendors/notifications/fill-mail.ts'
import type { OfficerMailKind } from './mail-to-officers.ts'

interface Texts {
  readonly subjects: Readonly<Record<OfficerMailKind, string>>
  readonly text: string
}

/** In each language. They name no patient, no member and no reason. */
const texts = {
  en: {
    subjects: {
      'emergency-access': 'A record was opened in an emergency',
      'emergency-access-overdue': 'Overdue: the review of a record that was opened in an emergency',
      'emergency-admission': 'A visit began in an emergency without consent',
      'emergency-admission-overdue': 'Overdue: the review of a visit that began in an emergency',
      'access-question': 'A patient asks about an access to their record',
      'access-question-overdue': 'Overdue: a patient’s question about an access',
      'access-case': 'The access monitor opened a case',
      'access-case-overdue': 'Overdue: a case of the access monitor',
      'privacy-request': 'A patient made a privacy request',
    },
    text: `{organization}: {subject}.

Read it and act on it after signing in: {link}

This message names no person. You receive it because you answer for privacy here.`,
  },
  es: {
    subjects: {
      'emergency-access': 'Se abrió un expediente en una emergencia',
      'emergency-access-overdue': 'Atrasada: la revisión de un expediente abierto en una emergencia',
      'emergency-admission': 'Una visita empezó en una emergencia sin consentimiento',
      'emergency-admission-overdue': 'Atrasada: la revisión de una visita que empezó en una emergencia',
      'access-question': 'Un paciente pregunta por un acceso a su expediente',
      'access-question-overdue': 'Atrasada: la pregunta de un paciente sobre un acceso',
      'access-case': 'El monitor de accesos abrió un caso',
      'access-case-overdue': 'Atrasado: un caso del monitor de accesos',
      'privacy-request': 'Un paciente hizo una solicitud de privacidad',
    },
    text: `{organization}: {subject}.

Léalo y actúe después de iniciar sesión: {link}

Este mensaje no nombra a ninguna persona. Lo recibe porque usted responde de la privacidad aquí.`,
  },
  ar: {
    subjects: {
      'emergency-access': 'فُتح سجل في حالة طارئة',
      'emergency-access-overdue': 'متأخرة: مراجعة سجل فُتح في حالة طارئة',
      'emergency-admission': 'بدأت زيارة في حالة طارئة دون موافقة',
      'emergency-admission-overdue': 'متأخرة: مراجعة زيارة بدأت في حالة طارئة',
      'access-question': 'يسأل مريض عن اطلاع على سجله',
      'access-question-overdue': 'متأخر: سؤال مريض عن اطلاع على سجله',
      'access-case': 'فتح مراقب الاطلاع حالة',
      'access-case-overdue': 'متأخرة: حالة من مراقب الاطلاع',
      'privacy-request': 'قدّم مريض طلبًا يتعلق بالخصوصية',
    },
    text: `{organization}: {subject}.

اقرأه وتصرّف بعد تسجيل الدخول: {link}

لا تذكر هذه الرسالة أي شخص. تصلك لأنك مسؤول عن الخصوصية هنا.`,
  },
} as const satisfies Readonly<Record<string, Texts>>

/** In the first of the organization’s languages that has a text; otherwise English. */
export const officerMailText = (
  kind: OfficerMailKind,
  values: { readonly organization: string; readonly link: string },
  languages: readonly string[],
): ReturnType<typeof fillMail> => {
  const ofKind = ({ subjects, text }: Texts) => ({
    subject: subjects[kind],
    text: text.replace('{subject}', subjects[kind]),
  })
  return fillMail({ en: ofKind(texts.en), es: ofKind(texts.es), ar: ofKind(texts.ar) }, languages, values)
}
