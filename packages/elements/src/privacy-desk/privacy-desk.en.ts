import type { Messages } from '../core/message-types.ts'

export const privacyDeskEn = {
  heading: 'Privacy desk',
  tabs: 'Parts of the privacy desk',
  tabQuestions: 'Questions',
  tabCases: 'Cases',
  tabMonitor: 'Monitor',
  tabDisclosures: 'Disclosures',
  tabProceedings: 'Legal proceedings',
  tabCorrections: 'Corrections',
  tabRetention: 'Retention',
  tabReport: 'Access report',
  loading: 'Loading',
} as const satisfies Messages
