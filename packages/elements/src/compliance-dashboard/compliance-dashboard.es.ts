import type { Translation } from '../core/message-types.ts'
import type { complianceDashboardEn } from './compliance-dashboard.en.ts'

export const complianceDashboardEs = {
  heading: 'Programa de privacidad y seguridad',
  loading: 'Cargando el programa',
  back: 'Todas las páginas del programa',
  nothingHeading: 'No hay nada que hacer aquí para usted',
  nothingText: 'El personal de la clínica lleva el programa de privacidad y seguridad.',
  due: 'Lo que vence',
  dueText: 'Todo lo que vence en 30 días o está atrasado.',
  obligations: 'Tareas periódicas',
  obligationsText: 'Políticas, análisis de riesgos, proveedores, exploraciones y simulacros.',
  training: 'Capacitación',
  trainingText: 'Quién debe tomar cada curso y hasta cuándo.',
  access: 'Quién tiene acceso',
  accessText: 'Si cada colega todavía necesita sus funciones.',
  risks: 'Riesgos',
  risksText: 'Qué puede salir mal y qué se hace al respecto.',
  retention: 'Conservación',
  retentionText: 'Cuánto tiempo se conservan los expedientes, las retenciones legales y lo que se borró.',
  ledger: 'Prueba del registro de accesos',
  ledgerText: 'Si se puede probar que nadie lo cambió.',
  incidents: 'Incidentes',
  incidentsText: 'Lo que pudo exponer información, y a quién avisar y hasta cuándo.',
} satisfies Translation<typeof complianceDashboardEn>
