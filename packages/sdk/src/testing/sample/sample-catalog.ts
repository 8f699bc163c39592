import type { Specialty, VisitType } from '../../generated/models.ts'
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
  licenseRequired: true,
  minimumNoticeMinutes: 60,
  horizonDays: 60,
  cancellationNoticeMinutes: 120,
  bookingMode: 'instant',
  active: true,
  version: 1,
  ...more,
})

/** The type of the visit in 20 minutes. */
export const sampleNewConcern = visitType({
  id: 'visit-type-new',
  code: 'new-concern',
  specialty: 'primary-care',
  name: both('New concern', 'Nuevo problema de salud'),
  description: both(
    'Something you have not talked about with us yet.',
    'Algo de lo que aún no ha hablado con nosotros.',
  ),
  minutes: 30,
})

export const sampleVisitTypes: VisitType[] = [
  sampleNewConcern,
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
