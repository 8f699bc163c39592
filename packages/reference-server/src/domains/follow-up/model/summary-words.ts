import type { components } from '@visitkit/contract'

type TestStatus = components['schemas']['VisitSummary']['tests'][number]['status']

export interface SummaryWords {
  readonly title: string
  readonly pageLabel: string
  readonly patient: string
  readonly visit: string
  readonly when: string
  readonly with: string
  readonly corrected: string
  readonly corrections: string
  readonly diagnoses: string
  readonly medications: string
  readonly tests: string
  readonly testStatus: Readonly<Record<TestStatus, string>>
  readonly referrals: string
  readonly next: string
  readonly toBook: string
  readonly booked: string
  readonly help: string
  /** `{phone}`, `{emergency}` and `{crisis}` are the organization's. */
  readonly questions: string
  readonly emergency: string
  readonly crisis: string
}

const byLanguage: Readonly<Record<string, SummaryWords>> = {
  en: {
    title: 'Summary of your visit',
    pageLabel: 'Page {page} of {pages}',
    patient: 'Patient',
    visit: 'Visit',
    when: 'When',
    with: 'With',
    corrected: 'This summary was changed on',
    corrections: 'Changed or added after your visit',
    diagnoses: 'What we talked about',
    medications: 'Your medicines from this visit',
    tests: 'Your tests',
    testStatus: { ordered: 'ordered', partial: 'part of it is back', ready: 'back', cancelled: 'not done' },
    referrals: 'Who you are referred to',
    next: 'Your next visit',
    toBook: 'Please book it.',
    booked: 'It is booked.',
    help: 'If you need help',
    questions: 'Call us at {phone} with any question.',
    emergency: 'In an emergency call {emergency}.',
    crisis: 'If you think of hurting yourself, call {crisis}.',
  },
  es: {
    title: 'Resumen de su consulta',
    pageLabel: 'Página {page} de {pages}',
    patient: 'Paciente',
    visit: 'Consulta',
    when: 'Cuándo',
    with: 'Con',
    corrected: 'Este resumen se corrigió el',
    corrections: 'Corregido o añadido después de su consulta',
    diagnoses: 'De qué hablamos',
    medications: 'Sus medicamentos de esta consulta',
    tests: 'Sus pruebas',
    testStatus: { ordered: 'pedida', partial: 'ya llegó una parte', ready: 'ya llegó', cancelled: 'no se hará' },
    referrals: 'A quién le enviamos',
    next: 'Su próxima consulta',
    toBook: 'Por favor, resérvela.',
    booked: 'Ya está reservada.',
    help: 'Si necesita ayuda',
    questions: 'Llámenos al {phone} si tiene una pregunta.',
    emergency: 'En una emergencia llame al {emergency}.',
    crisis: 'Si piensa en hacerse daño, llame al {crisis}.',
  },
}

/** Texts in the nearest available language, and that language. */
export const summaryWords = (language: string): { readonly language: string; readonly words: SummaryWords } => {
  const [base = 'en'] = language.split('-')
  const words = byLanguage[base]
  return words === undefined ? { language: 'en', words: byLanguage['en'] as SummaryWords } : { language: base, words }
}
