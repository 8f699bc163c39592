import type { PartTwoTerms } from '@visitkit/sdk'
import type { CodeWords, Messages } from '../core/message-types.ts'

type Chosen<Part extends 'information' | 'recipients' | 'purposes'> = NonNullable<PartTwoTerms[Part]>[number]

export const partTwoEn = {
  discloser: '{name} may send what you choose here.',
  patientName: 'Name of the patient',
  information: 'What may be sent',
  information_visits: 'Visits, notes and diagnoses',
  information_prescriptions: 'Prescriptions',
  'information_lab-orders': 'Lab orders',
  information_bills: 'Bills and claims',
  'information_counseling-notes': 'Counseling notes',
  recipients: 'Who may get it',
  'recipients_treating-providers': 'People who treat me',
  recipients_pharmacies: 'Pharmacies',
  recipients_laboratories: 'Labs',
  'recipients_health-plans': 'Health plans and others who pay',
  'recipients_program-helpers': 'People who help to run the clinic',
  namedRecipient: 'Another person or place, by name',
  namedRecipientOnly: 'The person or place, by name',
  purposes: 'What for',
  purposes_treatment: 'My treatment',
  purposes_payment: 'Payment',
  purposes_operations: 'Running the clinic and checking its work',
  'purposes_legal-proceeding': 'A legal case',
  until: 'Until when',
  until_none: 'Until I take it back',
  until_date: 'Until a day that I choose',
  on: 'The last day',
  missing_patientName: 'Type the name of the patient.',
  missing_information: 'Choose at least one.',
  missing_recipients: 'Choose at least one, or write a name.',
  missing_recipientsOnly: 'Write a name.',
  missing_purposes: 'Choose at least one.',
  missing_until: 'Choose one.',
  missing_on: 'Choose a day from today on.',
} as const satisfies Messages &
  CodeWords<'information', Chosen<'information'>> &
  CodeWords<'recipients', Chosen<'recipients'>> &
  CodeWords<'purposes', Chosen<'purposes'>>
