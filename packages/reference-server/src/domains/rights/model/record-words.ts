import type { components } from '@visitkit/contract'
import type { RecordSection } from './record.ts'

type Schemas = components['schemas']

/** The texts of a readable copy. */
export interface RecordWords {
  readonly title: string
  readonly pageLabel: string
  readonly intro: string
  readonly made: string
  readonly contents: string
  readonly none: string
  readonly sections: Readonly<Record<RecordSection, string>>
  readonly leftOut: string
  readonly leftOutAlways: readonly string[]
  /** `{sections}` are the titles of sections. */
  readonly outsideRight: string
  /** `{names}` are names of files. */
  readonly filesTooLarge: string
  /** `{count}` rows are in the other files. */
  readonly more: string
  readonly files: string
  readonly labels: Readonly<
    Record<
      | 'name'
      | 'otherName'
      | 'birthDate'
      | 'email'
      | 'phone'
      | 'address'
      | 'language'
      | 'recordNumber'
      | 'callOnly'
      | 'writeOnly'
      | 'addressAs'
      | 'nowhere'
      | 'race'
      | 'when'
      | 'with'
      | 'what'
      | 'who'
      | 'status'
      | 'version'
      | 'signedBy'
      | 'addendum'
      | 'diagnoses'
      | 'directions'
      | 'quantity'
      | 'refills'
      | 'pharmacy'
      | 'result'
      | 'range'
      | 'reaction'
      | 'goals'
      | 'steps'
      | 'memberNumber'
      | 'charge'
      | 'paid'
      | 'due'
      | 'score'
      | 'reason'
      | 'comment'
      | 'corrected'
      | 'key'
      | 'answer'
      | 'disagreement'
      | 'whoElse'
      | 'number'
      | 'nextClaim'
      | 'times',
      string
    >
  >
  readonly consent: Readonly<Record<Schemas['Consent']['status'], string>>
  readonly appointment: Readonly<Record<Schemas['AppointmentStatus'], string>>
  readonly chart: Readonly<Record<Schemas['Allergy']['status'] | Schemas['ReportedMedication']['status'], string>>
  readonly act: Readonly<Record<Schemas['AuditAction'], string>>
  readonly refused: string
  readonly server: string
  readonly claimStates: Readonly<Record<Schemas['ClaimState'] | Schemas['NextClaimState'], string>>
  readonly recipientKinds: Readonly<Record<Schemas['DisclosureRecipientKind'], string>>
  readonly sentContents: Readonly<Record<Schemas['DisclosedContent'], string>>
  readonly recipientStates: Readonly<Record<Schemas['CorrectionRecipientState'], string>>
}

const en: RecordWords = {
  title: 'A copy of your record',
  pageLabel: 'Page {page} of {pages}',
  intro:
    'This is a copy of what we keep about you. Keep it in a safe place: anyone who has this file can read it. The same facts for other clinics and apps are in the file record.fhir.json. Every detail is in record.json.',
  made: 'Made on {when} for {name}.',
  contents: 'What is in it',
  none: 'Nothing.',
  sections: {
    patient: 'About you',
    background: 'What you told us about your background',
    preferences: 'How we reach you',
    people: 'People who help you',
    consents: 'What you agreed to',
    evidence: 'Proof of what you signed',
    appointments: 'Appointments',
    waitlist: 'Waitlists you joined',
    onDemand: 'Visits you asked for at once',
    intake: 'Questions you answered before visits',
    visits: 'Visits',
    guests: 'Guests of your visits',
    summaries: 'Summaries of your visits',
    notes: 'Notes of your clinicians',
    vitals: 'Measurements',
    allergies: 'Allergies',
    reportedMedicines: 'Medicines that others prescribed or you chose',
    conditions: 'Health problems',
    prescriptions: 'Prescriptions',
    refills: 'Refills you asked for',
    pharmacy: 'Your pharmacy',
    labOrders: 'Lab tests that were ordered',
    labResults: 'Lab results',
    carePlan: 'Your care plan',
    outcomes: 'Scores over time',
    surveys: 'What you said about your visits',
    threads: 'Messages',
    notices: 'Emails and texts we sent you',
    texts: 'Texts you sent us',
    coverages: 'Insurance',
    estimates: 'Cost estimates',
    statement: 'Your account',
    payments: 'Your payments',
    claims: 'What we sent to your insurance',
    requests: 'What you asked about your record',
    accessQuestions: 'What you asked about who opened your record',
    disclosures: 'Who your information went to',
    accesses: 'Who opened your record',
  },
  leftOut: 'What is not in it',
  leftOutAlways: [
    'Notes that are not signed yet, and lab results that were not released yet. Ask for a new copy later.',
    'The private notes of a talk therapist, if there are any. The law lets them keep these apart. You can ask them.',
  ],
  outsideRight: 'You may not see these parts for this person: {sections}.',
  filesTooLarge: 'These files are too large for this copy: {names}. Ask us for them.',
  more: 'And {count} more. All of them are in record.html and record.json.',
  files: 'Files',
  labels: {
    name: 'Name',
    otherName: 'Other name',
    birthDate: 'Date of birth',
    email: 'Email',
    phone: 'Phone',
    address: 'Address',
    language: 'Language',
    recordNumber: 'Record number',
    callOnly: 'Called only at',
    writeOnly: 'Letters only to',
    addressAs: 'Name that we use',
    nowhere: 'Nowhere, as you asked',
    race: 'Race and ethnicity (codes)',
    when: 'When',
    with: 'With',
    what: 'What',
    who: 'Who',
    status: 'Status',
    version: 'Version',
    signedBy: 'Signed by',
    addendum: 'Added later',
    diagnoses: 'Diagnoses',
    directions: 'How to take it',
    quantity: 'Amount',
    refills: 'Refills',
    pharmacy: 'Pharmacy',
    result: 'Result',
    range: 'Usual range',
    reaction: 'Reaction',
    goals: 'Goals',
    steps: 'Steps',
    memberNumber: 'Member number',
    charge: 'Charge',
    paid: 'Paid',
    due: 'You owe',
    score: 'Score',
    reason: 'Reason',
    comment: 'Comment',
    corrected: 'Changed',
    key: 'Key of the signature',
    answer: 'Answer',
    disagreement: 'You disagree',
    whoElse: 'Who else should know',
    number: 'Claim number',
    nextClaim: 'Sent to the next insurance',
    times: 'Times',
  },
  consent: {
    active: 'You agreed',
    declined: 'You said no',
    revoked: 'You took it back',
    superseded: 'Replaced',
    expired: 'Ended on its last day',
  },
  appointment: {
    requested: 'Asked for',
    booked: 'Booked',
    'checked-in': 'Checked in',
    'in-progress': 'Under way',
    completed: 'Done',
    cancelled: 'Cancelled',
    'no-show': 'Missed',
  },
  chart: { active: 'Current', resolved: 'Over', stopped: 'Stopped', 'entered-in-error': 'Entered by mistake' },
  act: {
    create: 'Added',
    read: 'Opened',
    search: 'Found in a list',
    update: 'Changed',
    delete: 'Deleted',
    execute: 'Did something',
    print: 'Printed',
    export: 'Copied',
  },
  refused: 'was refused',
  server: 'The computer system',
  claimStates: {
    blocked: 'not sent',
    ready: 'not sent',
    sending: 'being sent',
    received: 'received',
    accepted: 'they look at it',
    rejected: 'sent back',
    paid: 'paid',
    'partially-paid': 'paid in part',
    denied: 'not paid',
    answered: 'answered',
    replaced: 'replaced by another one',
    voided: 'canceled',
    'self-pay': 'you pay',
    undelivered: 'no answer',
    'written-off': 'closed by us',
  },
  recipientKinds: {
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
  sentContents: {
    'lab-order': 'A lab order',
    prescription: 'A prescription',
    claim: 'A claim',
    coverage: 'A question about your insurance',
    payment: 'A payment',
    update: 'That something changed',
    notice: 'A notice',
    'record-copy': 'A copy of the record',
    appointment: 'An appointment',
    unlisted: 'Other data',
  },
  recipientStates: {
    asking: 'waits for your choice',
    'to-notify': 'we let them know',
    declined: 'you did not want it',
    notified: 'they know',
    'not-possible': 'it was not possible',
  },
}

const es: RecordWords = {
  title: 'Una copia de su expediente',
  pageLabel: 'Página {page} de {pages}',
  intro:
    'Esta es una copia de lo que guardamos sobre usted. Guárdela en un lugar seguro: quien tenga este archivo puede leerla. Los mismos datos para otras clínicas y aplicaciones están en record.fhir.json. Todos los detalles están en record.json.',
  made: 'Hecha el {when} para {name}.',
  contents: 'Qué contiene',
  none: 'Nada.',
  sections: {
    patient: 'Sobre usted',
    background: 'Lo que nos dijo sobre su origen',
    preferences: 'Cómo le avisamos',
    people: 'Personas que le ayudan',
    consents: 'Lo que aceptó',
    evidence: 'Prueba de lo que firmó',
    appointments: 'Citas',
    waitlist: 'Listas de espera',
    onDemand: 'Consultas que pidió para el momento',
    intake: 'Preguntas que respondió antes de sus consultas',
    visits: 'Consultas',
    guests: 'Invitados de sus consultas',
    summaries: 'Resúmenes de sus consultas',
    notes: 'Notas de sus médicos',
    vitals: 'Mediciones',
    allergies: 'Alergias',
    reportedMedicines: 'Medicinas que otros recetaron o que usted eligió',
    conditions: 'Problemas de salud',
    prescriptions: 'Recetas',
    refills: 'Renovaciones que pidió',
    pharmacy: 'Su farmacia',
    labOrders: 'Análisis pedidos',
    labResults: 'Resultados de laboratorio',
    carePlan: 'Su plan de cuidados',
    outcomes: 'Puntuaciones a lo largo del tiempo',
    surveys: 'Lo que dijo de sus consultas',
    threads: 'Mensajes',
    notices: 'Correos y mensajes que le enviamos',
    texts: 'Mensajes de texto que nos envió',
    coverages: 'Seguro',
    estimates: 'Presupuestos',
    statement: 'Su cuenta',
    payments: 'Sus pagos',
    claims: 'Lo que enviamos a su seguro',
    requests: 'Lo que pidió sobre su expediente',
    accessQuestions: 'Lo que preguntó sobre quién abrió su expediente',
    disclosures: 'A quién se envió su información',
    accesses: 'Quién abrió su expediente',
  },
  leftOut: 'Qué no contiene',
  leftOutAlways: [
    'Notas que aún no están firmadas y resultados que aún no se han publicado. Pida otra copia más adelante.',
    'Las notas privadas de su terapeuta, si las hay. La ley permite guardarlas aparte. Puede pedírselas.',
  ],
  outsideRight: 'Usted no puede ver estas partes de esta persona: {sections}.',
  filesTooLarge: 'Estos archivos son demasiado grandes para esta copia: {names}. Pídanoslos.',
  more: 'Y {count} más. Todos están en record.html y record.json.',
  files: 'Archivos',
  labels: {
    name: 'Nombre',
    otherName: 'Otro nombre',
    birthDate: 'Fecha de nacimiento',
    email: 'Correo',
    phone: 'Teléfono',
    address: 'Dirección',
    language: 'Idioma',
    recordNumber: 'Número de expediente',
    callOnly: 'Llamadas solo a',
    writeOnly: 'Cartas solo a',
    addressAs: 'Nombre que usamos',
    nowhere: 'A ninguna parte, como usted pidió',
    race: 'Raza y etnia (códigos)',
    when: 'Cuándo',
    with: 'Con',
    what: 'Qué',
    who: 'Quién',
    status: 'Estado',
    version: 'Versión',
    signedBy: 'Firmado por',
    addendum: 'Añadido después',
    diagnoses: 'Diagnósticos',
    directions: 'Cómo tomarlo',
    quantity: 'Cantidad',
    refills: 'Renovaciones',
    pharmacy: 'Farmacia',
    result: 'Resultado',
    range: 'Valores habituales',
    reaction: 'Reacción',
    goals: 'Metas',
    steps: 'Pasos',
    memberNumber: 'Número de socio',
    charge: 'Importe',
    paid: 'Pagado',
    due: 'Usted debe',
    score: 'Puntuación',
    reason: 'Motivo',
    comment: 'Comentario',
    corrected: 'Cambiado',
    key: 'Clave de la firma',
    answer: 'Respuesta',
    disagreement: 'Usted no está de acuerdo',
    whoElse: 'Quién más debe saberlo',
    number: 'Número de la reclamación',
    nextClaim: 'Enviado al siguiente seguro',
    times: 'Veces',
  },
  consent: {
    active: 'Aceptó',
    declined: 'Dijo que no',
    revoked: 'Lo retiró',
    superseded: 'Reemplazado',
    expired: 'Terminó en su último día',
  },
  appointment: {
    requested: 'Pedida',
    booked: 'Reservada',
    'checked-in': 'Registrada',
    'in-progress': 'En curso',
    completed: 'Hecha',
    cancelled: 'Cancelada',
    'no-show': 'No asistió',
  },
  chart: { active: 'Actual', resolved: 'Terminado', stopped: 'Ya no se toma', 'entered-in-error': 'Anotado por error' },
  act: {
    create: 'Añadió',
    read: 'Abrió',
    search: 'Encontró en una lista',
    update: 'Cambió',
    delete: 'Borró',
    execute: 'Realizó un acto',
    print: 'Imprimió',
    export: 'Copió',
  },
  refused: 'se rechazó',
  server: 'El sistema informático',
  claimStates: {
    blocked: 'no enviada',
    ready: 'no enviada',
    sending: 'se está enviando',
    received: 'recibida',
    accepted: 'la están revisando',
    rejected: 'devuelta',
    paid: 'pagada',
    'partially-paid': 'pagada en parte',
    denied: 'no pagada',
    answered: 'respondida',
    replaced: 'reemplazada por otra',
    voided: 'anulada',
    'self-pay': 'usted paga',
    undelivered: 'sin respuesta',
    'written-off': 'cerrada por nosotros',
  },
  recipientKinds: {
    laboratory: 'Un laboratorio',
    pharmacy: 'Una farmacia',
    payer: 'Un seguro',
    'payment-processor': 'Una empresa que cobra pagos',
    'connected-system': 'Un sistema con el que trabaja la clínica',
    patient: 'Usted, o una persona que actúa por usted',
    staff: 'Un miembro del personal',
    named: '',
    unlisted: 'No consta',
  },
  sentContents: {
    'lab-order': 'Una orden de laboratorio',
    prescription: 'Una receta',
    claim: 'Una reclamación',
    coverage: 'Una pregunta sobre su seguro',
    payment: 'Un pago',
    update: 'Que algo cambió',
    notice: 'Un aviso',
    'record-copy': 'Una copia del expediente',
    appointment: 'Una cita',
    unlisted: 'Otros datos',
  },
  recipientStates: {
    asking: 'espera su decisión',
    'to-notify': 'les avisaremos',
    declined: 'usted no lo quiso',
    notified: 'ya lo saben',
    'not-possible': 'no fue posible',
  },
}

const byLanguage: Readonly<Record<string, RecordWords>> = { en, es }

/** In the language, or in English when the copy has no texts in it. */
export const recordWords = (language: string): { readonly language: string; readonly words: RecordWords } => {
  const [primary = ''] = language.toLowerCase().split('-')
  const words = byLanguage[primary]
  return words === undefined ? { language: 'en', words: en } : { language: primary, words }
}
