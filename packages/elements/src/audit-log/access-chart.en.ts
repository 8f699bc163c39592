import type { Messages } from '../core/message-types.ts'

export const accessChartEn = {
  heading: 'Accesses by people, by day',
  of: 'Of the entries below',
  label: {
    one: '{count} access by people from {from} to {to}',
    other: '{count} accesses by people from {from} to {to}',
  },
  unit: 'Accesses',
  table: 'Show as a table',
  day: 'Day',
  people: 'People',
  systems: 'Computer systems',
} as const satisfies Messages
