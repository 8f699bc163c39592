import type { Messages } from '../core/message-types.ts'

export const complianceDashboardEn = {
  heading: 'Privacy and security program',
  loading: 'Loading the program',
  back: 'All pages of the program',
  nothingHeading: 'There is nothing for you to do here',
  nothingText: 'Staff of the clinic keep the privacy and security program.',
  due: 'What is due',
  dueText: 'Everything that is due in 30 days or overdue.',
  obligations: 'Recurring tasks',
  obligationsText: 'Policies, risk analysis, vendors, scans and drills.',
  training: 'Training',
  trainingText: 'Who must take which course, and until when.',
  access: 'Who has access',
  accessText: 'Whether each colleague still needs their roles.',
  risks: 'Risks',
  risksText: 'What can go wrong, and what is done about it.',
  retention: 'Retention',
  retentionText: 'How long records are kept, legal holds, and what was erased.',
  incidents: 'Incidents',
  incidentsText: 'What may have exposed information, and whom to tell until when.',
} as const satisfies Messages
