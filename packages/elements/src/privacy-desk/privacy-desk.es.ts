import type { Translation } from '../core/message-types.ts'
import type { privacyDeskEn } from './privacy-desk.en.ts'

export const privacyDeskEs: Translation<typeof privacyDeskEn> = {
  heading: 'Oficina de privacidad',
  tabs: 'Partes de la oficina de privacidad',
  tabQuestions: 'Preguntas',
  tabCases: 'Casos',
  tabMonitor: 'Monitor',
  tabDisclosures: 'Divulgaciones',
  tabProceedings: 'Procesos legales',
  tabCorrections: 'Correcciones',
  tabRetention: 'Conservación',
  tabReport: 'Informe de accesos',
  loading: 'Cargando',
}
