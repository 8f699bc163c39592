import type { Questionnaire, QuestionOption } from '../../generated/models.ts'
import { both } from './sample-texts.ts'

const often: QuestionOption[] = [
  { code: '0', text: both('Not at all', 'Ningún día'), score: 0 },
  { code: '1', text: both('Several days', 'Varios días'), score: 1 },
  { code: '2', text: both('More than half the days', 'Más de la mitad de los días'), score: 2 },
  { code: '3', text: both('Nearly every day', 'Casi todos los días'), score: 3 },
]

/** The questionnaire of the visit in 20 minutes. */
export const sampleGeneralIntake: Questionnaire = {
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
}

/** For who has visited before. Add its code to the questionnaires of an appointment. */
const stillRight: Questionnaire = {
  id: 'questionnaire-still-right',
  code: 'still-right',
  version: 1,
  title: both('Since your last visit', 'Desde su última visita'),
  items: [
    {
      linkId: 'unchanged',
      type: 'boolean',
      text: both('Is what the record says still right?', '¿Sigue siendo correcto lo que dice el expediente?'),
      required: true,
    },
    {
      linkId: 'changes',
      type: 'text',
      text: both('What has changed?', '¿Qué ha cambiado?'),
      required: true,
      enableWhen: [{ question: 'unchanged', operator: '=', answer: { boolean: false } }],
    },
  ],
  scores: [],
  emergencyRules: [],
}

export const sampleQuestionnaires: Questionnaire[] = [
  sampleGeneralIntake,
  stillRight,
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
      { linkId: 'harm', operator: '=', answer: { code: '1' }, code: 'self-harm-thoughts' },
      { linkId: 'harm', operator: '=', answer: { code: '2' }, code: 'self-harm-thoughts' },
      { linkId: 'harm', operator: '=', answer: { code: '3' }, code: 'self-harm-thoughts' },
    ],
  },
]
