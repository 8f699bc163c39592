import type { ConsentDocument, Questionnaire, QuestionOption, Specialty, VisitType } from '../../generated/models.ts'
import { both } from './sample-texts.ts'

export const sampleSpecialties: Specialty[] = [
  { code: 'primary-care', taxonomy: '207Q00000X', name: both('Primary care', 'Atención primaria'), visitTypeCount: 2 },
  { code: 'cardiology', taxonomy: '207RC0000X', name: both('Cardiology', 'Cardiología'), visitTypeCount: 1 },
]

const visitType = (
  more: Pick<VisitType, 'id' | 'code' | 'specialty' | 'name' | 'description' | 'minutes'> & Partial<VisitType>,
): VisitType => ({
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 5,
  stepMinutes: 30,
  modality: 'video',
  requiredConsents: ['telehealth-treatment'],
  questionnaires: ['general-intake'],
  licenceRequired: true,
  noticeMinutes: 60,
  horizonDays: 60,
  cancelNoticeMinutes: 120,
  active: true,
  ...more,
})

export const sampleVisitTypes: VisitType[] = [
  visitType({
    id: 'visit-type-new',
    code: 'new-concern',
    specialty: 'primary-care',
    name: both('New concern', 'Nuevo problema de salud'),
    description: both(
      'Something you have not talked about with us yet.',
      'Algo de lo que aún no ha hablado con nosotros.',
    ),
    minutes: 30,
  }),
  visitType({
    id: 'visit-type-mood',
    code: 'mood-follow-up',
    specialty: 'primary-care',
    name: both('Mood follow-up', 'Seguimiento del estado de ánimo'),
    description: both('How you have been since the last visit.', 'Cómo ha estado desde la última visita.'),
    minutes: 20,
    questionnaires: ['mood-check'],
  }),
  visitType({
    id: 'visit-type-heart',
    code: 'cardiology-follow-up',
    specialty: 'cardiology',
    name: both('Heart follow-up', 'Seguimiento cardiológico'),
    description: both('Results, medicines and next steps.', 'Resultados, medicamentos y próximos pasos.'),
    minutes: 30,
  }),
]

const consentDocument = (
  id: string,
  purpose: ConsentDocument['purpose'],
  hash: string,
  texts: Record<'en' | 'es', { title: string; sections: [id: string, heading: string, text: string][] }>,
): ConsentDocument[] =>
  (['en', 'es'] as const).map((language) => ({
    id,
    version: 1,
    language,
    purpose,
    title: texts[language].title,
    sections: texts[language].sections.map(([section, heading, text]) => ({
      id: section,
      heading,
      text,
      mandatory: true,
    })),
    contentHash: (language === 'en' ? hash : `${hash}e`).padEnd(64, '0'),
    status: 'published',
    material: true,
    publishedAt: '2026-01-05T12:00:00Z',
    ...(language === 'es' && { reviewedBy: 'A sample reviewer' }),
  }))

export const sampleConsentDocuments: ConsentDocument[] = [
  ...consentDocument('document-telehealth', 'telehealth-treatment', 'a1', {
    en: {
      title: 'Seeing us by video',
      sections: [
        [
          'nature',
          'What a video visit is',
          'You and a clinician talk over a secure video call. Some things need an examination in person.',
        ],
        ['risks', 'What can go wrong', 'The connection can fail. If it does, we call you at the number you give us.'],
        [
          'rights',
          'Your choice',
          'You can say no, and you can change your mind at any time. Your care does not depend on it.',
        ],
      ],
    },
    es: {
      title: 'Consultas por video',
      sections: [
        [
          'nature',
          'Qué es una visita por video',
          'Usted y un profesional hablan por una videollamada segura. Algunas cosas requieren un examen en persona.',
        ],
        ['risks', 'Qué puede fallar', 'La conexión puede fallar. Si ocurre, le llamaremos al número que nos dé.'],
        [
          'rights',
          'Su decisión',
          'Puede decir que no y puede cambiar de opinión en cualquier momento. Su atención no depende de ello.',
        ],
      ],
    },
  }),
  ...consentDocument('document-recording', 'recording', 'b2', {
    en: {
      title: 'Recording the visit',
      sections: [['recording', 'Recording', 'The visit is recorded only if everyone in it agrees.']],
    },
    es: {
      title: 'Grabación de la visita',
      sections: [['recording', 'Grabación', 'La visita solo se graba si todos los presentes están de acuerdo.']],
    },
  }),
]

const often: QuestionOption[] = [
  { code: '0', text: both('Not at all', 'Ningún día'), score: 0 },
  { code: '1', text: both('Several days', 'Varios días'), score: 1 },
  { code: '2', text: both('More than half the days', 'Más de la mitad de los días'), score: 2 },
  { code: '3', text: both('Nearly every day', 'Casi todos los días'), score: 3 },
]

export const sampleQuestionnaires: Questionnaire[] = [
  {
    id: 'questionnaire-general',
    code: 'general-intake',
    version: 1,
    title: both('Before your visit', 'Antes de su visita'),
    introduction: both('This helps your clinician prepare.', 'Esto ayuda a su profesional a prepararse.'),
    items: [
      {
        linkId: 'concern',
        type: 'text',
        text: both('What would you like to talk about?', '¿De qué le gustaría hablar?'),
        required: true,
      },
      {
        linkId: 'medicines',
        type: 'boolean',
        text: both('Do you take any medicines?', '¿Toma algún medicamento?'),
        required: true,
      },
      {
        linkId: 'medicine-names',
        type: 'string',
        text: both('Which ones?', '¿Cuáles?'),
        required: true,
        enableWhen: [{ question: 'medicines', operator: '=', answer: { boolean: true } }],
      },
      {
        linkId: 'pain',
        type: 'integer',
        text: both('How strong is your pain today?', '¿Qué intensidad tiene su dolor hoy?'),
        help: both('0 is none, 10 is the worst you can think of.', '0 es ninguno, 10 es el peor que pueda imaginar.'),
        required: false,
        minimum: 0,
        maximum: 10,
      },
    ],
    scores: [],
    emergencyRules: [],
  },
  {
    id: 'questionnaire-mood',
    code: 'mood-check',
    version: 1,
    title: both('How you have been', 'Cómo ha estado'),
    introduction: both('Think of the last two weeks.', 'Piense en las últimas dos semanas.'),
    items: [
      {
        linkId: 'interest',
        type: 'choice',
        text: both('Little interest or pleasure in doing things', 'Poco interés o placer en hacer cosas'),
        required: true,
        options: often,
      },
      {
        linkId: 'low',
        type: 'choice',
        text: both('Feeling down or hopeless', 'Se ha sentido decaído o sin esperanzas'),
        required: true,
        options: often,
      },
      {
        linkId: 'harm',
        type: 'choice',
        text: both('Thoughts of hurting yourself', 'Pensamientos de hacerse daño'),
        required: true,
        options: often,
      },
    ],
    scores: [
      {
        code: 'total',
        name: both('Total', 'Total'),
        linkIds: ['interest', 'low', 'harm'],
        bands: [
          { from: 0, to: 2, code: 'low', text: both('Low', 'Bajo') },
          { from: 3, to: 9, code: 'raised', text: both('Raised', 'Elevado') },
        ],
      },
    ],
    emergencyRules: [
      { linkId: 'harm', operator: '=', answer: { code: '1' }, code: 'self-harm' },
      { linkId: 'harm', operator: '=', answer: { code: '2' }, code: 'self-harm' },
      { linkId: 'harm', operator: '=', answer: { code: '3' }, code: 'self-harm' },
    ],
  },
]
