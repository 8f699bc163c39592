import type { components } from '@visitkit/contract'

type Schemas = components['schemas']

/** The texts of an accounting as a document. */
interface AccountingWords {
  readonly title: string
  readonly pageLabel: string
  readonly patient: string
  readonly period: string
  readonly made: string
  readonly intro: string
  readonly introEverything: string
  readonly none: string
  readonly counted: string
  readonly notCounted: string
  readonly notCountedIntro: string
  readonly when: string
  readonly whom: string
  readonly what: string
  readonly why: string
  /** `{first}` and `{last}` are days, `{count}` a number. */
  readonly times: string
  /** `{count}` is a number. */
  readonly unconfirmed: string
  readonly recipients: Readonly<Record<Schemas['DisclosureRecipientKind'], string>>
  readonly contents: Readonly<Record<Schemas['DisclosedContent'], string>>
  readonly purposes: Readonly<Record<Schemas['DisclosurePurpose'], string>>
}

const en: AccountingWords = {
  title: 'Who your information was sent to',
  pageLabel: 'Page {page} of {pages}',
  patient: 'Patient',
  period: 'Period',
  made: 'Made on',
  intro:
    'This list has what the law counts (45 CFR 164.528). It leaves out what was sent for your care, for payment, to run the clinic, to you, or because you agreed to it. It is free of charge.',
  introEverything:
    'This list has what the law counts (45 CFR 164.528), and then all else that was sent, with the reason why it is not counted. It is free of charge.',
  none: 'Nothing was sent.',
  counted: 'What the law counts',
  notCounted: 'What the law does not count',
  notCountedIntro: 'The reason is in the last column.',
  when: 'When',
  whom: 'To whom',
  what: 'What',
  why: 'Why',
  times: '{count} times, from {first} to {last}',
  unconfirmed: '{count} may not have arrived',
  recipients: {
    laboratory: 'A laboratory',
    pharmacy: 'A pharmacy',
    payer: 'An insurer',
    'payment-processor': 'A firm that takes payments',
    'connected-system': 'A computer system that the clinic works with',
    patient: 'You, or a person who acts for you',
    staff: 'A member of the staff',
    named: '',
    unlisted: 'Not on record',
  },
  contents: {
    'lab-order': 'An order of lab tests',
    prescription: 'A prescription, or an answer to a pharmacy',
    claim: 'A claim, or a question about it',
    coverage: 'A check of your insurance',
    payment: 'A payment',
    update: 'That something in your record changed, and no more',
    notice: 'An email or a text message',
    'record-copy': 'A copy of the record',
    appointment: 'An appointment',
    unlisted: 'Not on record',
  },
  purposes: {
    'required-by-law': 'A law asks for it',
    'public-health': 'Public health',
    'abuse-or-neglect': 'A report of abuse or neglect',
    'health-oversight': 'An agency that checks health care',
    court: 'A court or a hearing',
    'law-enforcement': 'The police, or a crime case',
    coroner: 'A coroner or a funeral home',
    'organ-donation': 'Organ donation',
    research: 'Research',
    'serious-threat': 'To prevent serious harm',
    government: 'A task of the government',
    'workers-compensation': 'An injury at work',
    'not-allowed': 'It was not allowed, or went to the wrong person',
    treatment: 'Your care',
    payment: 'Payment for your care',
    operations: 'Running the clinic',
    'to-patient': 'Sent to you',
    authorization: 'You agreed to it',
    'involved-in-care': 'To a person who helps with your care',
    'national-security': 'National security',
    custody: 'You were in custody',
    'limited-data-set': 'Data without names',
    unlisted: 'Not on record',
  },
}

const es: AccountingWords = {
  title: 'A quién se envió su información',
  pageLabel: 'Página {page} de {pages}',
  patient: 'Paciente',
  period: 'Periodo',
  made: 'Hecho el',
  intro:
    'Esta lista contiene lo que la ley cuenta (45 CFR 164.528). No incluye lo que se envió para su atención, para el pago, para el trabajo de la clínica, a usted mismo o porque usted lo aceptó. Es gratis.',
  introEverything:
    'Esta lista contiene lo que la ley cuenta (45 CFR 164.528) y después todo lo demás que se envió, con el motivo por el que no se cuenta. Es gratis.',
  none: 'No se envió nada.',
  counted: 'Lo que la ley cuenta',
  notCounted: 'Lo que la ley no cuenta',
  notCountedIntro: 'El motivo está en la última columna.',
  when: 'Cuándo',
  whom: 'A quién',
  what: 'Qué',
  why: 'Por qué',
  times: '{count} veces, del {first} al {last}',
  unconfirmed: '{count} quizá no llegaron',
  recipients: {
    laboratory: 'Un laboratorio',
    pharmacy: 'Una farmacia',
    payer: 'Una aseguradora',
    'payment-processor': 'Una empresa que procesa pagos',
    'connected-system': 'Un sistema informático con el que trabaja la clínica',
    patient: 'Usted, o quien actúa por usted',
    staff: 'Una persona del personal',
    named: '',
    unlisted: 'No consta',
  },
  contents: {
    'lab-order': 'Un pedido de análisis',
    prescription: 'Una receta, o una respuesta a una farmacia',
    claim: 'Una reclamación al seguro, o una pregunta sobre ella',
    coverage: 'Una pregunta sobre su seguro',
    payment: 'Un pago',
    update: 'Que algo cambió en su expediente, y nada más',
    notice: 'Un correo o un mensaje de texto',
    'record-copy': 'Una copia del expediente',
    appointment: 'Una cita',
    unlisted: 'No consta',
  },
  purposes: {
    'required-by-law': 'Una ley lo exige',
    'public-health': 'Salud pública',
    'abuse-or-neglect': 'Un aviso de maltrato o descuido',
    'health-oversight': 'Una autoridad que vigila la atención de salud',
    court: 'Un tribunal o una audiencia',
    'law-enforcement': 'La policía u otra autoridad',
    coroner: 'Un forense o una funeraria',
    'organ-donation': 'Donación de órganos',
    research: 'Investigación',
    'serious-threat': 'Para evitar un daño grave',
    government: 'Una tarea del gobierno',
    'workers-compensation': 'Una lesión en el trabajo',
    'not-allowed': 'No estaba permitido, o llegó a la persona equivocada',
    treatment: 'Su atención',
    payment: 'El pago de su atención',
    operations: 'El trabajo de la clínica',
    'to-patient': 'Se le envió a usted',
    authorization: 'Usted lo aceptó',
    'involved-in-care': 'A una persona que ayuda con su atención',
    'national-security': 'Seguridad nacional',
    custody: 'Usted estaba bajo custodia',
    'limited-data-set': 'Datos sin nombres',
    unlisted: 'No consta',
  },
}

/** In the language, or in English. */
export const accountingWords = (language: string): { readonly language: string; readonly words: AccountingWords } =>
  language.split('-')[0] === 'es' ? { language: 'es', words: es } : { language: 'en', words: en }
